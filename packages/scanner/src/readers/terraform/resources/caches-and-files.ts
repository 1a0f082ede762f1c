import { asText } from '@leastwise/model';
import { argument } from './argument.ts';
import { document } from './document.ts';
import { block, into } from './read.ts';
import { joinRow, row, type Properties, type Row } from './row.ts';
import { tags } from './tags.ts';

const domain: Properties = {
  DomainName: 'domain_name',
  AccessPolicies: document('access_policies'),
  VPCOptions: block('vpc_options', { SubnetIds: 'subnet_ids', SecurityGroupIds: 'security_group_ids' }),
  EncryptionAtRestOptions: block('encrypt_at_rest', { Enabled: 'enabled', KmsKeyId: 'kms_key_id' }),
  NodeToNodeEncryptionOptions: block('node_to_node_encryption', { Enabled: 'enabled' }),
  DomainEndpointOptions: block('domain_endpoint_options', {
    EnforceHTTPS: 'enforce_https',
    TLSSecurityPolicy: 'tls_security_policy',
  }),
  AdvancedSecurityOptions: block('advanced_security_options', {
    Enabled: 'enabled',
    MasterUserOptions: block('master_user_options', { MasterUserPassword: 'master_user_password' }),
  }),
  Tags: tags,
};

const cluster = block('cluster_config', {
  InstanceCount: 'instance_count',
  DedicatedMasterEnabled: 'dedicated_master_enabled',
  WarmEnabled: 'warm_enabled',
});

const domainTypes = ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'];

export const cacheAndFileRows: readonly Row[] = [
  row('aws_elasticache_replication_group', 'AWS::ElastiCache::ReplicationGroup', {
    ReplicationGroupId: 'replication_group_id',
    Engine: 'engine',
    AtRestEncryptionEnabled: 'at_rest_encryption_enabled',
    TransitEncryptionEnabled: 'transit_encryption_enabled',
    AuthToken: 'auth_token',
    UserGroupIds: 'user_group_ids',
    KmsKeyId: 'kms_key_id',
    SecurityGroupIds: 'security_group_ids',
    CacheSubnetGroupName: 'subnet_group_name',
    Tags: tags,
  }),
  row('aws_elasticache_cluster', 'AWS::ElastiCache::CacheCluster', {
    ClusterName: 'cluster_id',
    Engine: 'engine',
    TransitEncryptionEnabled: 'transit_encryption_enabled',
    VpcSecurityGroupIds: 'security_group_ids',
    CacheSubnetGroupName: 'subnet_group_name',
    Tags: tags,
  }),
  row('aws_elasticache_serverless_cache', 'AWS::ElastiCache::ServerlessCache', {
    ServerlessCacheName: 'name',
    Engine: 'engine',
    KmsKeyId: 'kms_key_id',
    SecurityGroupIds: 'security_group_ids',
    Tags: tags,
  }),
  row(
    'aws_elasticache_subnet_group',
    'AWS::ElastiCache::SubnetGroup',
    { CacheSubnetGroupName: 'name', SubnetIds: 'subnet_ids' },
    { name: 'name' },
  ),
  row(
    'aws_opensearch_domain',
    'AWS::OpenSearchService::Domain',
    { ...domain, ClusterConfig: cluster },
    {
      name: 'domain_name',
      attributes: { domain_name: 'Ref', endpoint: 'DomainEndpoint' },
    },
  ),
  row(
    'aws_elasticsearch_domain',
    'AWS::Elasticsearch::Domain',
    { ...domain, ElasticsearchClusterConfig: cluster },
    {
      name: 'domain_name',
      attributes: { domain_name: 'Ref', endpoint: 'DomainEndpoint' },
    },
  ),
  joinRow(
    ['aws_opensearch_domain_policy', 'aws_elasticsearch_domain_policy'],
    'domain_name',
    into('domain_name', domainTypes, { AccessPolicies: document('access_policies') }),
  ),
  row(
    'aws_opensearchserverless_collection',
    'AWS::OpenSearchServerless::Collection',
    { Name: 'name', Type: 'type' },
    { name: 'name' },
  ),
  row('aws_opensearchserverless_access_policy', 'AWS::OpenSearchServerless::AccessPolicy', {
    Name: 'name',
    Type: 'type',
    Policy: document('policy'),
  }),
  row('aws_opensearchserverless_security_policy', 'AWS::OpenSearchServerless::SecurityPolicy', {
    Name: 'name',
    Type: 'type',
    Policy: document('policy'),
  }),
  row('aws_efs_file_system', 'AWS::EFS::FileSystem', {
    Encrypted: 'encrypted',
    KmsKeyId: 'kms_key_id',
    FileSystemTags: tags,
  }),
  joinRow(
    'aws_efs_file_system_policy',
    'file_system_id',
    into('file_system_id', ['AWS::EFS::FileSystem'], { FileSystemPolicy: document('policy') }),
  ),
  row('aws_efs_access_point', 'AWS::EFS::AccessPoint', {
    FileSystemId: 'file_system_id',
    PosixUser: block('posix_user', { Uid: (scope) => numberAsText(argument(scope.block, 'uid')), Gid: 'gid' }),
    RootDirectory: block('root_directory', { Path: 'path' }),
    AccessPointTags: tags,
  }),
  row('aws_efs_mount_target', 'AWS::EFS::MountTarget', {
    FileSystemId: 'file_system_id',
    SubnetId: 'subnet_id',
    SecurityGroups: 'security_groups',
  }),
];

/** CloudFormation writes a user id as text. */
function numberAsText(value: ReturnType<typeof argument>): ReturnType<typeof argument> {
  const text = asText(value);
  return text === undefined || value.kind !== 'known' ? value : { ...value, value: text };
}
