import type { CalleeName } from '../spec.ts';
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
  return { id: `python/${id}`, language: 'python', callees, operations, page };
}

const powertools = 'https://docs.aws.amazon.com/powertools/python/latest/utilities';
const parameters = 'aws_lambda_powertools.utilities.parameters';
const pynamo = 'https://pynamodb.readthedocs.io/en/stable/quickstart.html';
const wrangler = 'https://aws-sdk-pandas.readthedocs.io/en/stable/api.html';
const first = argument({ index: 0, name: 'name' });

function table(names: readonly string[], tableName: InputPlace): readonly AwsOperation[] {
  return names.map((name) => operation('dynamodb', name, { TableName: tableName }));
}

/** The name of the table stands in the class: `class Meta: table_name = 'orders'`. */
const metaTable: InputPlace = {
  from: 'made-by',
  callee: 'pynamodb.models#Model',
  place: { member: 'Meta.table_name' },
};

const pynamoMethods: Readonly<Record<string, readonly string[]>> = {
  get: ['GetItem'],
  save: ['PutItem'],
  update: ['UpdateItem'],
  delete: ['DeleteItem'],
  query: ['Query'],
  scan: ['Scan'],
  count: ['Query', 'Scan'],
  refresh: ['GetItem'],
  batch_get: ['BatchGetItem'],
  batch_write: ['BatchWriteItem'],
  exists: ['DescribeTable'],
  create_table: ['CreateTable', 'DescribeTable'],
  delete_table: ['DeleteTable'],
  describe_table: ['DescribeTable'],
};

/** `s3://bucket/key` in one text. */
const s3Url = argument({ index: 0, name: 'path' });

function objects(names: readonly string[], url: InputPlace): readonly AwsOperation[] {
  return names.map((name) => operation('s3', name, { Uri: url }));
}

export const pythonLibraryCalls: readonly LibraryCallSpec[] = [
  row(
    'powertools.get_parameter',
    [`${parameters}#get_parameter`, `${parameters}#SSMProvider().get`],
    [operation('ssm', 'GetParameter', { Name: first })],
    `${powertools}/parameters/`,
  ),
  row(
    'powertools.get_parameters',
    [`${parameters}#get_parameters`, `${parameters}#SSMProvider().get_multiple`],
    [operation('ssm', 'GetParametersByPath', { Path: argument({ index: 0, name: 'path' }) })],
    `${powertools}/parameters/`,
  ),
  row(
    'powertools.get_parameters_by_name',
    [`${parameters}#get_parameters_by_name`, `${parameters}#SSMProvider().get_parameters_by_name`],
    [
      operation('ssm', 'GetParameters', { Names: argument({ index: 0, name: 'parameters' }) }),
      operation('ssm', 'GetParameter', { Name: argument({ index: 0, name: 'parameters' }) }, true),
    ],
    `${powertools}/parameters/`,
  ),
  row(
    'powertools.set_parameter',
    [`${parameters}#set_parameter`, `${parameters}#SSMProvider().set`],
    [operation('ssm', 'PutParameter', { Name: first })],
    `${powertools}/parameters/`,
  ),
  row(
    'powertools.get_secret',
    [`${parameters}#get_secret`, `${parameters}#SecretsProvider().get`],
    [operation('secretsmanager', 'GetSecretValue', { SecretId: first })],
    `${powertools}/parameters/`,
  ),
  row(
    'powertools.set_secret',
    [`${parameters}#set_secret`, `${parameters}#SecretsProvider().set`],
    [
      operation('secretsmanager', 'PutSecretValue', { SecretId: first }),
      operation('secretsmanager', 'CreateSecret', { Name: first }, true),
    ],
    `${powertools}/parameters/`,
  ),
  row(
    'powertools.get_app_config',
    [`${parameters}#get_app_config`],
    [
      operation('appconfigdata', 'StartConfigurationSession', {
        ConfigurationProfileIdentifier: first,
        EnvironmentIdentifier: argument({ index: 1, name: 'environment' }),
        ApplicationIdentifier: argument({ index: 2, name: 'application' }),
      }),
      operation('appconfigdata', 'GetLatestConfiguration'),
    ],
    `${powertools}/parameters/`,
  ),
  row(
    'powertools.appconfig_provider',
    [`${parameters}#AppConfigProvider().get`],
    [
      operation('appconfigdata', 'StartConfigurationSession', {
        ConfigurationProfileIdentifier: first,
        EnvironmentIdentifier: madeBy(`${parameters}#AppConfigProvider`, { index: 0, name: 'environment' }),
        ApplicationIdentifier: madeBy(`${parameters}#AppConfigProvider`, { index: 1, name: 'application' }),
      }),
      operation('appconfigdata', 'GetLatestConfiguration'),
    ],
    `${powertools}/parameters/`,
  ),
  row(
    'powertools.feature_flags',
    ['aws_lambda_powertools.utilities.feature_flags#AppConfigStore'],
    [
      operation('appconfigdata', 'StartConfigurationSession', {
        EnvironmentIdentifier: argument({ index: 0, name: 'environment' }),
        ApplicationIdentifier: argument({ index: 1, name: 'application' }),
        ConfigurationProfileIdentifier: argument({ index: 2, name: 'name' }),
      }),
      operation('appconfigdata', 'GetLatestConfiguration'),
    ],
    `${powertools}/feature_flags/`,
  ),
  row(
    'powertools.dynamo_get',
    [`${parameters}#DynamoDBProvider().get`],
    table(['GetItem'], madeBy(`${parameters}#DynamoDBProvider`, { index: 0, name: 'table_name' })),
    `${powertools}/parameters/`,
  ),
  row(
    'powertools.dynamo_get_multiple',
    [`${parameters}#DynamoDBProvider().get_multiple`],
    table(['Query'], madeBy(`${parameters}#DynamoDBProvider`, { index: 0, name: 'table_name' })),
    `${powertools}/parameters/`,
  ),
  row(
    'powertools.idempotency',
    [
      'aws_lambda_powertools.utilities.idempotency#DynamoDBPersistenceLayer',
      'aws_lambda_powertools.utilities.idempotency.persistence.dynamodb#DynamoDBPersistenceLayer',
    ],
    table(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'], argument({ index: 0, name: 'table_name' })),
    `${powertools}/idempotency/`,
  ),
  row(
    'powertools.data_masking',
    [
      'aws_lambda_powertools.utilities.data_masking.provider.kms.aws_encryption_sdk#AWSEncryptionSDKProvider',
      'aws_lambda_powertools.utilities.data_masking.provider.kms#AWSEncryptionSDKProvider',
    ],
    ['GenerateDataKey', 'Decrypt', 'Encrypt'].map((name) =>
      operation('kms', name, { KeyId: argument({ index: 0, name: 'keys' }) }),
    ),
    `${powertools}/data_masking/`,
  ),
  row(
    'powertools.streaming',
    [
      'aws_lambda_powertools.utilities.streaming.s3_object#S3Object',
      'aws_lambda_powertools.utilities.streaming#S3Object',
    ],
    ['GetObject', 'HeadObject'].map((name) =>
      operation('s3', name, { Bucket: argument({ name: 'bucket' }), Key: argument({ name: 'key' }) }),
    ),
    `${powertools}/streaming/`,
  ),
  row(
    'powertools.batch_sqs',
    [
      'aws_lambda_powertools.utilities.batch#PartialSQSProcessor',
      'aws_lambda_powertools.utilities.batch#sqs_batch_processor',
    ],
    [operation('sqs', 'DeleteMessageBatch')],
    `${powertools}/batch/`,
  ),
  row(
    'powertools.tracer',
    [
      'aws_lambda_powertools#Tracer',
      'aws_xray_sdk.core#patch_all',
      'aws_xray_sdk.core#patch',
      'aws_xray_sdk.core#xray_recorder.capture',
    ],
    [operation('xray', 'PutTraceSegments'), operation('xray', 'PutTelemetryRecords')],
    'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
  ),

  ...Object.entries(pynamoMethods).map(([method, names]) =>
    row(
      `pynamodb.${method}`,
      [`pynamodb.models#Model.${method}`, `pynamodb.models#Model().${method}`],
      table(names, metaTable),
      pynamo,
    ),
  ),
  row(
    'pynamodb.transact_write',
    ['pynamodb.transactions#TransactWrite'],
    [operation('dynamodb', 'TransactWriteItems')],
    'https://pynamodb.readthedocs.io/en/stable/transaction.html',
  ),
  row(
    'pynamodb.transact_get',
    ['pynamodb.transactions#TransactGet'],
    [operation('dynamodb', 'TransactGetItems')],
    'https://pynamodb.readthedocs.io/en/stable/transaction.html',
  ),
  row(
    'dynamodb_lock',
    ['python_dynamodb_lock.python_dynamodb_lock#DynamoDBLockClient'],
    table(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'], argument({ index: 1, name: 'table_name' })),
    'https://python-dynamodb-lock.readthedocs.io/',
  ),

  row(
    's3fs.read',
    ['s3fs#S3FileSystem().open', 's3fs#S3FileSystem().cat', 's3fs#S3FileSystem().get'],
    [...objects(['GetObject', 'HeadObject'], s3Url), operation('s3', 'PutObject', { Uri: s3Url }, true)],
    'https://s3fs.readthedocs.io/',
  ),
  row(
    's3fs.list',
    [
      's3fs#S3FileSystem().ls',
      's3fs#S3FileSystem().find',
      's3fs#S3FileSystem().glob',
      's3fs#S3FileSystem().exists',
      's3fs#S3FileSystem().info',
    ],
    objects(['ListObjectsV2', 'HeadObject'], s3Url),
    'https://s3fs.readthedocs.io/',
  ),
  row(
    's3fs.write',
    ['s3fs#S3FileSystem().put', 's3fs#S3FileSystem().pipe', 's3fs#S3FileSystem().touch'],
    objects(['PutObject'], argument(1)),
    'https://s3fs.readthedocs.io/',
  ),
  row(
    's3fs.remove',
    ['s3fs#S3FileSystem().rm', 's3fs#S3FileSystem().delete'],
    objects(['DeleteObject', 'DeleteObjects', 'ListObjectsV2'], s3Url),
    'https://s3fs.readthedocs.io/',
  ),
  row(
    'smart_open',
    ['smart_open#open'],
    [operation('s3', 'GetObject', { Uri: argument(0) }), operation('s3', 'PutObject', { Uri: argument(0) }, true)],
    'https://github.com/piskvorky/smart_open',
  ),
  row(
    'pandas.s3',
    ['pandas#read_csv', 'pandas#read_json', 'pandas#read_parquet', 'pandas#read_excel'],
    [
      operation('s3', 'GetObject', { Uri: argument(0) }, true),
      operation('s3', 'ListObjectsV2', { Uri: argument(0) }, true),
    ],
    'https://pandas.pydata.org/docs/user_guide/io.html#reading-writing-remote-files',
  ),
  ...['csv', 'json', 'parquet', 'excel', 'fwf', 'orc'].map((format) =>
    row(
      `awswrangler.s3.read_${format}`,
      [`awswrangler#s3.read_${format}`],
      objects(['GetObject', 'HeadObject', 'ListObjectsV2'], s3Url),
      wrangler,
    ),
  ),
  ...['csv', 'json', 'parquet', 'excel'].map((format) =>
    row(
      `awswrangler.s3.to_${format}`,
      [`awswrangler#s3.to_${format}`],
      [
        ...objects(['PutObject', 'ListObjectsV2'], argument({ index: 1, name: 'path' })),
        operation(
          'glue',
          'GetTable',
          { DatabaseName: argument({ name: 'database' }), Name: argument({ name: 'table' }) },
          true,
        ),
        operation('glue', 'CreateTable', { DatabaseName: argument({ name: 'database' }) }, true),
        operation('glue', 'BatchCreatePartition', { DatabaseName: argument({ name: 'database' }) }, true),
      ],
      wrangler,
    ),
  ),
  row(
    'awswrangler.s3.list',
    [
      'awswrangler#s3.list_objects',
      'awswrangler#s3.list_directories',
      'awswrangler#s3.does_object_exist',
      'awswrangler#s3.size_objects',
    ],
    objects(['ListObjectsV2', 'HeadObject'], s3Url),
    wrangler,
  ),
  row(
    'awswrangler.s3.delete',
    ['awswrangler#s3.delete_objects'],
    objects(['DeleteObjects', 'ListObjectsV2'], s3Url),
    wrangler,
  ),
  row(
    'awswrangler.athena',
    [
      'awswrangler#athena.read_sql_query',
      'awswrangler#athena.start_query_execution',
      'awswrangler#athena.read_sql_table',
    ],
    [
      operation('athena', 'StartQueryExecution', { WorkGroup: argument({ name: 'workgroup' }) }),
      operation('athena', 'GetQueryExecution'),
      operation('athena', 'GetWorkGroup', { WorkGroup: argument({ name: 'workgroup' }) }),
      operation('glue', 'GetTable', { DatabaseName: argument({ index: 1, name: 'database' }) }),
      operation('s3', 'GetObject', {}, true),
      operation('s3', 'PutObject', {}, true),
    ],
    wrangler,
  ),
  row(
    'awswrangler.dynamodb.put',
    [
      'awswrangler#dynamodb.put_df',
      'awswrangler#dynamodb.put_items',
      'awswrangler#dynamodb.put_json',
      'awswrangler#dynamodb.put_csv',
    ],
    table(['BatchWriteItem', 'DescribeTable'], argument({ name: 'table_name' })),
    wrangler,
  ),
  row(
    'awswrangler.dynamodb.read',
    ['awswrangler#dynamodb.read_items'],
    table(['GetItem', 'BatchGetItem', 'Query', 'Scan', 'DescribeTable'], argument({ index: 0, name: 'table_name' })),
    wrangler,
  ),
  row(
    'awswrangler.secrets',
    ['awswrangler#secretsmanager.get_secret', 'awswrangler#secretsmanager.get_secret_json'],
    [operation('secretsmanager', 'GetSecretValue', { SecretId: first })],
    wrangler,
  ),
  row(
    'awswrangler.sts',
    ['awswrangler#sts.get_account_id', 'awswrangler#sts.get_current_identity_arn'],
    [operation('sts', 'GetCallerIdentity')],
    wrangler,
  ),
  row(
    'secrets_cache',
    [
      'aws_secretsmanager_caching#SecretCache().get_secret_string',
      'aws_secretsmanager_caching#SecretCache().get_secret_binary',
    ],
    ['DescribeSecret', 'GetSecretValue'].map((name) =>
      operation('secretsmanager', name, { SecretId: argument({ index: 0, name: 'secret_id' }) }),
    ),
    'https://github.com/aws/aws-secretsmanager-caching-python',
  ),
  row(
    'secrets_cache.decorator',
    ['aws_secretsmanager_caching#InjectSecretString', 'aws_secretsmanager_caching#InjectKeywordedSecretString'],
    ['DescribeSecret', 'GetSecretValue'].map((name) =>
      operation('secretsmanager', name, { SecretId: argument({ index: 0, name: 'secret_id' }) }),
    ),
    'https://github.com/aws/aws-secretsmanager-caching-python',
  ),
  row(
    'ssm_cache',
    ['ssm_cache#SSMParameter', 'ssm_cache#SecretsManagerParameter'],
    [operation('ssm', 'GetParameters', { Names: argument(0) })],
    'https://github.com/alexcasalboni/ssm-cache-python',
  ),
  row(
    'watchtower',
    ['watchtower#CloudWatchLogHandler'],
    ['CreateLogGroup', 'CreateLogStream', 'PutLogEvents', 'DescribeLogGroups'].map((name) =>
      operation('logs', name, { logGroupName: argument({ index: 0, name: 'log_group_name' }) }),
    ),
    'https://github.com/kislyuk/watchtower',
  ),
  row(
    'crhelper',
    ['crhelper#CfnResource().poll_create', 'crhelper#CfnResource().poll_update', 'crhelper#CfnResource().poll_delete'],
    [
      operation('lambda', 'AddPermission'),
      operation('lambda', 'RemovePermission'),
      operation('events', 'PutRule'),
      operation('events', 'PutTargets'),
      operation('events', 'RemoveTargets'),
      operation('events', 'DeleteRule'),
    ],
    'https://github.com/aws-cloudformation/custom-resource-helper',
  ),
  row(
    'encryption_sdk',
    ['aws_encryption_sdk#StrictAwsKmsMasterKeyProvider', 'aws_encryption_sdk#KMSMasterKeyProvider'],
    ['GenerateDataKey', 'Encrypt', 'Decrypt'].map((name) =>
      operation('kms', name, { KeyId: argument({ name: 'key_ids' }) }),
    ),
    'https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/python.html',
  ),
  row(
    'mangum.websocket',
    ['mangum.backends#DynamoDBBackend'],
    table(['GetItem', 'PutItem', 'DeleteItem'], argument(0)),
    'https://mangum.fastapiexpert.com/',
  ),
  row(
    'pyathena',
    ['pyathena#connect().cursor().execute'],
    [
      operation('athena', 'StartQueryExecution', { WorkGroup: madeBy('pyathena#connect', { name: 'work_group' }) }),
      operation('athena', 'GetQueryExecution'),
      operation('athena', 'GetQueryResults'),
      operation('s3', 'GetObject', { Uri: madeBy('pyathena#connect', { name: 's3_staging_dir' }) }),
      operation('s3', 'PutObject', { Uri: madeBy('pyathena#connect', { name: 's3_staging_dir' }) }),
    ],
    'https://github.com/laughingman7743/PyAthena',
  ),
  row(
    'aurora_data_api',
    ['aurora_data_api#connect().cursor().execute'],
    [
      operation('rds-data', 'ExecuteStatement', {
        resourceArn: madeBy('aurora_data_api#connect', { index: 0, name: 'aurora_cluster_arn' }),
        secretArn: madeBy('aurora_data_api#connect', { index: 1, name: 'secret_arn' }),
      }),
      operation('rds-data', 'BeginTransaction'),
      operation('rds-data', 'CommitTransaction', {}, true),
      operation('rds-data', 'RollbackTransaction', {}, true),
    ],
    'https://github.com/cloud-utils/aurora-data-api',
  ),
];
