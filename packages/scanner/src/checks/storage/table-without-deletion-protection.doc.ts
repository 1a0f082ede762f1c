import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'Without deletion protection a mistake in a template, or one call with a stolen credential, removes the table and its items.',
  exploit: 'The attacker has a role that may manage tables, deletes them, and asks for money.',
  fix: {
    sam: 'Set DeletionProtectionEnabled: true.',
    cloudformation: 'Set DeletionProtectionEnabled: true.',
  },
  blindSpots:
    'Tables for tests and caches are better deletable; what a table holds is not known. DeletionPolicy: Retain protects from the stack, not from calls.',
  sources: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html'],
  examples: {
    bad: [
      {
        title: 'orders that one call deletes',
        template: `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      DeletionProtectionEnabled: false
      AttributeDefinitions:
        - { AttributeName: id, AttributeType: S }
      KeySchema:
        - { AttributeName: id, KeyType: HASH }
`,
        subject: 'Orders',
        marks: 'false',
      },
    ],
    good: [
      {
        title: 'orders that are protected',
        template: `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      DeletionProtectionEnabled: true
      AttributeDefinitions:
        - { AttributeName: id, AttributeType: S }
      KeySchema:
        - { AttributeName: id, KeyType: HASH }
`,
        subject: 'Orders',
      },
    ],
  },
} satisfies CheckDoc;
