import type { CheckDoc } from '../check-doc.ts';

const template = (lines: string): string => `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
${lines}`;

export default {
  why: 'One wrong loop or one stolen credential overwrites a table in minutes. Point-in-time recovery brings back any second of the last 35 days.',
  exploit: 'The attacker overwrites all orders and asks for money.',
  fix: {
    sam: 'Set PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }; AWS::Serverless::SimpleTable cannot, use AWS::DynamoDB::Table.',
    cloudformation: 'Set PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }.',
  },
  blindSpots:
    'Backup plans of the account are not seen. A table whose items expire, that registers open connections (its key is a connection id), or that no function of the template writes, is an info.',
  sources: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html'],
  examples: {
    bad: [{ title: 'orders without recovery', template: template(''), subject: 'Orders', marks: 'Orders' }],
    good: [
      {
        title: 'orders with recovery',
        template: template('      PointInTimeRecoverySpecification:\n        PointInTimeRecoveryEnabled: true\n'),
        subject: 'Orders',
      },
    ],
  },
} satisfies CheckDoc;
