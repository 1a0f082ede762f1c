import type { CheckDoc } from '../check-doc.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  SearchOrders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: app.handler
      CodeUri: .
      Events:
        Request: { Type: HttpApi, Properties: { Path: '/orders', Method: get } }
`;

export default {
  why: 'A filter that is built from text, or taken as a whole object from the event, lets the sender change the question: `{ "$ne": null }` matches everything, and a part of a DynamoDB expression changes the condition.',
  exploit:
    '1. The attacker sends `{ "user": "ada", "password": { "$ne": "" } }`.\n2. The query matches the user whatever the password is.',
  fix: {
    javascript:
      "`collection.findOne({ user: String(user) })`; in DynamoDB `FilterExpression: 'customer = :c'` with the value in `ExpressionAttributeValues`.",
    python:
      "`collection.find_one({'user': str(user)})`; in DynamoDB `Attr('customer').eq(value)` or a fixed expression with `ExpressionAttributeValues`.",
  },
  blindSpots:
    'Values in `ExpressionAttributeValues` are safe and never reported, also when their meaning lets one user read what belongs to another.',
  sources: [
    'https://cwe.mitre.org/data/definitions/943.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ExpressionAttributeValues.html',
  ],
  examples: {
    bad: [
      {
        title: 'a search whose filter is built from text',
        template,
        subject: 'SearchOrders',
        marks: 'new ScanCommand(',
        files: {
          'app.js': `const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, ScanCommand } = require('@aws-sdk/lib-dynamodb');
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

exports.handler = async (event) => {
  const { customer } = event.queryStringParameters;
  const found = await client.send(new ScanCommand({ TableName: 'orders', FilterExpression: \`customer = \${customer}\` }));
  return { statusCode: 200, body: JSON.stringify(found.Items) };
};
`,
        },
      },
    ],
    good: [
      {
        title: 'a search with the value in its place',
        template,
        subject: 'SearchOrders',
        files: {
          'app.js': `const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, ScanCommand } = require('@aws-sdk/lib-dynamodb');
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

exports.handler = async (event) => {
  const { customer } = event.queryStringParameters;
  const found = await client.send(
    new ScanCommand({ TableName: 'orders', FilterExpression: 'customer = :c', ExpressionAttributeValues: { ':c': customer } }),
  );
  return { statusCode: 200, body: JSON.stringify(found.Items) };
};
`,
        },
      },
    ],
  },
} satisfies CheckDoc;
