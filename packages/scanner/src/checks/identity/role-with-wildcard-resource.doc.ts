import type { CheckDoc } from '../check-doc.ts';

const template = (action: string, resource: string): string => `Resources:
  OrdersPolicy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: ${action}
            Resource: ${resource}
`;

export default {
  why: 'The function uses one table, one bucket or one secret. A wildcard gives it those of every other application of the account too.',
  exploit:
    'Whoever gets hold of the order function reads the tables of the payroll that happens to live in the same account.',
  fix: {
    sam: 'Use a policy template with the name of the resource: `- DynamoDBReadPolicy: { TableName: !Ref Orders }`.',
    cloudformation: 'Write the ARN: `Resource: !GetAtt Orders.Arn`.',
  },
  blindSpots:
    'Only actions that touch data or start something are judged. Actions that the platform offers on `*` alone (logs, X-Ray, network interfaces, metrics) are left out on purpose.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  ],
  examples: {
    bad: [
      {
        title: 'orders read from any table',
        template: template('dynamodb:GetItem', "'*'"),
        subject: 'OrdersPolicy',
        marks: '*',
      },
      {
        title: 'any secret of the account',
        template: template('secretsmanager:GetSecretValue', "'arn:aws:secretsmanager:eu-west-1:123456789012:secret:*'"),
        subject: 'OrdersPolicy',
        marks: 'secret:*',
      },
    ],
    good: [
      {
        title: 'orders read from one table',
        template: template('dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders'),
        subject: 'OrdersPolicy',
      },
      {
        title: 'network interfaces, which need the wildcard',
        template: template('ec2:CreateNetworkInterface', "'*'"),
        subject: 'OrdersPolicy',
      },
    ],
  },
} satisfies CheckDoc;
