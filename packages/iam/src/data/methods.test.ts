import { describe, expect, it } from 'vitest';
import { methodToOperation } from './methods.ts';
import type { MethodKind, SdkKind } from './types.ts';

const cases: readonly (readonly [SdkKind, string, MethodKind, string, readonly string[]])[] = [
  ['js-v3', '@aws-sdk/client-s3', 'command', 'GetObjectCommand', ['GetObject']],
  ['js-v3', 'S3', 'client', 'listObjectsV2', ['ListObjectsV2']],
  ['js-v3', '@aws-sdk/client-s3', 'paginator', 'paginateListObjectsV2', ['ListObjectsV2']],
  ['js-v3', '@aws-sdk/client-s3', 'waiter', 'waitUntilObjectExists', ['HeadObject']],
  ['js-v3', '@aws-sdk/lib-dynamodb', 'command', 'PutCommand', ['PutItem']],
  ['js-v3', '@aws-sdk/lib-dynamodb', 'command', 'TransactWriteCommand', ['TransactWriteItems']],
  ['js-v3', '@aws-sdk/lib-dynamodb', 'paginator', 'paginateScan', ['Scan']],
  ['js-v3', '@aws-sdk/lib-dynamodb', 'resource', 'DynamoDBDocument.get', ['GetItem']],
  ['js-v2', 'DynamoDB.DocumentClient', 'resource', 'DocumentClient.batchGet', ['BatchGetItem']],
  ['js-v2', 'S3', 'waiter', 'objectExists', ['HeadObject']],
  ['js-v2', 'StepFunctions', 'client', 'startExecution', ['StartExecution']],
  ['boto3', 'dynamodb', 'client', 'transact_write_items', ['TransactWriteItems']],
  ['boto3', 'dynamodb', 'resource', 'Table.put_item', ['PutItem']],
  ['boto3', 's3', 'resource', 'Bucket.objects.filter', ['ListObjects']],
  ['boto3', 's3', 'resource', 'Bucket.objects.delete', ['ListObjects', 'DeleteObjects']],
  ['boto3', 's3', 'resource', 'Object.load', ['HeadObject']],
  ['boto3', 's3', 'client', 'download_file', ['HeadObject', 'GetObject']],
  ['boto3', 's3', 'paginator', 'list_objects_v2', ['ListObjectsV2']],
  ['boto3', 's3', 'waiter', 'bucket_exists', ['HeadBucket']],
  ['boto3', 'sqs', 'resource', 'Queue.send_messages', ['SendMessageBatch']],
  ['boto3', 'sqs', 'resource', 'ServiceResource.get_queue_by_name', ['GetQueueUrl']],
  ['java', 'S3AsyncClient', 'client', 'getObject', ['GetObject']],
  ['go', 'github.com/aws/aws-sdk-go-v2/service/sfn', 'client', 'StartExecution', ['StartExecution']],
];

describe('a method of an SDK', () => {
  it.each(cases)('%s %s %s %s', (sdk, service, kind, method, operations) => {
    const found = methodToOperation({ sdk, service, kind, method }) ?? [];
    expect(found.map(({ operation }) => operation)).toEqual(operations);
  });

  it('marks the operations that only large uploads reach', () => {
    const found = methodToOperation({ sdk: 'boto3', service: 's3', kind: 'client', method: 'upload_file' });
    expect(found?.filter(({ sometimes }) => sometimes !== true)).toEqual([{ service: 's3', operation: 'PutObject' }]);
    expect(found).toContainEqual({ service: 's3', operation: 'UploadPart', sometimes: true });
  });

  it.each([
    ['s3', 'client', 'paint_object'],
    ['s3', 'paginator', 'get_object'],
    ['s3', 'resource', 'constructor'],
    ['nothing', 'client', 'get_object'],
  ] as const)('is unknown: %s %s %s', (service, kind, method) => {
    expect(methodToOperation({ sdk: 'boto3', service, kind, method })).toBeUndefined();
  });
});
