import type { Kind } from '../facets/index.ts';

/** What touches the data itself of a kind of resource, by the service authorization reference of each service. */
export interface DataActions {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly invokes?: readonly string[];
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const dataActions: Readonly<Partial<Record<Kind, DataActions>>> = {
  bucket: {
    reads: ['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket', 's3:ListBucketVersions', 's3:GetObjectAttributes'],
    writes: [
      's3:PutObject',
      's3:DeleteObject',
      's3:DeleteObjectVersion',
      's3:PutObjectAcl',
      's3:ReplicateObject',
      's3:PutBucketPolicy',
      's3:PutBucketAcl',
      's3:DeleteBucket',
      's3:PutBucketNotification',
      's3:PutLifecycleConfiguration',
    ],
  },
  queue: {
    reads: ['sqs:ReceiveMessage'],
    writes: ['sqs:SendMessage', 'sqs:DeleteMessage', 'sqs:PurgeQueue', 'sqs:SetQueueAttributes', 'sqs:AddPermission'],
  },
  topic: {
    reads: ['sns:Subscribe', 'sns:Receive'],
    writes: ['sns:Publish', 'sns:SetTopicAttributes', 'sns:AddPermission', 'sns:DeleteTopic'],
  },
  table: {
    reads: [
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:Query',
      'dynamodb:Scan',
      'dynamodb:GetRecords',
      'dynamodb:PartiQLSelect',
      'dynamodb:ExportTableToPointInTime',
      'dynamodb:TransactGetItems',
    ],
    writes: [
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      'dynamodb:BatchWriteItem',
      'dynamodb:DeleteTable',
      'dynamodb:PartiQLInsert',
      'dynamodb:PartiQLUpdate',
      'dynamodb:PartiQLDelete',
      'dynamodb:PutResourcePolicy',
      'dynamodb:TransactWriteItems',
    ],
  },
  stream: {
    reads: ['kinesis:GetRecords', 'kinesis:SubscribeToShard'],
    writes: ['kinesis:PutRecord', 'kinesis:PutRecords', 'kinesis:DeleteStream'],
  },
  'delivery-stream': {
    reads: [],
    writes: ['firehose:PutRecord', 'firehose:PutRecordBatch', 'firehose:UpdateDestination'],
  },
  'event-bus': { reads: [], writes: ['events:PutEvents', 'events:PutRule', 'events:PutTargets'] },
  secret: {
    reads: ['secretsmanager:GetSecretValue', 'secretsmanager:BatchGetSecretValue'],
    writes: [
      'secretsmanager:PutSecretValue',
      'secretsmanager:UpdateSecret',
      'secretsmanager:DeleteSecret',
      'secretsmanager:PutResourcePolicy',
    ],
  },
  parameter: {
    reads: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath', 'ssm:GetParameterHistory'],
    writes: ['ssm:PutParameter', 'ssm:DeleteParameter'],
  },
  key: {
    reads: ['kms:Decrypt', 'kms:ReEncryptFrom'],
    writes: [
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:Sign',
      'kms:CreateGrant',
      'kms:PutKeyPolicy',
      'kms:ScheduleKeyDeletion',
      'kms:DisableKey',
    ],
  },
  repository: {
    reads: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    writes: [
      'ecr:PutImage',
      'ecr:InitiateLayerUpload',
      'ecr:UploadLayerPart',
      'ecr:BatchDeleteImage',
      'ecr:SetRepositoryPolicy',
    ],
  },
  'log-group': {
    reads: ['logs:GetLogEvents', 'logs:FilterLogEvents', 'logs:StartQuery'],
    writes: ['logs:PutLogEvents', 'logs:DeleteLogGroup'],
  },
  'search-domain': {
    reads: ['es:ESHttpGet', 'es:ESHttpHead'],
    writes: ['es:ESHttpPost', 'es:ESHttpPut', 'es:ESHttpDelete', 'es:ESHttpPatch'],
  },
  'file-system': {
    reads: ['elasticfilesystem:ClientMount'],
    writes: ['elasticfilesystem:ClientWrite', 'elasticfilesystem:ClientRootAccess'],
  },
  function: {
    reads: ['lambda:GetFunction'],
    writes: ['lambda:UpdateFunctionCode', 'lambda:UpdateFunctionConfiguration'],
    invokes: ['lambda:InvokeFunction', 'lambda:InvokeAsync', 'lambda:InvokeFunctionUrl'],
  },
  'state-machine': {
    reads: ['states:GetExecutionHistory', 'states:DescribeExecution'],
    writes: ['states:UpdateStateMachine'],
    invokes: ['states:StartExecution', 'states:StartSyncExecution'],
  },
};
