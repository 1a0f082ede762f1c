import type { ArgumentPlace, CalleeName } from '../spec.ts';
import {
  argument,
  madeBy,
  operation,
  type AwsOperation,
  type InputPlace,
  type LibraryCallSpec,
} from './library-call.ts';

function row(
  id: string,
  callees: readonly CalleeName[],
  operations: readonly AwsOperation[],
  page: string,
): LibraryCallSpec {
  return { id: `javascript/${id}`, language: 'javascript', callees, operations, page };
}

const powertools = 'https://docs.aws.amazon.com/powertools/typescript/latest/features';
const middy = 'https://middy.js.org/docs/middlewares';
const dynamo = 'client-dynamodb';

function table(names: readonly string[], tableName: InputPlace): readonly AwsOperation[] {
  return names.map((name) => operation(dynamo, name, { TableName: tableName }));
}

/** Methods of a model of a table, and the operation that each is. */
function model(
  id: string,
  maker: CalleeName,
  place: ArgumentPlace,
  methods: Readonly<Record<string, readonly string[]>>,
  page: string,
): readonly LibraryCallSpec[] {
  return Object.entries(methods).map(([method, names]) =>
    row(`${id}.${method}`, [`${maker}().${method}`], table(names, madeBy(maker, place)), page),
  );
}

export const javascriptLibraryCalls: readonly LibraryCallSpec[] = [
  row(
    'powertools.getParameter',
    ['@aws-lambda-powertools/parameters/ssm#getParameter', '@aws-lambda-powertools/parameters/ssm#SSMProvider().get'],
    [operation('client-ssm', 'GetParameter', { Name: argument(0) })],
    `${powertools}/parameters`,
  ),
  row(
    'powertools.getParameters',
    [
      '@aws-lambda-powertools/parameters/ssm#getParameters',
      '@aws-lambda-powertools/parameters/ssm#SSMProvider().getMultiple',
    ],
    [operation('client-ssm', 'GetParametersByPath', { Path: argument(0) })],
    `${powertools}/parameters`,
  ),
  row(
    'powertools.getParametersByName',
    [
      '@aws-lambda-powertools/parameters/ssm#getParametersByName',
      '@aws-lambda-powertools/parameters/ssm#SSMProvider().getParametersByName',
    ],
    [
      operation('client-ssm', 'GetParameters', { Names: argument(0) }),
      operation('client-ssm', 'GetParameter', { Name: argument(0) }, true),
    ],
    `${powertools}/parameters`,
  ),
  row(
    'powertools.setParameter',
    ['@aws-lambda-powertools/parameters/ssm#setParameter', '@aws-lambda-powertools/parameters/ssm#SSMProvider().set'],
    [operation('client-ssm', 'PutParameter', { Name: argument(0) })],
    `${powertools}/parameters`,
  ),
  row(
    'powertools.getSecret',
    [
      '@aws-lambda-powertools/parameters/secrets#getSecret',
      '@aws-lambda-powertools/parameters/secrets#SecretsProvider().get',
    ],
    [operation('client-secrets-manager', 'GetSecretValue', { SecretId: argument(0) })],
    `${powertools}/parameters`,
  ),
  row(
    'powertools.getAppConfig',
    ['@aws-lambda-powertools/parameters/appconfig#getAppConfig'],
    [
      operation('client-appconfigdata', 'StartConfigurationSession', {
        ConfigurationProfileIdentifier: argument(0),
        ApplicationIdentifier: argument({ index: 1, member: 'application' }),
        EnvironmentIdentifier: argument({ index: 1, member: 'environment' }),
      }),
      operation('client-appconfigdata', 'GetLatestConfiguration'),
    ],
    `${powertools}/parameters`,
  ),
  row(
    'powertools.appConfigProvider',
    ['@aws-lambda-powertools/parameters/appconfig#AppConfigProvider().get'],
    [
      operation('client-appconfigdata', 'StartConfigurationSession', {
        ConfigurationProfileIdentifier: argument(0),
        ApplicationIdentifier: madeBy('@aws-lambda-powertools/parameters/appconfig#AppConfigProvider', {
          index: 0,
          member: 'application',
        }),
        EnvironmentIdentifier: madeBy('@aws-lambda-powertools/parameters/appconfig#AppConfigProvider', {
          index: 0,
          member: 'environment',
        }),
      }),
      operation('client-appconfigdata', 'GetLatestConfiguration'),
    ],
    `${powertools}/parameters`,
  ),
  row(
    'powertools.dynamoGet',
    ['@aws-lambda-powertools/parameters/dynamodb#DynamoDBProvider().get'],
    [
      operation(dynamo, 'GetItem', {
        TableName: madeBy('@aws-lambda-powertools/parameters/dynamodb#DynamoDBProvider', {
          index: 0,
          member: 'tableName',
        }),
      }),
    ],
    `${powertools}/parameters`,
  ),
  row(
    'powertools.dynamoGetMultiple',
    ['@aws-lambda-powertools/parameters/dynamodb#DynamoDBProvider().getMultiple'],
    [
      operation(dynamo, 'Query', {
        TableName: madeBy('@aws-lambda-powertools/parameters/dynamodb#DynamoDBProvider', {
          index: 0,
          member: 'tableName',
        }),
      }),
    ],
    `${powertools}/parameters`,
  ),
  row(
    'powertools.idempotency',
    ['@aws-lambda-powertools/idempotency/dynamodb#DynamoDBPersistenceLayer'],
    table(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'], argument({ index: 0, member: 'tableName' })),
    `${powertools}/idempotency`,
  ),

  row(
    'middy.ssm',
    ['@middy/ssm#'],
    [
      operation('client-ssm', 'GetParameters', { Names: argument({ index: 0, member: 'fetchData.*' }) }),
      operation('client-ssm', 'GetParametersByPath', { Path: argument({ index: 0, member: 'fetchData.*' }) }, true),
    ],
    `${middy}/ssm`,
  ),
  row(
    'middy.secrets-manager',
    ['@middy/secrets-manager#'],
    [
      operation('client-secrets-manager', 'GetSecretValue', {
        SecretId: argument({ index: 0, member: 'fetchData.*' }),
      }),
      operation(
        'client-secrets-manager',
        'DescribeSecret',
        { SecretId: argument({ index: 0, member: 'fetchData.*' }) },
        true,
      ),
    ],
    `${middy}/secrets-manager`,
  ),
  row(
    'middy.sts',
    ['@middy/sts#'],
    [operation('client-sts', 'AssumeRole', { RoleArn: argument({ index: 0, member: 'fetchData.*.RoleArn' }) })],
    `${middy}/sts`,
  ),
  row(
    'middy.dynamodb',
    ['@middy/dynamodb#'],
    [operation(dynamo, 'GetItem', { TableName: argument({ index: 0, member: 'fetchData.*.TableName' }) })],
    `${middy}/dynamodb`,
  ),
  row(
    'middy.appconfig',
    ['@middy/appconfig#'],
    [
      operation('client-appconfigdata', 'StartConfigurationSession', {
        ApplicationIdentifier: argument({ index: 0, member: 'fetchData.*.ApplicationIdentifier' }),
        ConfigurationProfileIdentifier: argument({ index: 0, member: 'fetchData.*.ConfigurationProfileIdentifier' }),
        EnvironmentIdentifier: argument({ index: 0, member: 'fetchData.*.EnvironmentIdentifier' }),
      }),
      operation('client-appconfigdata', 'GetLatestConfiguration'),
    ],
    `${middy}/appconfig`,
  ),
  row(
    'middy.s3',
    ['@middy/s3#'],
    [
      operation('client-s3', 'GetObject', {
        Bucket: argument({ index: 0, member: 'fetchData.*.Bucket' }),
        Key: argument({ index: 0, member: 'fetchData.*.Key' }),
      }),
    ],
    `${middy}/s3`,
  ),
  row(
    'middy.s3-object-response',
    ['@middy/s3-object-response#'],
    [operation('client-s3', 'WriteGetObjectResponse')],
    `${middy}/s3-object-response`,
  ),
  row(
    'middy.rds-signer',
    ['@middy/rds-signer#'],
    [
      operation('rds-signer', 'connect', {
        DBUser: argument({ index: 0, member: 'fetchData.*.username' }),
        hostname: argument({ index: 0, member: 'fetchData.*.hostname' }),
      }),
    ],
    `${middy}/rds-signer`,
  ),
  row(
    'middy.service-discovery',
    ['@middy/service-discovery#'],
    [
      operation('client-servicediscovery', 'DiscoverInstances', {
        ServiceName: argument({ index: 0, member: 'fetchData.*.ServiceName' }),
        NamespaceName: argument({ index: 0, member: 'fetchData.*.NamespaceName' }),
      }),
    ],
    `${middy}/service-discovery`,
  ),
  row(
    'middy.sqs-partial-batch-failure',
    ['middy-sqs-partial-batch-failure#', '@middy/sqs-partial-batch-failure#legacy'],
    [operation('client-sqs', 'DeleteMessage')],
    `${middy}/sqs-partial-batch-failure`,
  ),

  ...model(
    'dynamoose',
    'dynamoose#model',
    0,
    {
      get: ['GetItem'],
      batchGet: ['BatchGetItem'],
      create: ['PutItem'],
      batchPut: ['BatchWriteItem'],
      update: ['UpdateItem'],
      delete: ['DeleteItem'],
      batchDelete: ['BatchWriteItem'],
      query: ['Query'],
      scan: ['Scan'],
    },
    'https://dynamoosejs.com/guide/Model',
  ),
  row(
    'dynamoose.save',
    ['dynamoose#model()().save'],
    table(['PutItem'], madeBy('dynamoose#model', 0)),
    'https://dynamoosejs.com/guide/Item',
  ),
  row(
    'dynamoose.table',
    ['dynamoose#model'],
    [
      ...table(['DescribeTable'], argument(0)),
      operation(dynamo, 'CreateTable', { TableName: argument(0) }, true),
      operation(dynamo, 'UpdateTable', { TableName: argument(0) }, true),
    ],
    'https://dynamoosejs.com/guide/Table',
  ),
  ...model(
    'electrodb',
    'electrodb#Entity',
    { index: 1, member: 'table' },
    {
      get: ['GetItem', 'BatchGetItem'],
      put: ['PutItem', 'BatchWriteItem'],
      create: ['PutItem'],
      upsert: ['UpdateItem'],
      update: ['UpdateItem'],
      patch: ['UpdateItem'],
      delete: ['DeleteItem', 'BatchWriteItem'],
      remove: ['DeleteItem'],
      scan: ['Scan'],
      find: ['Query', 'Scan'],
      match: ['Query', 'Scan'],
    },
    'https://electrodb.dev/en/core-concepts/introduction/',
  ),
  row(
    'electrodb.query',
    ['electrodb#Entity().query'],
    table(['Query'], madeBy('electrodb#Entity', { index: 1, member: 'table' })),
    'https://electrodb.dev/en/queries/query/',
  ),
  row(
    'electrodb.service',
    ['electrodb#Service().collections'],
    table(['Query'], madeBy('electrodb#Service', { index: 1, member: 'table' })),
    'https://electrodb.dev/en/modeling/services/',
  ),
  ...[
    ['GetItemCommand', 'GetItem'],
    ['PutItemCommand', 'PutItem'],
    ['UpdateItemCommand', 'UpdateItem'],
    ['DeleteItemCommand', 'DeleteItem'],
    ['QueryCommand', 'Query'],
    ['ScanCommand', 'Scan'],
  ].map(([command = '', name = '']) =>
    row(
      `dynamodb-toolbox.${command}`,
      [
        `dynamodb-toolbox#Entity().build(${command})`,
        `dynamodb-toolbox#Table().build(${command})`,
        `dynamodb-toolbox#${command}`,
      ],
      table([name], madeBy('dynamodb-toolbox#Table', { index: 0, member: 'name' })),
      'https://www.dynamodbtoolbox.com/docs/getting-started/usage',
    ),
  ),
  ...model(
    'dynamodb-toolbox',
    'dynamodb-toolbox#Entity',
    { index: 0, member: 'table.name' },
    {
      get: ['GetItem'],
      put: ['PutItem'],
      update: ['UpdateItem'],
      delete: ['DeleteItem'],
      query: ['Query'],
      scan: ['Scan'],
    },
    'https://www.dynamodbtoolbox.com/docs/v0/entities',
  ),
  ...[
    ['findOne', 'GetItem'],
    ['find', 'Query'],
    ['create', 'PutItem'],
    ['update', 'UpdateItem'],
    ['delete', 'DeleteItem'],
    ['exists', 'GetItem'],
    ['count', 'Query'],
  ].map(([method = '', name = '']) =>
    row(
      `typedorm.${method}`,
      [`@typedorm/core#getEntityManager().${method}`, `@typedorm/core#createConnection().entityManager.${method}`],
      table([name], madeBy('@typedorm/common#Table', { index: 0, member: 'name' })),
      'https://github.com/typedorm/typedorm',
    ),
  ),
  ...[
    ['get', 'GetItem'],
    ['put', 'PutItem'],
    ['update', 'UpdateItem'],
    ['delete', 'DeleteItem'],
    ['query', 'Query'],
    ['scan', 'Scan'],
    ['batchGet', 'BatchGetItem'],
    ['batchPut', 'BatchWriteItem'],
  ].map(([method = '', name = '']) =>
    row(
      `data-mapper.${method}`,
      [`@aws/dynamodb-data-mapper#DataMapper().${method}`, `@shiftcoders/dynamo-easy#DynamoStore().${method}`],
      table([name], { from: 'constant', value: '*' }),
      'https://github.com/awslabs/dynamodb-data-mapper-js',
    ),
  ),
  ...Object.entries({
    get: ['GetItem'],
    find: ['Query'],
    create: ['PutItem'],
    update: ['UpdateItem'],
    remove: ['DeleteItem'],
    scan: ['Scan'],
    upsert: ['PutItem', 'UpdateItem'],
  }).map(([method, names]) =>
    row(
      `onetable.${method}`,
      [`dynamodb-onetable#Table().getModel().${method}`],
      table(names, madeBy('dynamodb-onetable#Table', { index: 0, member: 'name' })),
      'https://doc.onetable.io/',
    ),
  ),
  row(
    'connect-dynamodb',
    ['connect-dynamodb#()'],
    table(
      ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'DescribeTable', 'Scan'],
      argument({ index: 0, member: 'table' }),
    ),
    'https://github.com/ca98am79/connect-dynamodb',
  ),

  row(
    'sqs-consumer',
    ['sqs-consumer#Consumer.create'],
    [
      operation('client-sqs', 'ReceiveMessage', { QueueUrl: argument({ index: 0, member: 'queueUrl' }) }),
      operation('client-sqs', 'DeleteMessage', { QueueUrl: argument({ index: 0, member: 'queueUrl' }) }),
      operation('client-sqs', 'DeleteMessageBatch', { QueueUrl: argument({ index: 0, member: 'queueUrl' }) }, true),
      operation(
        'client-sqs',
        'ChangeMessageVisibility',
        { QueueUrl: argument({ index: 0, member: 'queueUrl' }) },
        true,
      ),
    ],
    'https://bbc.github.io/sqs-consumer/',
  ),
  row(
    'sqs-producer',
    ['sqs-producer#Producer.create'],
    [
      operation('client-sqs', 'SendMessage', { QueueUrl: argument({ index: 0, member: 'queueUrl' }) }),
      operation('client-sqs', 'GetQueueAttributes', { QueueUrl: argument({ index: 0, member: 'queueUrl' }) }, true),
    ],
    'https://bbc.github.io/sqs-producer/',
  ),
  row(
    'squiss',
    ['squiss#', 'squiss-ts#Squiss'],
    [
      operation('client-sqs', 'ReceiveMessage', { QueueUrl: argument({ index: 0, member: 'queueUrl' }) }),
      operation('client-sqs', 'DeleteMessageBatch', { QueueUrl: argument({ index: 0, member: 'queueUrl' }) }),
    ],
    'https://www.npmjs.com/package/squiss-ts',
  ),
  row(
    'lib-storage.upload',
    ['@aws-sdk/lib-storage#Upload'],
    ['PutObject', 'CreateMultipartUpload', 'UploadPart', 'CompleteMultipartUpload', 'AbortMultipartUpload'].map(
      (name, index) =>
        operation(
          'client-s3',
          name,
          {
            Bucket: argument({ index: 0, member: 'params.Bucket' }),
            Key: argument({ index: 0, member: 'params.Key' }),
          },
          index > 0,
        ),
    ),
    'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-aws-sdk-lib-storage/',
  ),
  row(
    'multer-s3',
    ['multer-s3#'],
    [operation('client-s3', 'PutObject', { Bucket: argument({ index: 0, member: 'bucket' }) })],
    'https://www.npmjs.com/package/multer-s3',
  ),
  row(
    's3-presigned-post',
    ['@aws-sdk/s3-presigned-post#createPresignedPost'],
    [
      operation('client-s3', 'PutObject', {
        Bucket: argument({ index: 1, member: 'Bucket' }),
        Key: argument({ index: 1, member: 'Key' }),
      }),
    ],
    'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-aws-sdk-s3-presigned-post/',
  ),
  row(
    'data-api-client',
    [
      'data-api-client#().query',
      'data-api-client#().executeStatement',
      'drizzle-orm/aws-data-api/pg#drizzle().execute',
      'kysely-data-api#DataApiDialect',
    ],
    [
      operation('client-rds-data', 'ExecuteStatement', {
        resourceArn: madeBy('data-api-client#', { index: 0, member: 'resourceArn' }),
        secretArn: madeBy('data-api-client#', { index: 0, member: 'secretArn' }),
      }),
      operation('client-rds-data', 'BatchExecuteStatement', {}, true),
    ],
    'https://github.com/jeremydaly/data-api-client',
  ),
  row(
    'xray.segments',
    [
      'aws-xray-sdk#captureAWS',
      'aws-xray-sdk-core#captureAWS',
      'aws-xray-sdk-core#captureAWSv3Client',
      'aws-xray-sdk#captureAWSv3Client',
      '@aws-lambda-powertools/tracer#Tracer',
    ],
    [operation('client-xray', 'PutTraceSegments'), operation('client-xray', 'PutTelemetryRecords')],
    'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
  ),
  row(
    'winston-cloudwatch',
    ['winston-cloudwatch#'],
    ['CreateLogGroup', 'CreateLogStream', 'DescribeLogStreams', 'PutLogEvents'].map((name) =>
      operation('client-cloudwatch-logs', name, { logGroupName: argument({ index: 0, member: 'logGroupName' }) }),
    ),
    'https://www.npmjs.com/package/winston-cloudwatch',
  ),
  row(
    'lambda-log-invoke',
    ['@dazn/lambda-powertools-lambda-client#invoke'],
    [operation('client-lambda', 'Invoke', { FunctionName: argument({ index: 0, member: 'FunctionName' }) })],
    'https://github.com/getndazn/dazn-lambda-powertools',
  ),
  ...[
    ['getSecretValue', 'client-secrets-manager', 'GetSecretValue', 'SecretId'],
    ['getParameter', 'client-ssm', 'GetParameter', 'Name'],
  ].map(([method = '', service = '', name = '', member = '']) =>
    row(
      `effect-aws.${method}`,
      [`@effect-aws/${service}#${service === 'client-ssm' ? 'SSM' : 'SecretsManager'}.${method}`],
      [operation(service, name, { [member]: argument({ index: 0, member }) })],
      'https://effect-aws.floydspace.nl/',
    ),
  ),
  row(
    'effect-aws.config',
    [
      '@effect-aws/secrets-manager#fromSecretsManagerConfigProvider',
      '@effect-aws/ssm#fromParameterStoreConfigProvider',
    ],
    [
      operation('client-secrets-manager', 'GetSecretValue', {}, true),
      operation('client-ssm', 'GetParameter', {}, true),
    ],
    'https://effect-aws.floydspace.nl/',
  ),
  row(
    'aws-param-store',
    [
      'aws-param-store#getParameter',
      'aws-param-store#getParameterSync',
      'ssm-params#',
      'aws-ssm-params#',
      'lambda-env-ssm#',
    ],
    [operation('client-ssm', 'GetParameter', { Name: argument(0) })],
    'https://www.npmjs.com/package/aws-param-store',
  ),
  row('aws-jwt-verify', ['aws-jwt-verify#CognitoJwtVerifier.create'], [], 'https://github.com/awslabs/aws-jwt-verify'),
  row('sns-validator', ['sns-validator#'], [], 'https://github.com/aws/aws-js-sns-message-validator'),
];
