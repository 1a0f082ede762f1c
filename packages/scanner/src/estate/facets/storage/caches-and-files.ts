import { data, flag, list, mapping, number, section, text, values } from '../../mapping.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';

const clusterFields = {
  nodes: number('InstanceCount', { default: 1 }),
  dedicatedMasters: flag('DedicatedMasterEnabled', { default: false }),
  warmNodes: flag('WarmEnabled', { default: false }),
};

/** Caches, search domains and file systems. */
export const cacheAndFileMappings = [
  mapping(
    'cache',
    {
      types: [
        'AWS::ElastiCache::ReplicationGroup',
        'AWS::ElastiCache::CacheCluster',
        'AWS::ElastiCache::ServerlessCache',
      ],
      page: `${reference}aws-resource-elasticache-replicationgroup.html`,
    },
    {
      engine: text('Engine'),
      atRest: flag('AtRestEncryptionEnabled', { default: false }),
      inTransit: flag('TransitEncryptionEnabled', { default: false }),
      authToken: data('AuthToken'),
      userGroups: values('UserGroupIds'),
      key: data('KmsKeyId'),
      securityGroups: values('SecurityGroupIds'),
      /** `CacheCluster` has a name of its own for it. */
      vpcSecurityGroups: values('VpcSecurityGroupIds'),
      subnetGroup: data('CacheSubnetGroupName'),
    },
  ),
  mapping(
    'cache-subnet-group',
    {
      types: ['AWS::ElastiCache::SubnetGroup'],
      name: 'CacheSubnetGroupName',
      page: `${reference}aws-resource-elasticache-subnetgroup.html`,
    },
    { name: text('CacheSubnetGroupName'), subnets: values('SubnetIds') },
  ),
  mapping(
    'accelerator',
    { types: ['AWS::DAX::Cluster'], name: 'ClusterName', page: `${reference}aws-resource-dax-cluster.html` },
    {
      role: data('IAMRoleARN'),
      atRest: flag('SSESpecification.SSEEnabled', { default: false }),
      endpointEncryption: text('ClusterEndpointEncryptionType', { default: 'NONE' }),
      securityGroups: values('SecurityGroupIds'),
    },
  ),
  mapping(
    'search-domain',
    {
      types: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
      name: 'DomainName',
      page: `${reference}aws-resource-opensearchservice-domain.html`,
    },
    {
      name: text('DomainName'),
      document: data('AccessPolicies'),
      vpc: section('VPCOptions', { subnets: values('SubnetIds'), securityGroups: values('SecurityGroupIds') }),
      atRest: flag('EncryptionAtRestOptions.Enabled', { default: false }),
      key: data('EncryptionAtRestOptions.KmsKeyId'),
      nodeToNode: flag('NodeToNodeEncryptionOptions.Enabled', { default: false }),
      enforceHttps: flag('DomainEndpointOptions.EnforceHTTPS', { default: false }),
      /** https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_ClusterConfig.html */
      cluster: section('ClusterConfig', clusterFields),
      /** The same under the older type. */
      elasticsearchCluster: section('ElasticsearchClusterConfig', clusterFields),
      fineGrained: flag('AdvancedSecurityOptions.Enabled', { default: false }),
      masterPassword: data('AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword'),
    },
  ),
  mapping(
    'search-collection',
    {
      types: ['AWS::OpenSearchServerless::Collection'],
      name: 'Name',
      page: `${reference}aws-resource-opensearchserverless-collection.html`,
    },
    { name: text('Name'), purpose: text('Type', { default: 'TIMESERIES' }) },
  ),
  mapping(
    'search-policy',
    {
      types: ['AWS::OpenSearchServerless::AccessPolicy', 'AWS::OpenSearchServerless::SecurityPolicy'],
      page: `${reference}aws-resource-opensearchserverless-securitypolicy.html`,
    },
    {
      /** `data`, `network` or `encryption`. */
      about: text('Type'),
      /** JSON that names collections by pattern. */
      document: data('Policy'),
    },
  ),
  mapping(
    'file-system',
    { types: ['AWS::EFS::FileSystem'], page: `${reference}aws-resource-efs-filesystem.html` },
    { encrypted: flag('Encrypted', { default: false }), key: data('KmsKeyId'), document: data('FileSystemPolicy') },
  ),
  mapping(
    'file-system-access-point',
    { types: ['AWS::EFS::AccessPoint'], page: `${reference}aws-resource-efs-accesspoint.html` },
    {
      fileSystem: data('FileSystemId'),
      userId: text('PosixUser.Uid'),
      root: text('RootDirectory.Path', { default: '/' }),
      tags: list('AccessPointTags', { key: text('Key'), value: text('Value') }),
    },
  ),
  mapping(
    'mount-target',
    { types: ['AWS::EFS::MountTarget'], page: `${reference}aws-resource-efs-mounttarget.html` },
    { fileSystem: data('FileSystemId'), subnet: data('SubnetId'), securityGroups: values('SecurityGroups') },
  ),
] as const;
