import type { CheckDoc } from '../check-doc.ts';

const template = (principal: string): string => `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      ResourcePolicy:
        PolicyDocument:
          Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Principal: ${principal}
              Action: dynamodb:GetItem
              Resource: '*'
`;

export default {
  why: 'A policy on a table or stream that admits everyone gives its data to every AWS account.',
  exploit: 'The attacker reads the table by its ARN from an account of their own.',
  fix: {
    sam: 'Name the roles under Principal, or leave the policy out and grant the access to the role of the function.',
    cloudformation:
      'Name the roles under Principal, or leave the policy out and grant the access to the role of the function.',
  },
  blindSpots: 'DynamoDB refuses policies that it counts as public, so such a template may fail to deploy.',
  sources: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html'],
  examples: {
    bad: [{ title: 'orders for the world', template: template("'*'"), subject: 'Orders', marks: '*' }],
    good: [
      {
        title: 'orders for one role',
        template: template('{ AWS: arn:aws:iam::123456789012:role/reports }'),
        subject: 'Orders',
      },
    ],
  },
} satisfies CheckDoc;
