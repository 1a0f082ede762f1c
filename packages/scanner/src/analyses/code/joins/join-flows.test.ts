import { analyseCode } from '@leastwise/code/engine';
import { memoryTree } from '@leastwise/model';
import { expect, it } from 'vitest';
import { buildEstate } from '../../../estate/build-estate.ts';
import { readTemplateText } from '../../../readers/cloudformation/read-template-text.ts';
import { factsOf } from '../../facts-of.ts';

/** An order service: `place` is open to the internet, `charge` runs a command with what it is sent. */
function chargeFlows(
  resources: string,
  code: { readonly place: string; readonly charge: string },
  language: 'js' | 'py' = 'js',
): readonly string[] {
  const runtime = language === 'js' ? 'nodejs22.x' : 'python3.13';
  const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Place:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: ${runtime}
      Handler: place.handler
      CodeUri: .
      Environment: { Variables: { TARGET: !Ref Carrier } }
      Events: { Api: { Type: HttpApi, Properties: { Path: /orders, Method: post } } }
${resources}`;
  const tree = memoryTree({
    'template.yaml': template,
    [`place.${language}`]: code.place,
    [`charge.${language}`]: code.charge,
  });
  const estate = buildEstate(
    'orders',
    { label: '', conditions: new Map(), isDefault: true },
    readTemplateText(template),
  );
  const { code: facts } = factsOf(estate, tree, analyseCode);
  const charge = estate.of('function').find(({ id }) => id.endsWith('/Charge'));
  return (charge === undefined ? [] : (facts.of(charge.id)?.flows ?? []))
    .filter((flow) => flow.class === 'command-injection')
    .map(({ origin, source, steps }) =>
      origin === undefined
        ? `${source.event} ${source.path}`
        : `${origin.source.event} ${origin.source.path} via ${origin.through.join(', ')} in ${new Set(steps.map(({ at }) => at.file)).size} files`,
    );
}

const charge = (event: string, language: 'js' | 'py' = 'js'): string => `  Charge:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: ${language === 'js' ? 'nodejs22.x' : 'python3.13'}
      Handler: charge.handler
      CodeUri: .
      ${event}
`;
const fromQueue = 'Events: { In: { Type: SQS, Properties: { Queue: !GetAtt Carrier.Arn } } }';
const queue = `  Carrier: { Type: 'AWS::SQS::Queue' }\n${charge(fromQueue)}`;

const sends = (message: string): string => `
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
const sqs = new SQSClient({});
export const handler = async (event) => {
  const order = JSON.parse(event.body);
  const message = ${message};
  await sqs.send(new SendMessageCommand({ QueueUrl: process.env.TARGET, MessageBody: JSON.stringify(message) }));
};`;
const runs = (read: string): string => `
import { exec } from 'node:child_process';
export const handler = async (event) => { for (const record of event.Records) { exec('print ' + ${read}); } };`;

it.each([
  ['what the caller sends', '{ order: { id: order.id } }', ['http-api body.id via queue Carrier in 3 files']],
  ['nothing but constants', "{ order: { id: 'daily-report' } }", []],
  ['the data at another place only', "{ order: { id: 'daily-report' }, note: order.note }", []],
  ['a number', '{ order: { id: Number(order.id) } }', []],
  ['the whole order', '{ order }', ['http-api body.id via queue Carrier in 3 files']],
])('a queue that holds %s', (_, message, expected) => {
  expect(chargeFlows(queue, { place: sends(message), charge: runs('JSON.parse(record.body).order.id') })).toEqual(
    expected,
  );
});

it('keeps the doubt about a queue that nobody in the text fills', () => {
  expect(
    chargeFlows(queue, { place: 'export const handler = async () => {};', charge: runs('JSON.parse(record.body).id') }),
  ).toEqual(['queue Records[].body.id']);
});

const put = (call: string): string => `
const AWS = require('aws-sdk');
exports.handler = async (event) => {
  const order = JSON.parse(event.body);
  const fixed = { id: 'daily-report' };
  ${call}
};`;

const cases: readonly [
  title: string,
  resources: string,
  call: (order: string) => string,
  read: string,
  through: string,
][] = [
  [
    'a topic',
    `  Carrier: { Type: 'AWS::SNS::Topic' }\n${charge('Events: { In: { Type: SNS, Properties: { Topic: !Ref Carrier } } }')}`,
    (order) =>
      `await new AWS.SNS().publish({ TopicArn: process.env.TARGET, Message: JSON.stringify(${order}) }).promise();`,
    'JSON.parse(record.Sns.Message).id',
    'topic Carrier',
  ],
  [
    'a table and its stream',
    `  Carrier: { Type: 'AWS::DynamoDB::Table', Properties: { StreamSpecification: { StreamViewType: NEW_IMAGE } } }\n${charge('Events: { In: { Type: DynamoDB, Properties: { Stream: !GetAtt Carrier.StreamArn, StartingPosition: LATEST } } }')}`,
    (order) =>
      `await new AWS.DynamoDB.DocumentClient().put({ TableName: process.env.TARGET, Item: { id: ${order}.id } }).promise();`,
    'record.dynamodb.NewImage.id.S',
    'table Carrier',
  ],
  [
    'a stream',
    `  Carrier: { Type: 'AWS::Kinesis::Stream' }\n${charge('Events: { In: { Type: Kinesis, Properties: { Stream: !GetAtt Carrier.Arn, StartingPosition: LATEST } } }')}`,
    (order) =>
      `await new AWS.Kinesis().putRecord({ StreamName: process.env.TARGET, PartitionKey: '1', Data: Buffer.from(JSON.stringify(${order})) }).promise();`,
    "JSON.parse(Buffer.from(record.kinesis.data, 'base64').toString()).id",
    'stream Carrier',
  ],
];

it.each(cases)('follows data through %s, and no constant', (_, resources, call, read, through) => {
  const flows = (order: string): readonly string[] =>
    chargeFlows(resources, { place: put(call(order)), charge: runs(read) });
  expect(flows('order')).toEqual([`http-api body.id via ${through} in 3 files`]);
  expect(flows('fixed')).toEqual([]);
});

const onBus = (type: string): string =>
  `  Carrier: { Type: 'AWS::Events::EventBus', Properties: { Name: shop } }\n${charge(
    `Events: { In: { Type: EventBridgeRule, Properties: { EventBusName: !Ref Carrier, Pattern: { detail-type: [${type}] } } } }`,
  )}`;

it.each([
  ['that selects the event', 'OrderPlaced', ['http-api body.id via event bus shop in 3 files']],
  ['that selects other events', 'OrderPaid', []],
])('follows an event through a rule %s', (_, type, expected) => {
  const place = put(
    `await new AWS.EventBridge().putEvents({ Entries: [{ EventBusName: process.env.TARGET, Source: 'shop', DetailType: 'OrderPlaced', Detail: JSON.stringify(order) }] }).promise();`,
  );
  const code = `const { exec } = require('child_process');\nexports.handler = async (event) => exec('print ' + event.detail.id);`;
  const flows = chargeFlows(onBus(type), { place, charge: code });
  expect(flows.filter((flow) => flow.includes('via'))).toEqual(expected);
});

it.each([
  ['the order', '$.id', ['http-api body.id via state machine Carrier in 3 files']],
  ['another part of the input', '$$.Execution.Name', []],
])('follows the input of a state machine to a task that is given %s', (_, reference, expected) => {
  const resources = `  Carrier:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Wait
        States:
          Wait: { Type: Wait, Seconds: 5, Next: Charge }
          Charge:
            Type: Task
            Resource: arn:aws:states:::lambda:invoke
            Parameters: { FunctionName: !GetAtt Charge.Arn, Payload: { orderId.$: ${reference} } }
            End: true
${charge('Timeout: 10')}`;
  const place = put(
    'await new AWS.StepFunctions().startExecution({ stateMachineArn: process.env.TARGET, input: JSON.stringify(order) }).promise();',
  );
  const code = `const { exec } = require('child_process');\nexports.handler = async (event) => exec('print ' + event.orderId);`;
  expect(chargeFlows(resources, { place, charge: code })).toEqual(expected);
});

it.each([
  ['order', ['http-api body.id via queue Carrier in 3 files']],
  ["{'id': 'daily-report'}", []],
])('follows Python code that sends %s', (message, expected) => {
  const place = `
import json, os, boto3
sqs = boto3.client("sqs")
def handler(event, context):
    order = json.loads(event["body"])
    sqs.send_message(QueueUrl=os.environ["TARGET"], MessageBody=json.dumps(${message}))
`;
  const code = `
import json, os
def handler(event, context):
    for record in event["Records"]:
        os.system("print " + json.loads(record["body"])["id"])
`;
  const resources = `  Carrier: { Type: 'AWS::SQS::Queue' }\n${charge(fromQueue, 'py')}`;
  expect(chargeFlows(resources, { place, charge: code }, 'py')).toEqual(expected);
});

it('ends where a message goes in a circle', () => {
  const again = runs('JSON.parse(record.body).id').replace(
    'exec(',
    'await new (require("aws-sdk").SQS)().sendMessage({ QueueUrl: process.env.AGAIN, MessageBody: record.body }).promise(); exec(',
  );
  const circle = queue.replace(fromQueue, `${fromQueue}\n      Environment: { Variables: { AGAIN: !Ref Carrier } }`);
  expect(chargeFlows(circle, { place: sends('{ id: order.id }'), charge: again })).toEqual([
    'http-api body.id via queue Carrier in 3 files',
  ]);
});
