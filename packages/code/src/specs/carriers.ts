import type { CarrierKind } from '../facts/sent.ts';

/** A call of an SDK that hands data to something that starts other functions. */
export interface CarrierSpec {
  readonly to: CarrierKind;
  /** As the SDKs call it, without case and `client-`. */
  readonly services: readonly string[];
  /** Without case and `_`. */
  readonly operations: readonly string[];
  /** The list whose items are sent one by one; the paths below lead on from an item. */
  readonly each?: string;
  /** Members that name the carrier, first that is given; beginning with `^` from the whole input, not from an item. */
  readonly resource: readonly string[];
  /** Members of the input by the path at which they stand in what the carrier holds. */
  readonly payload: readonly (readonly [member: string, path: string])[];
  readonly detailType?: string;
  readonly eventSource?: string;
}

const attributes = [['MessageAttributes.*.StringValue', '@attributes.*']] as const satisfies CarrierSpec['payload'];

/** By the API reference of each service. https://docs.aws.amazon.com/ */
export const carriers: readonly CarrierSpec[] = [
  {
    to: 'queue',
    services: ['sqs'],
    operations: ['sendmessage'],
    resource: ['QueueUrl', 'QueueName'],
    payload: [['MessageBody', ''], ...attributes],
  },
  {
    to: 'queue',
    services: ['sqs'],
    operations: ['sendmessagebatch', 'sendmessages'],
    each: 'Entries',
    resource: ['^QueueUrl', '^QueueName'],
    payload: [['MessageBody', ''], ...attributes],
  },
  {
    to: 'topic',
    services: ['sns'],
    operations: ['publish'],
    resource: ['TopicArn', 'TargetArn'],
    payload: [['Message', ''], ['Subject', '@subject'], ...attributes],
  },
  {
    to: 'topic',
    services: ['sns'],
    operations: ['publishbatch'],
    each: 'PublishBatchRequestEntries',
    resource: ['^TopicArn'],
    payload: [['Message', ''], ['Subject', '@subject'], ...attributes],
  },
  {
    to: 'event-bus',
    services: ['eventbridge', 'cloudwatch-events', 'cloudwatchevents', 'events'],
    operations: ['putevents'],
    each: 'Entries',
    resource: ['EventBusName'],
    payload: [
      ['Detail', 'detail'],
      ['DetailType', 'detail-type'],
      ['Resources', 'resources'],
    ],
    detailType: 'DetailType',
    eventSource: 'Source',
  },
  {
    to: 'bucket',
    services: ['s3'],
    operations: [
      'putobject',
      'upload',
      'uploadfile',
      'uploadfileobj',
      'copyobject',
      'copy',
      'createmultipartupload',
      'put',
    ],
    resource: ['Bucket'],
    payload: [['Key', 'key']],
  },
  {
    to: 'table',
    services: ['dynamodb'],
    operations: ['putitem'],
    resource: ['TableName'],
    payload: [['Item', '']],
  },
  {
    to: 'table',
    services: ['dynamodb'],
    operations: ['updateitem'],
    resource: ['TableName'],
    payload: [
      ['Key', ''],
      ['ExpressionAttributeValues.*', '*'],
      ['AttributeUpdates.*.Value', '*'],
    ],
  },
  {
    to: 'table',
    services: ['dynamodb'],
    operations: ['transactwriteitems'],
    each: 'TransactItems',
    resource: ['Put.TableName', 'Update.TableName'],
    payload: [
      ['Put.Item', ''],
      ['Update.Key', ''],
      ['Update.ExpressionAttributeValues.*', '*'],
    ],
  },
  {
    to: 'stream',
    services: ['kinesis'],
    operations: ['putrecord'],
    resource: ['StreamName', 'StreamARN'],
    payload: [
      ['Data', ''],
      ['PartitionKey', '@partition'],
    ],
  },
  {
    to: 'stream',
    services: ['kinesis'],
    operations: ['putrecords'],
    each: 'Records',
    resource: ['^StreamName', '^StreamARN'],
    payload: [
      ['Data', ''],
      ['PartitionKey', '@partition'],
    ],
  },
  {
    to: 'delivery-stream',
    services: ['firehose'],
    operations: ['putrecord'],
    resource: ['DeliveryStreamName'],
    payload: [['Record.Data', '']],
  },
  {
    to: 'delivery-stream',
    services: ['firehose'],
    operations: ['putrecordbatch'],
    each: 'Records',
    resource: ['^DeliveryStreamName'],
    payload: [['Data', '']],
  },
  {
    to: 'function',
    services: ['lambda'],
    operations: ['invoke', 'invokeasync', 'invokewithresponsestream'],
    resource: ['FunctionName'],
    payload: [
      ['Payload', ''],
      ['InvokeArgs', ''],
    ],
  },
  {
    to: 'state-machine',
    services: ['sfn', 'stepfunctions'],
    operations: ['startexecution', 'startsyncexecution'],
    resource: ['stateMachineArn'],
    payload: [['input', '']],
  },
];

/**
 * Calls that only write a value down in another form, so that its members can still be told apart: `JSON.stringify(order)` holds
 * `order.id` at `id`. The value is argument 0, or the receiver of a method.
 */
export const spellings: { readonly ofArgument: ReadonlySet<string>; readonly ofReceiver: ReadonlySet<string> } = {
  ofArgument: new Set([
    'global#JSON.stringify()',
    'buffer#Buffer.from()',
    'global#Buffer.from()',
    'buffer#Buffer()',
    'global#Buffer()',
    'global#TextEncoder().encode()',
    'util#TextEncoder().encode()',
    '@aws-sdk/util-dynamodb#marshall()',
    '@aws-sdk/util-utf8-node#fromUtf8()',
    '@smithy/util-utf8#fromUtf8()',
    '@aws-sdk/util-utf8#fromUtf8()',
    'aws-sdk#DynamoDB.Converter.marshall()',
    'json#dumps()',
    'simplejson#dumps()',
    'orjson#dumps()',
    'ujson#dumps()',
    'builtins#bytes()',
    'builtins#str()',
    'global#String()',
    'boto3.dynamodb.types#TypeSerializer().serialize()',
  ]),
  ofReceiver: new Set(['toString', 'encode', 'decode', 'trim', 'strip']),
};
