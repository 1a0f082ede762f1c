import { asMap } from '@leastwise/model';
import { argument, isNothing } from './argument.ts';
import { document } from './document.ts';
import { block, blocks, constant, either, into, known, mapOf, unless } from './read.ts';
import { joinRow, row, type Properties, type Read, type Row } from './row.ts';
import { tags } from './tags.ts';

/** A map of dimensions as the list that CloudFormation writes. */
const dimensions =
  (path: string): Read =>
  (scope) => {
    const value = argument(scope.block, path);
    const map = asMap(value);
    if (map === undefined) return isNothing(value) ? undefined : value;
    return known(
      [...map].map(([name, inner]) => mapOf({ Name: known(name, inner.origin), Value: inner }, inner.origin)),
      value.origin,
    );
  };

const alarm: Properties = {
  AlarmName: 'alarm_name',
  Namespace: 'namespace',
  MetricName: 'metric_name',
  Statistic: 'statistic',
  ExtendedStatistic: 'extended_statistic',
  Threshold: 'threshold',
  ComparisonOperator: 'comparison_operator',
  Dimensions: dimensions('dimensions'),
  Metrics: blocks('metric_query', {
    Id: 'id',
    Expression: 'expression',
    MetricStat: block('metric', {
      Metric: {
        Namespace: 'namespace',
        MetricName: 'metric_name',
        Dimensions: dimensions('dimensions'),
      },
      Stat: 'stat',
    }),
  }),
  AlarmActions: 'alarm_actions',
  OKActions: 'ok_actions',
  InsufficientDataActions: 'insufficient_data_actions',
  ActionsEnabled: 'actions_enabled',
};

export const observabilityRows: readonly Row[] = [
  row(
    'aws_cloudwatch_log_group',
    'AWS::Logs::LogGroup',
    {
      LogGroupName: 'name',
      // 0 is the provider's word for "never".
      RetentionInDays: unless('retention_in_days', 0),
      KmsKeyId: 'kms_key_id',
      LogGroupClass: 'log_group_class',
      Tags: tags,
    },
    { name: 'name' },
  ),
  row('aws_cloudwatch_log_resource_policy', 'AWS::Logs::ResourcePolicy', {
    PolicyName: 'policy_name',
    PolicyDocument: document('policy_document'),
  }),
  row(
    'aws_cloudwatch_log_destination',
    'AWS::Logs::Destination',
    { DestinationName: 'name', TargetArn: 'target_arn', RoleArn: 'role_arn' },
    { name: 'name' },
  ),
  joinRow(
    'aws_cloudwatch_log_destination_policy',
    'destination_name',
    into('destination_name', ['AWS::Logs::Destination'], { DestinationPolicy: document('access_policy') }),
  ),
  row('aws_cloudwatch_log_subscription_filter', 'AWS::Logs::SubscriptionFilter', {
    LogGroupName: 'log_group_name',
    DestinationArn: 'destination_arn',
    FilterPattern: 'filter_pattern',
    RoleArn: 'role_arn',
  }),
  row('aws_cloudwatch_log_metric_filter', 'AWS::Logs::MetricFilter', {
    LogGroupName: 'log_group_name',
    FilterPattern: 'pattern',
    MetricTransformations: blocks('metric_transformation', { MetricName: 'name', MetricNamespace: 'namespace' }),
  }),
  row(
    'aws_cloudwatch_log_account_policy',
    'AWS::Logs::AccountPolicy',
    { PolicyName: 'policy_name', PolicyType: 'policy_type', PolicyDocument: document('policy_document') },
    { name: 'policy_name' },
  ),
  row('aws_cloudwatch_metric_alarm', 'AWS::CloudWatch::Alarm', alarm, { name: 'alarm_name' }),
  row(
    'aws_cloudwatch_composite_alarm',
    'AWS::CloudWatch::CompositeAlarm',
    {
      AlarmName: 'alarm_name',
      AlarmRule: 'alarm_rule',
      AlarmActions: 'alarm_actions',
      ActionsEnabled: 'actions_enabled',
    },
    { name: 'alarm_name' },
  ),
  row(
    'aws_cloudwatch_log_delivery_source',
    'AWS::Logs::DeliverySource',
    { Name: 'name', ResourceArn: 'resource_arn', LogType: 'log_type' },
    { name: 'name' },
  ),
  row(
    'aws_cloudtrail',
    'AWS::CloudTrail::Trail',
    {
      TrailName: 'name',
      IsLogging: either('enable_logging', constant(true)),
      IsMultiRegionTrail: 'is_multi_region_trail',
      EnableLogFileValidation: 'enable_log_file_validation',
      S3BucketName: 's3_bucket_name',
      KMSKeyId: 'kms_key_id',
      CloudWatchLogsLogGroupArn: 'cloud_watch_logs_group_arn',
      EventSelectors: blocks('event_selector', {
        ReadWriteType: 'read_write_type',
        IncludeManagementEvents: 'include_management_events',
        DataResources: blocks('data_resource', { Type: 'type', Values: 'values' }),
      }),
      AdvancedEventSelectors: blocks('advanced_event_selector', {
        FieldSelectors: blocks('field_selector', { Field: 'field', Equals: 'equals' }),
      }),
      Tags: tags,
    },
    { name: 'name' },
  ),
  row(
    'aws_ecr_repository',
    'AWS::ECR::Repository',
    {
      RepositoryName: 'name',
      ImageTagMutability: 'image_tag_mutability',
      ImageScanningConfiguration: block('image_scanning_configuration', { ScanOnPush: 'scan_on_push' }),
      EncryptionConfiguration: block('encryption_configuration', {
        EncryptionType: 'encryption_type',
        KmsKey: 'kms_key',
      }),
      Tags: tags,
    },
    { name: 'name', attributes: { repository_url: 'RepositoryUri' } },
  ),
  joinRow(
    'aws_ecr_repository_policy',
    'repository',
    into('repository', ['AWS::ECR::Repository'], { RepositoryPolicyText: document('policy') }),
  ),
];
