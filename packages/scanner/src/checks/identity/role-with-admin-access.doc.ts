import type { CheckDoc } from '../check-doc.ts';

const template = (action: string, resource: string): string => `Resources:
  ReportRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: reports
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: ${action}
                Resource: ${resource}
`;

const managed = (name: string): string => `Resources:
  ReportRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/${name}
`;

export default {
  why: 'A role that may do everything turns any flaw in the code that holds it into control over the account: other functions, all data, other roles.',
  exploit:
    'An attacker who gets one request to run code or to read environment variables takes the credentials of the function, creates a user or a role of their own, and stays.',
  fix: {
    sam: 'Remove the role or the policy and list policy templates such as DynamoDBCrudPolicy with the names of the resources under Policies.',
    cloudformation: 'Write a policy with the actions that the code calls, on the ARNs of the resources that it uses.',
  },
  blindSpots: 'Service control policies and permission boundaries outside the template are not seen.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1',
  ],
  examples: {
    bad: [
      {
        title: 'a report role that may do everything',
        template: template("'*'", "'*'"),
        subject: 'ReportRole',
        marks: '*',
      },
      {
        title: 'a report role with AdministratorAccess',
        template: managed('AdministratorAccess'),
        subject: 'ReportRole',
        marks: 'AdministratorAccess',
      },
    ],
    good: [
      {
        title: 'a report role that reads one table',
        template: template('dynamodb:Query', 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders'),
        subject: 'ReportRole',
      },
      {
        title: 'a report role that only writes its logs',
        template: managed('service-role/AWSLambdaBasicExecutionRole'),
        subject: 'ReportRole',
      },
    ],
  },
} satisfies CheckDoc;
