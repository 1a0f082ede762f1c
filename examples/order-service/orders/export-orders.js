const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, paginateScan } = require('@aws-sdk/lib-dynamodb');

const orders = DynamoDBDocumentClient.from(new DynamoDBClient({}));

exports.handler = async () => {
  const rows = [];
  for await (const page of paginateScan({ client: orders }, { TableName: process.env.ORDERS })) rows.push(...page.Items);
  return { statusCode: 200, body: JSON.stringify(rows) };
};
