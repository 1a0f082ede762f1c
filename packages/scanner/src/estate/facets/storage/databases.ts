import { data, flag, list, mapping, number, text, values } from '../../mapping.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';

/** Relational databases and warehouses. */
export const databaseMappings = [
  mapping(
    'database-instance',
    {
      types: ['AWS::RDS::DBInstance'],
      name: 'DBInstanceIdentifier',
      page: `${reference}aws-resource-rds-dbinstance.html`,
    },
    {
      name: text('DBInstanceIdentifier'),
      engine: text('Engine'),
      cluster: data('DBClusterIdentifier'),
      snapshot: data('DBSnapshotIdentifier'),
      sourceInstance: data('SourceDBInstanceIdentifier'),
      /** Absent: public when the subnet group is of the default VPC with a gateway. */
      publiclyAccessible: flag('PubliclyAccessible'),
      encrypted: flag('StorageEncrypted', { default: false }),
      key: data('KmsKeyId'),
      user: data('MasterUsername'),
      password: data('MasterUserPassword'),
      managedPassword: flag('ManageMasterUserPassword', { default: false }),
      iamAuthentication: flag('EnableIAMDatabaseAuthentication', { default: false }),
      securityGroups: values('VPCSecurityGroups'),
      subnetGroup: data('DBSubnetGroupName'),
      /** Days. */
      backups: number('BackupRetentionPeriod', { default: 1 }),
      deletionProtection: flag('DeletionProtection', { default: false }),
      port: text('Port'),
    },
  ),
  mapping(
    'database-cluster',
    {
      types: ['AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster'],
      name: 'DBClusterIdentifier',
      page: `${reference}aws-resource-rds-dbcluster.html`,
    },
    {
      name: text('DBClusterIdentifier'),
      engine: text('Engine'),
      encrypted: flag('StorageEncrypted', { default: false }),
      key: data('KmsKeyId'),
      publiclyAccessible: flag('PubliclyAccessible'),
      snapshot: data('SnapshotIdentifier'),
      sourceCluster: data('SourceDBClusterIdentifier'),
      user: data('MasterUsername'),
      password: data('MasterUserPassword'),
      managedPassword: flag('ManageMasterUserPassword', { default: false }),
      iamAuthentication: flag('EnableIAMDatabaseAuthentication', { default: false }),
      dataApi: flag('EnableHttpEndpoint', { default: false }),
      securityGroups: values('VpcSecurityGroupIds'),
      subnetGroup: data('DBSubnetGroupName'),
      /** Days. */
      backups: number('BackupRetentionPeriod', { default: 1 }),
      deletionProtection: flag('DeletionProtection', { default: false }),
    },
  ),
  mapping(
    'database-proxy',
    { types: ['AWS::RDS::DBProxy'], name: 'DBProxyName', page: `${reference}aws-resource-rds-dbproxy.html` },
    {
      name: text('DBProxyName'),
      requireTls: flag('RequireTLS', { default: false }),
      role: data('RoleArn'),
      auth: list('Auth', {
        scheme: text('AuthScheme'),
        iam: text('IAMAuth', { default: 'DISABLED' }),
        secret: data('SecretArn'),
      }),
      subnets: values('VpcSubnetIds'),
      securityGroups: values('VpcSecurityGroupIds'),
    },
  ),
  mapping(
    'database-proxy-target',
    { types: ['AWS::RDS::DBProxyTargetGroup'], page: `${reference}aws-resource-rds-dbproxytargetgroup.html` },
    {
      proxy: data('DBProxyName'),
      clusters: values('DBClusterIdentifiers'),
      instances: values('DBInstanceIdentifiers'),
    },
  ),
  mapping(
    'database-proxy-endpoint',
    {
      types: ['AWS::RDS::DBProxyEndpoint'],
      name: 'DBProxyEndpointName',
      page: `${reference}aws-resource-rds-dbproxyendpoint.html`,
    },
    {
      proxy: data('DBProxyName'),
      role: text('TargetRole', { default: 'READ_WRITE' }),
      subnets: values('VpcSubnetIds'),
      securityGroups: values('VpcSecurityGroupIds'),
    },
  ),
  mapping(
    'database-subnet-group',
    {
      types: ['AWS::RDS::DBSubnetGroup', 'AWS::DocDB::DBSubnetGroup', 'AWS::Neptune::DBSubnetGroup'],
      name: 'DBSubnetGroupName',
      page: `${reference}aws-resource-rds-dbsubnetgroup.html`,
    },
    { name: text('DBSubnetGroupName'), subnets: values('SubnetIds') },
  ),
  mapping(
    'warehouse',
    {
      types: ['AWS::Redshift::Cluster', 'AWS::RedshiftServerless::Namespace', 'AWS::RedshiftServerless::Workgroup'],
      page: `${reference}aws-resource-redshift-cluster.html`,
    },
    {
      /** Clusters are private and workgroups too, unless this says otherwise. */
      publiclyAccessible: flag('PubliclyAccessible', { default: false }),
      encrypted: flag('Encrypted', { default: true }),
      key: data('KmsKeyId'),
      password: data('MasterUserPassword'),
      namespacePassword: data('AdminUserPassword'),
      securityGroups: values('VpcSecurityGroupIds'),
      workgroupSecurityGroups: values('SecurityGroupIds'),
    },
  ),
] as const;
