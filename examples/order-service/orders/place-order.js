const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, PutCommand } = require('@aws-sdk/lib-dynamodb');
const { SQSClient, SendMessageCommand } = require('@aws-sdk/client-sqs');
const { randomUUID } = require('node:crypto');

const orders = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const queue = new SQSClient({});

exports.handler = async (event) => {
  const order = { ...JSON.parse(event.body), id: randomUUID() };
  await orders.send(new PutCommand({ TableName: process.env.ORDERS, Item: order }));
  await queue.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: JSON.stringify({ id: order.id }) }));
  return { statusCode: 201, body: JSON.stringify({ id: order.id }) };
};
