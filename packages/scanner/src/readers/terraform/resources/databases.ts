import { argument, isNothing } from './argument.ts';
import { blocks, known, orElse } from './read.ts';
import { row, type Properties, type Read, type Row } from './row.ts';
import { tags } from './tags.ts';

/** One of a list, as the resource that CloudFormation attaches with. */
const listOf =
  (path: string): Read =>
  (scope) => {
    const value = argument(scope.block, path);
    return isNothing(value) ? undefined : known([value], value.origin);
  };

const cluster = (groups: string): Properties => ({
  DBClusterIdentifier: 'cluster_identifier',
  Engine: 'engine',
  StorageEncrypted: 'storage_encrypted',
  KmsKeyId: groups === 'neptune' ? 'kms_key_arn' : 'kms_key_id',
  SnapshotIdentifier: 'snapshot_identifier',
  SourceDBClusterIdentifier: 'replication_source_identifier',
  MasterUsername: 'master_username',
  MasterUserPassword: 'master_password',
  ManageMasterUserPassword: 'manage_master_user_password',
  EnableIAMDatabaseAuthentication: 'iam_database_authentication_enabled',
  EnableHttpEndpoint: 'enable_http_endpoint',
  VpcSecurityGroupIds: 'vpc_security_group_ids',
  DBSubnetGroupName: groups === 'neptune' ? 'neptune_subnet_group_name' : 'db_subnet_group_name',
  BackupRetentionPeriod: 'backup_retention_period',
  DeletionProtection: 'deletion_protection',
  Port: 'port',
  Tags: tags,
});

const clusterNames = {
  name: 'cluster_identifier',
  attributes: { cluster_identifier: 'Ref', arn: 'DBClusterArn', endpoint: 'Endpoint.Address' },
};

/** The provider sends `false` where CloudFormation leaves it to the subnet group. */
const published = orElse('publicly_accessible', false);

export const databaseRows: readonly Row[] = [
  row(
    'aws_db_instance',
    'AWS::RDS::DBInstance',
    {
      DBInstanceIdentifier: 'identifier',
      Engine: 'engine',
      DBSnapshotIdentifier: 'snapshot_identifier',
      SourceDBInstanceIdentifier: 'replicate_source_db',
      PubliclyAccessible: published,
      StorageEncrypted: 'storage_encrypted',
      KmsKeyId: 'kms_key_id',
      MasterUsername: 'username',
      MasterUserPassword: 'password',
      ManageMasterUserPassword: 'manage_master_user_password',
      EnableIAMDatabaseAuthentication: 'iam_database_authentication_enabled',
      VPCSecurityGroups: 'vpc_security_group_ids',
      DBSubnetGroupName: 'db_subnet_group_name',
      // Without backups unless told: the platform alone would keep one day.
      BackupRetentionPeriod: orElse('backup_retention_period', 0),
      DeletionProtection: 'deletion_protection',
      Port: 'port',
      Tags: tags,
    },
    {
      name: 'identifier',
      attributes: {
        identifier: 'Ref',
        arn: 'DBInstanceArn',
        endpoint: 'Endpoint.Address',
        address: 'Endpoint.Address',
      },
    },
  ),
  row('aws_rds_cluster', 'AWS::RDS::DBCluster', cluster('rds'), clusterNames),
  row('aws_docdb_cluster', 'AWS::DocDB::DBCluster', cluster('docdb'), clusterNames),
  row('aws_neptune_cluster', 'AWS::Neptune::DBCluster', cluster('neptune'), clusterNames),
  row(
    'aws_rds_cluster_instance',
    'AWS::RDS::DBInstance',
    {
      DBInstanceIdentifier: 'identifier',
      DBClusterIdentifier: 'cluster_identifier',
      Engine: 'engine',
      PubliclyAccessible: published,
      DBSubnetGroupName: 'db_subnet_group_name',
      Tags: tags,
    },
    { name: 'identifier' },
  ),
  row(
    'aws_db_proxy',
    'AWS::RDS::DBProxy',
    {
      DBProxyName: 'name',
      RequireTLS: 'require_tls',
      RoleArn: 'role_arn',
      Auth: blocks('auth', { AuthScheme: 'auth_scheme', IAMAuth: 'iam_auth', SecretArn: 'secret_arn' }),
      VpcSubnetIds: 'vpc_subnet_ids',
      VpcSecurityGroupIds: 'vpc_security_group_ids',
    },
    { name: 'name' },
  ),
  row('aws_db_proxy_target', 'AWS::RDS::DBProxyTargetGroup', {
    DBProxyName: 'db_proxy_name',
    DBClusterIdentifiers: listOf('db_cluster_identifier'),
    DBInstanceIdentifiers: listOf('db_instance_identifier'),
  }),
  row(
    'aws_db_proxy_endpoint',
    'AWS::RDS::DBProxyEndpoint',
    {
      DBProxyEndpointName: 'db_proxy_endpoint_name',
      DBProxyName: 'db_proxy_name',
      TargetRole: 'target_role',
      VpcSubnetIds: 'vpc_subnet_ids',
      VpcSecurityGroupIds: 'vpc_security_group_ids',
    },
    { name: 'db_proxy_endpoint_name' },
  ),
  row(
    'aws_db_subnet_group',
    'AWS::RDS::DBSubnetGroup',
    { DBSubnetGroupName: 'name', SubnetIds: 'subnet_ids' },
    { name: 'name' },
  ),
  row(
    'aws_docdb_subnet_group',
    'AWS::DocDB::DBSubnetGroup',
    { DBSubnetGroupName: 'name', SubnetIds: 'subnet_ids' },
    { name: 'name' },
  ),
  row(
    'aws_neptune_subnet_group',
    'AWS::Neptune::DBSubnetGroup',
    { DBSubnetGroupName: 'name', SubnetIds: 'subnet_ids' },
    { name: 'name' },
  ),
  row('aws_redshift_cluster', 'AWS::Redshift::Cluster', {
    ClusterIdentifier: 'cluster_identifier',
    PubliclyAccessible: 'publicly_accessible',
    Encrypted: 'encrypted',
    KmsKeyId: 'kms_key_id',
    MasterUserPassword: 'master_password',
    VpcSecurityGroupIds: 'vpc_security_group_ids',
    Tags: tags,
  }),
  row('aws_redshiftserverless_namespace', 'AWS::RedshiftServerless::Namespace', {
    NamespaceName: 'namespace_name',
    KmsKeyId: 'kms_key_id',
    AdminUserPassword: 'admin_user_password',
  }),
  row('aws_redshiftserverless_workgroup', 'AWS::RedshiftServerless::Workgroup', {
    WorkgroupName: 'workgroup_name',
    PubliclyAccessible: 'publicly_accessible',
    SecurityGroupIds: 'security_group_ids',
  }),
];
