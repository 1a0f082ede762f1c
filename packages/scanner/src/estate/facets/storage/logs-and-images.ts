import { data, flag, list, mapping, number, text } from '../../mapping.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';

/** Logs, trails, alarms and image repositories. */
export const logAndImageMappings = [
  mapping(
    'log-group',
    { types: ['AWS::Logs::LogGroup'], name: 'LogGroupName', page: `${reference}aws-resource-logs-loggroup.html` },
    {
      name: text('LogGroupName'),
      /** Days; absent: for ever. */
      retention: number('RetentionInDays'),
      key: data('KmsKeyId'),
      class: text('LogGroupClass', { default: 'STANDARD' }),
    },
  ),
  mapping(
    'log-policy',
    { types: ['AWS::Logs::ResourcePolicy'], page: `${reference}aws-resource-logs-resourcepolicy.html` },
    { name: text('PolicyName'), document: data('PolicyDocument') },
  ),
  mapping(
    'log-destination',
    {
      types: ['AWS::Logs::Destination'],
      name: 'DestinationName',
      page: `${reference}aws-resource-logs-destination.html`,
    },
    {
      name: text('DestinationName'),
      target: data('TargetArn'),
      role: data('RoleArn'),
      policy: data('DestinationPolicy'),
    },
  ),
  mapping(
    'log-source',
    { types: ['AWS::Logs::DeliverySource'], name: 'Name', page: `${reference}aws-resource-logs-deliverysource.html` },
    { name: text('Name'), resource: data('ResourceArn'), logType: text('LogType') },
  ),
  mapping(
    'trail',
    { types: ['AWS::CloudTrail::Trail'], name: 'TrailName', page: `${reference}aws-resource-cloudtrail-trail.html` },
    {
      name: text('TrailName'),
      logging: flag('IsLogging', { default: true }),
      multiRegion: flag('IsMultiRegionTrail', { default: false }),
      validated: flag('EnableLogFileValidation', { default: false }),
      bucket: data('S3BucketName'),
      key: data('KMSKeyId'),
      logGroup: data('CloudWatchLogsLogGroupArn'),
      selectors: data('EventSelectors'),
      advancedSelectors: data('AdvancedEventSelectors'),
    },
  ),
  mapping(
    'alarm',
    {
      types: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
      name: 'AlarmName',
      page: `${reference}aws-resource-cloudwatch-alarm.html`,
    },
    {
      name: text('AlarmName'),
      namespace: text('Namespace'),
      metric: text('MetricName'),
      statistic: text('Statistic'),
      extendedStatistic: text('ExtendedStatistic'),
      threshold: number('Threshold'),
      comparison: text('ComparisonOperator'),
      dimensions: list('Dimensions', { name: text('Name'), value: data('Value') }),
      metrics: data('Metrics'),
      actions: data('AlarmActions'),
      actionsEnabled: flag('ActionsEnabled', { default: true }),
    },
  ),
  mapping(
    'repository',
    { types: ['AWS::ECR::Repository'], name: 'RepositoryName', page: `${reference}aws-resource-ecr-repository.html` },
    {
      name: text('RepositoryName'),
      document: data('RepositoryPolicyText'),
      mutability: text('ImageTagMutability', { default: 'MUTABLE' }),
      scanOnPush: flag('ImageScanningConfiguration.ScanOnPush', { default: false }),
      encryption: text('EncryptionConfiguration.EncryptionType', { default: 'AES256' }),
      key: data('EncryptionConfiguration.KmsKey'),
    },
  ),
] as const;
