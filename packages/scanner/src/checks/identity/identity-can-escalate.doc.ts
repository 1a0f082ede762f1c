import type { CheckDoc } from '../check-doc.ts';

const template = (passed: string, more = ''): string => `Resources:
  Release:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }]
      Policies:
        - PolicyName: release
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: [lambda:CreateFunction, lambda:InvokeFunction]
                Resource: '*'
              - Effect: Allow
                Action: iam:PassRole
                Resource: ${passed}
${more}  Operator:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }]
      ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]
  Orders:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }]
      ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]
`;

export default {
  why: 'A few permissions together are worth more than they say: whoever may hand a strong role to something new, replace the code of something that has one, or change policies, holds what that role holds.',
  exploit:
    'The attacker gets the credentials of the identity, takes the steps that the finding lists, and continues with the permissions at their end.',
  fix: {
    sam: 'Narrow the statement that allows the first step: name the roles, functions or users under Resource, and the service under iam:PassedToService.',
    cloudformation:
      'Narrow the statement that allows the first step: name the roles, functions or users under Resource, and the service under iam:PassedToService.',
  },
  blindSpots:
    'Judged are the identities and resources of the templates that are read together: a strong role of another stack is seen only where a statement covers every role. Service control policies are not known.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  ],
  examples: {
    bad: [
      {
        title: 'a release role that may pass the role of an administrator to a function that it makes',
        template: template('!GetAtt Operator.Arn'),
        subject: 'Release',
      },
      {
        title: 'a release role that may pass any role',
        template: template("'*'"),
        subject: 'Release',
      },
    ],
    good: [
      {
        title: 'a release role that may pass the role of the order functions, which only writes logs',
        template: template('!GetAtt Orders.Arn'),
        subject: 'Release',
      },
      {
        title: 'a release role that may pass the role of the administrator to another service only',
        template: template(
          '!GetAtt Operator.Arn',
          `                Condition: { StringEquals: { 'iam:PassedToService': ec2.amazonaws.com } }\n`,
        ),
        subject: 'Release',
      },
    ],
  },
} satisfies CheckDoc;
