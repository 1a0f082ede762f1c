import type { OperationTable } from './table.ts';

const partiql = (statement: string): string =>
  ['Select', 'Insert', 'Update', 'Delete']
    .map((verb) => `PartiQL${verb} on table if ${statement}^${verb.toLowerCase()}`)
    .join('; ');

const decrypt = '+kms:Decrypt maybe customer-key';
const table = 'table{TableName:TableName}';
const tableOrIndex = 'table{TableName:TableName}?!IndexName | index{TableName:TableName,IndexName:IndexName}?IndexName';
const transaction = (part: string): string => `table{TableName:TransactItems[].${part}.TableName}`;

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html */
const dynamodb: OperationTable[string] = {
  BatchExecuteStatement: `${partiql('Statements[].Statement')}; ${decrypt}`,
  BatchGetItem: `BatchGetItem on table{TableName:RequestItems{}}; ${decrypt}`,
  BatchWriteItem: `BatchWriteItem on table{TableName:RequestItems{}}; ${decrypt}`,
  CreateGlobalTable:
    'CreateGlobalTable on global-table{GlobalTableName:GlobalTableName} | table{TableName:GlobalTableName}',
  DeleteItem: `DeleteItem on ${table}; ${decrypt}`,
  ExecuteStatement: `${partiql('Statement')}; ${decrypt}`,
  ExecuteTransaction: `${partiql('TransactStatements[].Statement')}; ${decrypt}`,
  ExportTableToPointInTime:
    'ExportTableToPointInTime on table=TableArn; +s3:PutObject on s3::object{BucketName:S3Bucket}; +s3:AbortMultipartUpload on s3::object{BucketName:S3Bucket}',
  GetItem: `GetItem on ${table}; ${decrypt}`,
  ImportTable:
    'ImportTable; +s3:GetObject on s3::object{BucketName:S3BucketSource.S3Bucket}; +s3:ListBucket on s3::bucket{BucketName:S3BucketSource.S3Bucket}',
  PutItem: `PutItem on ${table}; ${decrypt}`,
  Query: `Query on ${tableOrIndex}; ${decrypt}`,
  Scan: `Scan on ${tableOrIndex}; ${decrypt}`,
  TransactGetItems: `GetItem on ${transaction('Get')}; ${decrypt}`,
  TransactWriteItems: [
    `PutItem on ${transaction('Put')} if TransactItems[].Put`,
    `UpdateItem on ${transaction('Update')} if TransactItems[].Update`,
    `DeleteItem on ${transaction('Delete')} if TransactItems[].Delete`,
    `ConditionCheckItem on ${transaction('ConditionCheck')} if TransactItems[].ConditionCheck`,
    decrypt,
  ].join('; '),
  UpdateItem: `UpdateItem on ${table}; ${decrypt}`,
};

/** A SQL or CQL statement of the Data API reads its credentials from the secret that the call names. */
const secret = (member: string): string =>
  `+secretsmanager:GetSecretValue on secretsmanager::Secret{SecretId:${member}!secret-id}`;

const rdsData = (action: string): string => `${action} on cluster=resourceArn; ${secret('secretArn')}`;

const redshiftLogin = [
  '+redshift:GetClusterCredentials if ClusterIdentifier & DbUser',
  '+redshift:GetClusterCredentialsWithIAM if ClusterIdentifier & !DbUser & !SecretArn',
  '+redshift-serverless:GetCredentials if WorkgroupName & !SecretArn',
  `${secret('SecretArn')} if SecretArn`,
].join('; ');

/** https://docs.aws.amazon.com/keyspaces/latest/devguide/security_iam_service-with-iam.html */
const keyspace = 'keyspace{KeyspaceName:keyspaceName}';
const keyspacesTable = 'table{KeyspaceName:keyspaceName,TableName:tableName}';
const keyspaces: OperationTable[string] = {
  CreateKeyspace: `Create on ${keyspace}; +CreateMultiRegionResource on ${keyspace} if replicationSpecification.regionList; +TagResource on ${keyspace} if tags`,
  CreateTable: `Create on ${keyspacesTable}; +TagResource on ${keyspacesTable} if tags`,
  CreateType: `Create on ${keyspace}`,
  DeleteKeyspace: `Drop on ${keyspace}`,
  DeleteTable: `Drop on ${keyspacesTable}`,
  DeleteType: `Drop on ${keyspace}`,
  GetKeyspace: `Select on ${keyspace}`,
  GetTable: `Select on ${keyspacesTable}`,
  GetTableAutoScalingSettings: `Select on ${keyspacesTable}; +application-autoscaling:DescribeScalableTargets; +application-autoscaling:DescribeScalingPolicies`,
  GetType: `Select on ${keyspace}`,
  ListKeyspaces: 'Select',
  ListTables: `Select on ${keyspace}`,
  ListTagsForResource: 'Select',
  ListTypes: `Select on ${keyspace}`,
  RestoreTable:
    'Restore on table{KeyspaceName:sourceKeyspaceName,TableName:sourceTableName} | table{KeyspaceName:targetKeyspaceName,TableName:targetTableName}',
  UpdateKeyspace: `Alter on ${keyspace}; +AlterMultiRegionResource on ${keyspace} if replicationSpecification.regionList`,
  UpdateTable: `Alter on ${keyspacesTable}`,
};

/** The page of each operation of https://docs.aws.amazon.com/neptune/latest/apiref/ names the action. */
const neptunedata: OperationTable[string] = {
  CancelGremlinQuery: 'CancelQuery',
  CancelOpenCypherQuery: 'CancelQuery',
  DeletePropertygraphStatistics: 'DeleteStatistics',
  DeleteSparqlStatistics: 'DeleteStatistics',
  ExecuteFastReset: 'ResetDatabase',
  ExecuteGremlinExplainQuery: 'ReadDataViaQuery',
  ExecuteGremlinProfileQuery: 'ReadDataViaQuery',
  ExecuteGremlinQuery: 'ReadDataViaQuery; +WriteDataViaQuery maybe query-text; +DeleteDataViaQuery maybe query-text',
  ExecuteOpenCypherExplainQuery: 'ReadDataViaQuery',
  ExecuteOpenCypherQuery: 'ReadDataViaQuery; +WriteDataViaQuery maybe query-text; +DeleteDataViaQuery maybe query-text',
  GetGremlinQueryStatus: 'GetQueryStatus',
  GetMLDataProcessingJob: 'GetMLDataProcessingJobStatus',
  GetMLEndpoint: 'GetMLEndpointStatus',
  GetMLModelTrainingJob: 'GetMLModelTrainingJobStatus',
  GetMLModelTransformJob: 'GetMLModelTransformJobStatus',
  GetOpenCypherQueryStatus: 'GetQueryStatus',
  GetPropertygraphStatistics: 'GetStatisticsStatus',
  GetPropertygraphStream: 'GetStreamRecords',
  GetPropertygraphSummary: 'GetGraphSummary',
  GetRDFGraphSummary: 'GetGraphSummary',
  GetSparqlStatistics: 'GetStatisticsStatus',
  GetSparqlStream: 'GetStreamRecords',
  ListGremlinQueries: 'GetQueryStatus',
  ListOpenCypherQueries: 'GetQueryStatus',
  ManagePropertygraphStatistics: 'ManageStatistics',
  ManageSparqlStatistics: 'ManageStatistics',
};

export const databases: OperationTable = {
  dynamodb,
  keyspaces,
  neptunedata,
  'rds-data': {
    BatchExecuteStatement: rdsData('BatchExecuteStatement'),
    BeginTransaction: rdsData('BeginTransaction'),
    CommitTransaction: rdsData('CommitTransaction'),
    ExecuteSql:
      'ExecuteSql on cluster=dbClusterOrInstanceArn; +secretsmanager:GetSecretValue on secretsmanager::Secret=awsSecretStoreArn',
    ExecuteStatement: rdsData('ExecuteStatement'),
    RollbackTransaction: rdsData('RollbackTransaction'),
  },
  'redshift-data': {
    BatchExecuteStatement: `BatchExecuteStatement; ${redshiftLogin}`,
    DescribeTable: `DescribeTable; ${redshiftLogin}`,
    ExecuteStatement: `ExecuteStatement; ${redshiftLogin}`,
    GetStatementResultV2: 'GetStatementResult',
    ListDatabases: `ListDatabases; ${redshiftLogin}`,
    ListSchemas: `ListSchemas; ${redshiftLogin}`,
    ListTables: `ListTables; ${redshiftLogin}`,
  },
  'timestream-query': { Query: 'Select; +SelectValues maybe query-text; +Unload maybe query-text' },
  'neptune-graph': {
    ExecuteQuery: 'ReadDataViaQuery; +WriteDataViaQuery maybe query-text; +DeleteDataViaQuery maybe query-text',
    GetQuery: 'GetQueryStatus',
  },
};
