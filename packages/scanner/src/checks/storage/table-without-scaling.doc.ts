import type { CheckDoc } from '../check-doc.ts';

const template = (lines: string): string => `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
${lines}`;

export default {
  why: 'A table with a fixed capacity refuses requests beyond it. On demand, or with scaling, it follows what comes in.',
  exploit: 'The attacker sends more than the table takes, and customers are refused along with them.',
  fix: {
    sam: 'Set BillingMode: PAY_PER_REQUEST and leave ProvisionedThroughput out, or add AWS::ApplicationAutoScaling::ScalableTarget.',
    cloudformation:
      'Set BillingMode: PAY_PER_REQUEST and leave ProvisionedThroughput out, or add AWS::ApplicationAutoScaling::ScalableTarget.',
  },
  blindSpots:
    'A fixed capacity is also a limit on what a flood costs. Targets that are made outside of the template are not seen.',
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-1',
  ],
  examples: {
    bad: [
      { title: 'orders with the default mode', template: template(''), subject: 'Orders', marks: 'Orders' },
      {
        title: 'orders with a fixed capacity',
        template: template(`      ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }
      GlobalSecondaryIndexes:
        - IndexName: by-day
          KeySchema: [{ AttributeName: day, KeyType: HASH }]
          Projection: { ProjectionType: ALL }
          ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }
`),
        subject: 'Orders',
        marks: 'Orders',
      },
    ],
    good: [
      {
        title: 'orders on demand',
        template: template('      BillingMode: PAY_PER_REQUEST\n'),
        subject: 'Orders',
      },
      {
        title: 'orders whose capacity is scaled',
        template: template(`      ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }
  OrdersReads:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties:
      ResourceId: !Sub table/\${Orders}
      ScalableDimension: dynamodb:table:ReadCapacityUnits
      ServiceNamespace: dynamodb
      MinCapacity: 5
      MaxCapacity: 50
`),
        subject: 'Orders',
      },
    ],
  },
} satisfies CheckDoc;
