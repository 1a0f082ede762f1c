import { describe, expect, it } from 'vitest';
import { operationNeeds, operationsOf } from './operations.ts';
import type { OperationNeed, ResourcePart } from './types.ts';

/** Service, operation, members given, actions needed in every case and for this call. */
const calls: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['s3', 'HeadObject', ['Bucket', 'Key'], ['s3:GetObject']],
  ['s3', 'GetObject', ['Bucket', 'Key', 'VersionId'], ['s3:GetObjectVersion']],
  ['s3', 'ListObjectsV2', ['Bucket'], ['s3:ListBucket']],
  ['s3', 'ListBuckets', [], ['s3:ListAllMyBuckets']],
  [
    's3',
    'PutObject',
    ['Bucket', 'Key', 'Body', 'ACL', 'Tagging'],
    ['s3:PutObject', 's3:PutObjectAcl', 's3:PutObjectTagging'],
  ],
  ['s3', 'CopyObject', ['Bucket', 'Key', 'CopySource'], ['s3:PutObject', 's3:GetObject']],
  ['s3', 'CreateMultipartUpload', ['Bucket', 'Key'], ['s3:PutObject']],
  ['s3', 'ListMultipartUploads', ['Bucket'], ['s3:ListBucketMultipartUploads']],
  ['s3', 'DeleteBucketCors', ['Bucket'], ['s3:PutBucketCORS']],
  ['s3control', 'PutPublicAccessBlock', ['AccountId'], ['s3:PutAccountPublicAccessBlock']],
  ['dynamodb', 'TransactGetItems', ['TransactItems'], ['dynamodb:GetItem']],
  ['dynamodb', 'BatchWriteItem', ['RequestItems'], ['dynamodb:BatchWriteItem']],
  ['lambda', 'Invoke', ['FunctionName', 'Payload'], ['lambda:InvokeFunction']],
  ['lambda', 'InvokeWithResponseStream', ['FunctionName'], ['lambda:InvokeFunction']],
  ['lambda', 'CreateFunction', ['FunctionName', 'Role', 'Code'], ['lambda:CreateFunction', 'iam:PassRole']],
  ['lambda', 'UpdateFunctionConfiguration', ['FunctionName'], ['lambda:UpdateFunctionConfiguration']],
  ['sqs', 'SendMessageBatch', ['QueueUrl', 'Entries'], ['sqs:SendMessage']],
  ['sqs', 'DeleteMessageBatch', ['QueueUrl', 'Entries'], ['sqs:DeleteMessage']],
  ['sns', 'PublishBatch', ['TopicArn'], ['sns:Publish']],
  ['kms', 'ReEncrypt', ['CiphertextBlob', 'DestinationKeyId'], ['kms:ReEncryptFrom', 'kms:ReEncryptTo']],
  ['sts', 'GetCallerIdentity', [], []],
  ['sts', 'AssumeRoleWithWebIdentity', ['RoleArn'], []],
  ['cognito-idp', 'InitiateAuth', ['ClientId'], []],
  ['cognito-idp', 'AdminInitiateAuth', ['UserPoolId'], ['cognito-idp:AdminInitiateAuth']],
  ['apigateway', 'GetStage', ['restApiId', 'stageName'], ['apigateway:GET']],
  ['apigateway', 'UpdateStage', ['restApiId', 'stageName'], ['apigateway:PATCH']],
  ['apigatewayv2', 'CreateRoute', ['ApiId'], ['apigateway:POST']],
  ['apigatewaymanagementapi', 'PostToConnection', ['ConnectionId'], ['execute-api:ManageConnections']],
  ['bedrock-runtime', 'ConverseStream', ['modelId'], ['bedrock:InvokeModelWithResponseStream']],
  ['stepfunctions', 'StartSyncExecution', ['stateMachineArn'], ['states:StartSyncExecution']],
  [
    'rds-data',
    'ExecuteStatement',
    ['resourceArn', 'secretArn'],
    ['rds-data:ExecuteStatement', 'secretsmanager:GetSecretValue'],
  ],
  ['iot-data', 'Publish', ['topic'], ['iot:Publish']],
  ['budgets', 'DescribeBudgets', [], ['budgets:ViewBudget']],
  ['timestream-query', 'Query', ['QueryString'], ['timestream:Select', 'timestream:DescribeEndpoints']],
];

describe('the needs of an operation', () => {
  it.each(calls)('%s.%s with %j', (service, operation, members, actions) => {
    const needs = operationNeeds(service, operation, new Set(members)) ?? [];
    const certain = needs.filter((need) => need.when === undefined && need.conditional === undefined);
    expect(certain.map(({ action }) => action)).toEqual(actions);
  });

  it('keeps the condition when the members of the call are not known', () => {
    expect(operationNeeds('s3', 'GetObject')?.slice(0, 2)).toMatchObject([
      { action: 's3:GetObject', when: [{ member: 'VersionId', is: 'absent' }] },
      { action: 's3:GetObjectVersion', when: [{ member: 'VersionId', is: 'given' }] },
    ]);
  });

  it('leaves what a value decides open: the verb of a PartiQL statement', () => {
    const needs = operationNeeds('dynamodb', 'ExecuteStatement', new Set(['Statement'])) ?? [];
    expect(needs.find(({ action }) => action === 'dynamodb:PartiQLDelete')?.when).toEqual([
      { member: 'Statement', is: 'verb', values: ['delete'] },
    ]);
  });

  it('tells which parts of a transaction need what', () => {
    const [put] = operationNeeds('dynamodb', 'TransactWriteItems', new Set(['TransactItems'])) ?? [];
    expect(put?.when).toEqual([{ member: 'TransactItems[].Put', is: 'given' }]);
    expect(arns(put)).toEqual(['arn:Partition:dynamodb:Region:Account:table/{TransactItems[].Put.TableName}']);
  });

  it.each([
    ['s3', 'GetObject', ['Bucket', 'Key'], ['arn:Partition:s3:::{Bucket}/{Key}']],
    ['dynamodb', 'Query', ['TableName'], ['arn:Partition:dynamodb:Region:Account:table/{TableName}']],
    [
      'dynamodb',
      'Query',
      ['TableName', 'IndexName'],
      ['arn:Partition:dynamodb:Region:Account:table/{TableName}/index/{IndexName}'],
    ],
    ['dynamodb', 'BatchGetItem', ['RequestItems'], ['arn:Partition:dynamodb:Region:Account:table/{RequestItems{}}']],
    ['sqs', 'SendMessage', ['QueueUrl'], ['arn:Partition:sqs:Region:Account:{QueueUrl!queue-url}']],
    ['sns', 'Publish', ['TopicArn'], ['{TopicArn!arn}']],
    [
      'events',
      'PutEvents',
      ['Entries'],
      ['arn:Partition:events:Region:Account:event-bus/{Entries[].EventBusName~default}'],
    ],
    ['ssm', 'GetParameter', ['Name'], ['arn:Partition:ssm:Region:Account:parameter/{Name!parameter-name}']],
    [
      'secretsmanager',
      'GetSecretValue',
      ['SecretId'],
      ['arn:Partition:secretsmanager:Region:Account:secret:{SecretId!secret-id}'],
    ],
    [
      'lambda',
      'Invoke',
      ['FunctionName'],
      ['arn:Partition:lambda:Region:Account:function:{FunctionName!function-name}'],
    ],
    ['stepfunctions', 'StartExecution', ['stateMachineArn'], ['{stateMachineArn!arn}']],
    ['kinesis', 'PutRecord', ['StreamName'], ['arn:Partition:kinesis:Region:Account:stream/{StreamName}']],
    [
      'firehose',
      'PutRecord',
      ['DeliveryStreamName'],
      ['arn:Partition:firehose:Region:Account:deliverystream/{DeliveryStreamName}'],
    ],
    ['cognito-idp', 'AdminGetUser', ['UserPoolId'], ['arn:Partition:cognito-idp:Region:Account:userpool/{UserPoolId}']],
    [
      'apigateway',
      'GetStage',
      ['restApiId', 'stageName'],
      ['arn:Partition:apigateway:Region::/restapis/{restApiId!text}/stages/{stageName!text}'],
    ],
    ['sts', 'AssumeRole', ['RoleArn'], ['{RoleArn!arn}']],
  ])('%s.%s with %j is on %j', (service, operation, members, expected) => {
    expect(arns(operationNeeds(service, operation, new Set(members))?.[0])).toEqual(expected);
  });

  it('tells which member holds the role that is passed, and to whom', () => {
    const needs = operationNeeds('scheduler', 'CreateSchedule') ?? [];
    expect(needs.find(({ action }) => action === 'iam:PassRole')?.passRole).toEqual({
      member: 'Target.RoleArn',
      service: 'scheduler.amazonaws.com',
    });
  });

  it('is not known of an operation that does not exist, or whose action AWS does not list', () => {
    expect(operationNeeds('s3', 'PaintObject')).toBeUndefined();
    expect(operationNeeds('nothing', 'GetObject')).toBeUndefined();
    expect(operationNeeds('logs', 'GetLogObject')).toBeUndefined();
  });

  it('takes a service by its boto3 name, its id or its prefix', () => {
    for (const service of ['apigatewayv2', 'ApiGatewayV2', 'apigateway']) {
      expect(operationNeeds(service, 'GetApis')?.[0]?.action).toBe('apigateway:GET');
    }
    expect(operationsOf('dynamodb')).toContain('PutItem');
  });
});

function arns(need: OperationNeed | undefined): readonly string[] {
  return need?.resources.map(({ parts }) => parts.map(printed).join('')) ?? [];
}

function printed(part: ResourcePart): string {
  switch (part.kind) {
    case 'literal':
      return part.text;
    case 'pseudo':
      return part.name;
    case 'any':
      return '*';
    case 'member':
      return `{${part.member}${part.form === 'arn-or-text' ? '' : `!${part.form}`}${part.absent === undefined ? '' : `~${part.absent}`}}`;
  }
}
