import type { CheckDoc } from '../check-doc.ts';

const template = (...policies: readonly string[]): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::SimpleTable
  Receipts:
    Type: AWS::S3::Bucket
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      CodeUri: .
      Environment: { Variables: { ORDERS: !Ref Orders } }
      Policies:
${policies.map((policy) => `        - ${policy}\n`).join('')}`;

const files = {
  'index.mjs': `import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

const db = new DynamoDBClient({});

export const handler = async () =>
  db.send(new PutItemCommand({ TableName: process.env.ORDERS, Item: { id: { S: '1' } } }));
`,
};

const write = 'DynamoDBWritePolicy: { TableName: !Ref Orders }';

export default {
  why: 'Whoever makes a function run other code, by an injection or a poisoned package, has the whole role and not only what the code uses. What nobody calls can go without anything failing.',
  exploit:
    'An order function that only writes its table was once given the receipts too. An injection in it reads every receipt of the shop.',
  fix: {
    sam: 'Take the policy template away, or choose the narrower one: DynamoDBWritePolicy in the place of DynamoDBCrudPolicy. `leastwise policy <function>` prints the smallest.',
    cloudformation:
      'Take the actions out of the statement. `leastwise policy <function>` prints the statements that are needed.',
  },
  blindSpots:
    'Told only where every call of every function of the role is understood and nothing but Lambda may take the role. Programs that the code starts, and libraries that call AWS without a name that says so, are not seen. A function in a layer of which only the ARN is known may read secrets and parameters by an extension: these are left out there.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html',
  ],
  examples: {
    bad: [
      {
        title: 'an order function with the receipts that it never reads',
        template: template(write, 'S3ReadPolicy: { BucketName: !Ref Receipts }'),
        subject: 'PlaceOrderRole',
        marks: 'S3ReadPolicy',
        files,
      },
      {
        title: 'every right on the table for a function that only writes it',
        template: template('DynamoDBCrudPolicy: { TableName: !Ref Orders }'),
        subject: 'PlaceOrderRole',
        marks: 'DynamoDBCrudPolicy',
        files,
      },
    ],
    good: [
      {
        title: 'an order function that may put orders',
        template: template(
          `Statement:
            - Effect: Allow
              Action: dynamodb:PutItem
              Resource: !GetAtt Orders.Arn`,
        ),
        subject: 'PlaceOrderRole',
        files,
      },
    ],
  },
} satisfies CheckDoc;
