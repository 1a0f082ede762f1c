import { argument, isNothing } from './argument.ts';
import { document } from './document.ts';
import { block, blocks, into, known, mapOf, readProperties } from './read.ts';
import { joinRow, row, type Properties, type Read, type Row } from './row.ts';
import { tags } from './tags.ts';

const table = ['AWS::DynamoDB::Table'];

/** `hash_key` and `range_key` as the list that CloudFormation writes. */
const keySchema: Read = (scope) => {
  const keys = (
    [
      ['hash_key', 'HASH'],
      ['range_key', 'RANGE'],
    ] as const
  ).flatMap(([name, type]) => {
    const value = argument(scope.block, name);
    return isNothing(value) ? [] : [mapOf({ AttributeName: value, KeyType: known(type, value.origin) }, value.origin)];
  });
  const first = keys[0];
  return first === undefined ? undefined : known(keys, first.origin);
};

/** A view type written beside `stream_enabled = false` is no stream. */
const stream: Read = (scope) => {
  const enabled = argument(scope.block, 'stream_enabled');
  if (isNothing(enabled) || (enabled.kind === 'known' && enabled.value === false)) return undefined;
  return mapOf({ StreamViewType: argument(scope.block, 'stream_view_type') }, enabled.origin);
};

/** A replica in a block of its own; its region is that of its provider. */
const replica: Properties = {
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: 'point_in_time_recovery' },
  DeletionProtectionEnabled: 'deletion_protection_enabled',
  SSESpecification: { KMSMasterKeyId: 'kms_key_arn' },
};

export const dynamodbRows: readonly Row[] = [
  row(
    'aws_dynamodb_table',
    'AWS::DynamoDB::Table',
    {
      TableName: 'name',
      BillingMode: 'billing_mode',
      ProvisionedThroughput: { ReadCapacityUnits: 'read_capacity', WriteCapacityUnits: 'write_capacity' },
      KeySchema: keySchema,
      StreamSpecification: stream,
      SSESpecification: block('server_side_encryption', { SSEEnabled: 'enabled', KMSMasterKeyId: 'kms_key_arn' }),
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: 'point_in_time_recovery.enabled' },
      DeletionProtectionEnabled: 'deletion_protection_enabled',
      TimeToLiveSpecification: { Enabled: 'ttl.enabled' },
      Replicas: blocks('replica', {
        Region: 'region_name',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: 'point_in_time_recovery' },
        DeletionProtectionEnabled: 'deletion_protection_enabled',
        SSESpecification: { KMSMasterKeyId: 'kms_key_arn' },
      }),
      Tags: tags,
    },
    { name: 'name', attributes: { stream_arn: 'StreamArn' } },
  ),
  joinRow(
    'aws_dynamodb_table_replica',
    'global_table_arn',
    (scope) => [
      {
        target: argument(scope.block, 'global_table_arn'),
        types: table,
        properties: mapOf(
          { Replicas: known([readProperties(replica, scope)], scope.instance.keyRange) },
          scope.instance.keyRange,
        ),
      },
    ],
    { withoutOwner: 'open' },
  ),
  joinRow(
    'aws_dynamodb_resource_policy',
    'resource_arn',
    into('resource_arn', table, { ResourcePolicy: { PolicyDocument: document('policy') } }),
  ),
  row('aws_appautoscaling_target', 'AWS::ApplicationAutoScaling::ScalableTarget', {
    ResourceId: 'resource_id',
    ScalableDimension: 'scalable_dimension',
    ServiceNamespace: 'service_namespace',
  }),
  row('aws_backup_selection', 'AWS::Backup::BackupSelection', {
    BackupSelection: {
      Resources: 'resources',
      NotResources: 'not_resources',
      ListOfTags: blocks('selection_tag', { ConditionKey: 'key', ConditionValue: 'value' }),
      Conditions: block('condition', { StringEquals: 'string_equals', StringLike: 'string_like' }),
    },
  }),
  joinRow(
    'aws_dynamodb_kinesis_streaming_destination',
    'table_name',
    into('table_name', table, { KinesisStreamSpecification: { StreamArn: 'stream_arn' } }),
  ),
  row(
    'aws_dax_cluster',
    'AWS::DAX::Cluster',
    {
      ClusterName: 'cluster_name',
      IAMRoleARN: 'iam_role_arn',
      SSESpecification: { SSEEnabled: 'server_side_encryption.enabled' },
      ClusterEndpointEncryptionType: 'cluster_endpoint_encryption_type',
      SecurityGroupIds: 'security_group_ids',
    },
    { name: 'cluster_name' },
  ),
];
