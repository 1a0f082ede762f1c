import type { CheckDoc } from '../check-doc.ts';

const template = (policy: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::SimpleTable
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      CodeUri: .
      Environment: { Variables: { ORDERS: !Ref Orders } }
      Policies:
        - ${policy}: { TableName: !Ref Orders }
`;

const files = {
  'index.mjs': `import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

const db = new DynamoDBClient({});

export const handler = async () =>
  db.send(new PutItemCommand({ TableName: process.env.ORDERS, Item: { id: { S: '1' } } }));
`,
};

export default {
  why: 'The call fails whenever it is made. A path that always fails is often noticed late: in an error handler, a clean-up, a monthly job. The usual repair in a hurry is a wildcard.',
  exploit:
    'Nobody gains anything by itself. Under pressure the role gets a policy that is far too wide, and that is what an attacker uses.',
  fix: {
    sam: 'Give the function the one action on the one resource that it calls, or remove the call.',
    cloudformation: 'Give the role the one action on the one resource that is called, or remove the call.',
  },
  blindSpots:
    'Told only where the role stands in the templates with all its policies, and where the resource does too or its kind has no policy of its own.',
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html'],
  examples: {
    bad: [
      {
        title: 'an order function that writes with the right to read',
        template: template('DynamoDBReadPolicy'),
        subject: 'PlaceOrder',
        marks: 'db.send(',
        files,
      },
    ],
    good: [
      {
        title: 'an order function that may write',
        template: template('DynamoDBWritePolicy'),
        subject: 'PlaceOrder',
        files,
      },
    ],
  },
} satisfies CheckDoc;
