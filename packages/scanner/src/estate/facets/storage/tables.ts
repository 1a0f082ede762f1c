import { data, flag, list, mapping, section, text } from '../../mapping.ts';

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
] as const;
