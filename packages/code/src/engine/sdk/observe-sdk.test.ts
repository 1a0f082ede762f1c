import { expect, test } from 'vitest';
import { factsOf, shownValue } from '../facts-of.fixture.ts';

function callsOf(code: string, file = 'index.js'): readonly string[] {
  return factsOf({ [file]: code }).sdkCalls.map((call) => {
    const input = [...call.input].map(([key, value]) => `${key}=${shownValue(value)}`).join(' ');
    const of = call.resource === undefined ? call.service : `${call.service}.${call.resource}`;
    return `${call.style} ${of} ${call.operation} ${input}`.trimEnd();
  });
}

const cases: readonly [title: string, code: string, expected: readonly string[]][] = [
  [
    'a command of version 3 is known with its input and the variable that names the bucket',
    `import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';
     const s3 = new S3Client({});
     export const handler = async (event) =>
       s3.send(new GetObjectCommand({ Bucket: process.env.PHOTOS, Key: \`photos/\${event.pathParameters.id}.jpg\` }));`,
    ['call client-s3 GetObject Bucket=$PHOTOS Key="photos/" + event:pathParameters.id + ".jpg"'],
  ],
  [
    'a document client calls the operation that its command stands for',
    `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
     import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
     const db = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' }));
     export const handler = async () => db.send(new PutCommand({ TableName: 'orders', Item: { id: '1' } }));`,
    ['document-client client-dynamodb PutItem TableName="orders" Item={ id: "1" }'],
  ],
  [
    'a paginator, a waiter and a signed URL are calls too',
    `import { S3Client, paginateListObjectsV2, waitUntilBucketExists, GetObjectCommand } from '@aws-sdk/client-s3';
     import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
     const client = new S3Client({});
     export const handler = async () => {
       for await (const page of paginateListObjectsV2({ client }, { Bucket: 'photos' })) console.log(page.KeyCount);
       await waitUntilBucketExists({ client }, { Bucket: 'thumbs' });
       return getSignedUrl(client, new GetObjectCommand({ Bucket: 'photos', Key: 'cover.jpg' }));
     };`,
    [
      'paginator client-s3 ListObjectsV2 Bucket="photos"',
      'waiter client-s3 BucketExists Bucket="thumbs"',
      'presign client-s3 GetObject Bucket="photos" Key="cover.jpg"',
    ],
  ],
  [
    'a client of version 2 is followed through a module of the application and a promise',
    `const AWS = require('aws-sdk');
     const clients = { orders: new AWS.DynamoDB.DocumentClient(), queue: new AWS.SQS() };
     exports.handler = async () => {
       await clients.orders.update({ TableName: process.env.TABLE || 'orders', Key: { id: '1' } }).promise();
       await clients.queue.sendMessage({ QueueUrl: process.env.QUEUE_URL, MessageBody: 'paid' }).promise();
     };`,
    [
      'document-client DynamoDB UpdateItem TableName=$TABLE ?? "orders" Key={ id: "1" }',
      'call SQS SendMessage QueueUrl=$QUEUE_URL MessageBody="paid"',
    ],
  ],
  [
    'a wrapper that is called with two tables writes either',
    `import { DynamoDB } from '@aws-sdk/client-dynamodb';
     const db = new DynamoDB();
     const remove = (table, id) => db.deleteItem({ TableName: table, Key: { id: { S: id } } });
     export const handler = async () => {
       await remove('orders', '1');
       await remove('payments', '1');
     };`,
    ['call client-dynamodb DeleteItem TableName="orders" | "payments" Key={ id: { S: "1" } }'],
  ],
];

test.each(cases)('%s', (_, code, expected) => {
  expect(callsOf(code)).toEqual(expected);
});

const pythonCases: readonly [title: string, code: string, expected: readonly string[]][] = [
  [
    'a client of boto3 calls an operation with keyword arguments',
    `
import os
import boto3

sqs = boto3.client("sqs")

def handler(event, context):
    sqs.send_message(QueueUrl=os.environ["QUEUE_URL"], MessageBody="paid")
`,
    ['call sqs SendMessage QueueUrl=$QUEUE_URL MessageBody="paid"'],
  ],
  [
    'a variable of the environment is known however it is read',
    `
import os
import boto3

db = boto3.client("dynamodb")

def handler(event, context):
    db.get_item(TableName=os.environ.get("ORDERS"))
    db.scan(TableName=os.environ.get("ORDERS", "orders"))
    db.query(TableName=os.getenv("ORDERS"))
`,
    [
      'call dynamodb GetItem TableName=$ORDERS',
      'call dynamodb Scan TableName=$ORDERS ?? "orders"',
      'call dynamodb Query TableName=$ORDERS',
    ],
  ],
  [
    'a resource knows its table, also in a class',
    `
import os
import boto3

class Orders:
    def __init__(self, name):
        self.table = boto3.resource("dynamodb").Table(name)

    def save(self, order):
        self.table.put_item(Item=order)

orders = Orders(os.getenv("ORDERS", "orders"))

def handler(event, context):
    orders.save({"id": event["pathParameters"]["id"]})
    return orders.table.get_item(Key={"id": "1"}).get("Item")
`,
    [
      'resource dynamodb.Table put_item TableName=$ORDERS ?? "orders" Item={ id: event:pathParameters.id }',
      'resource dynamodb.Table get_item TableName=$ORDERS ?? "orders" Key={ id: "1" }',
    ],
  ],
  [
    'paginators, waiters, transfers and collections are calls',
    `
import boto3

session = boto3.Session(region_name="eu-west-1")
s3 = session.client("s3")
bucket = session.resource("s3").Bucket("photos")

def handler(event, context):
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket="photos"):
        print(page["KeyCount"])
    s3.get_waiter("object_exists").wait(Bucket="photos", Key="cover.jpg")
    s3.upload_file("/tmp/cover.jpg", "photos", "cover.jpg")
    bucket.objects.filter(Prefix="old/").delete()
`,
    [
      'paginator s3 ListObjectsV2 Bucket="photos"',
      'waiter s3 object_exists Bucket="photos" Key="cover.jpg"',
      'transfer s3 upload_file Filename="/tmp/cover.jpg" Bucket="photos" Key="cover.jpg"',
      'resource s3.Bucket.objects filter Bucket="photos" Prefix="old/"',
      'resource s3.Bucket.objects delete Bucket="photos"',
    ],
  ],
];

test.each(pythonCases)('%s', (_, code, expected) => {
  expect(callsOf(code, 'app.py')).toEqual(expected);
});

test('a role that is assumed for a client is a fact of its calls', () => {
  const [, call] = factsOf({
    'app.py': `
import boto3

def handler(event, context):
    role = boto3.client("sts").assume_role(RoleArn="arn:aws:iam::111122223333:role/audit", RoleSessionName="orders")
    keys = role["Credentials"]
    s3 = boto3.client("s3", aws_access_key_id=keys["AccessKeyId"], aws_secret_access_key=keys["SecretAccessKey"])
    s3.list_buckets()
`,
  }).sdkCalls;
  expect(call?.client.role).toEqual({ kind: 'literal', value: 'arn:aws:iam::111122223333:role/audit' });
});

test('a request to a host is known with its URL and the header that it authenticates with, whose value is not told', () => {
  const [host] = factsOf({
    'index.js': `
      const axios = require('axios');
      const shipping = axios.create({ baseURL: 'https://api.shipping.example' });
      exports.handler = async (event) => {
        const { address } = JSON.parse(event.body);
        await shipping.post('/labels', { address }, { headers: { Authorization: 'Bearer ' + process.env.SHIPPING_TOKEN } });
      };`,
  }).hosts;
  expect(host && { ...host, url: shownValue(host.url), credential: host.credential?.kind }).toMatchObject({
    url: '"https://api.shipping.example/labels"',
    credential: 'authorization',
    sends: ['body.address'],
    tls: true,
  });
});
