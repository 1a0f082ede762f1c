import { data, flag, list, mapping, number, section, text, values } from '../../mapping.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';

export const tableMappings = [
  mapping(
    'table',
    {
      types: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
      name: 'TableName',
      page: `${reference}aws-resource-dynamodb-table.html`,
    },
    {
      name: text('TableName'),
      stream: section('StreamSpecification', {
        view: text('StreamViewType'),
        document: data('ResourcePolicy.PolicyDocument'),
      }),
      kinesisStream: data('KinesisStreamSpecification.StreamArn'),
      /**
       * Every table is encrypted; without this with a key that DynamoDB owns:
       * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html
       */
      encryption: section('SSESpecification', {
        enabled: flag('SSEEnabled', { default: false }),
        type: text('SSEType'),
        key: data('KMSMasterKeyId'),
      }),
      recovery: flag('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', { default: false }),
      deletionProtection: flag('DeletionProtectionEnabled', { default: false }),
      document: data('ResourcePolicy.PolicyDocument'),
      billing: text('BillingMode', { default: 'PROVISIONED' }),
      provisioned: section('ProvisionedThroughput', {
        read: number('ReadCapacityUnits'),
        write: number('WriteCapacityUnits'),
      }),
      /** Global tables write recovery, protection and policy for each region. */
      replicas: list('Replicas', {
        region: text('Region'),
        recovery: flag('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', { default: false }),
        deletionProtection: flag('DeletionProtectionEnabled', { default: false }),
        document: data('ResourcePolicy.PolicyDocument'),
        key: data('SSESpecification.KMSMasterKeyId'),
      }),
      keys: list('KeySchema', { attribute: text('AttributeName'), type: text('KeyType', { default: 'HASH' }) }),
      timeToLive: flag('TimeToLiveSpecification.Enabled', { default: false }),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
    },
  ),
  /** How much capacity follows demand: https://docs.aws.amazon.com/autoscaling/application/userguide/services-that-can-integrate-dynamodb.html */
  mapping(
    'scaling-target',
    {
      types: ['AWS::ApplicationAutoScaling::ScalableTarget'],
      page: `${reference}aws-resource-applicationautoscaling-scalabletarget.html`,
    },
    { resource: data('ResourceId'), dimension: text('ScalableDimension'), service: text('ServiceNamespace') },
  ),
  mapping(
    'backup-selection',
    { types: ['AWS::Backup::BackupSelection'], page: `${reference}aws-resource-backup-backupselection.html` },
    {
      resources: values('BackupSelection.Resources'),
      except: values('BackupSelection.NotResources'),
      tags: list('BackupSelection.ListOfTags', { key: text('ConditionKey'), value: text('ConditionValue') }),
      conditions: data('BackupSelection.Conditions'),
    },
  ),
] as const;
