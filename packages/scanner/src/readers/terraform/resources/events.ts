import { asMap, type Value } from '@leastwise/model';
import { document } from './document.ts';
import { argument } from './argument.ts';
import { block, blocks, constant, convert, either, known, mapOf, readProperties } from './read.ts';
import { joinRow, row, type Contribution, type Properties, type Read, type Row, type Scope } from './row.ts';
import { spelledOut } from './spell-out.ts';

/** `is_enabled = false` of old, `state` of today. */
const ruleState: Read = either(
  'state',
  convert('is_enabled', (data) => (data === false || data === 'false' ? 'DISABLED' : undefined)),
);

const retry: Properties = {
  MaximumRetryAttempts: 'retry_policy.maximum_retry_attempts',
  MaximumEventAgeInSeconds: 'retry_policy.maximum_event_age_in_seconds',
};

const target: Properties = {
  Id: 'target_id',
  Arn: 'arn',
  RoleArn: 'role_arn',
  Input: 'input',
  InputPath: 'input_path',
  InputTransformer: block('input_transformer', { InputPathsMap: 'input_paths', InputTemplate: 'input_template' }),
  DeadLetterConfig: { Arn: 'dead_letter_config.arn' },
  RetryPolicy: retry,
  SqsParameters: { MessageGroupId: 'sqs_target.message_group_id' },
};

function asTarget(scope: Scope): readonly Contribution[] {
  const at = scope.instance.location;
  const item = { ...readProperties(target, scope), origin: at };
  return [
    {
      target: argument(scope.block, 'rule'),
      types: ['AWS::Events::Rule'],
      properties: mapOf({ Targets: known([item], at) }, at),
    },
  ];
}

/** Statements of a policy, which a bus takes one by one. */
const statements: Read = (scope) => {
  const policy = document('policy')(scope);
  if (policy === undefined) return undefined;
  const map = asMap(policy);
  return map === undefined ? policy : (map.get('Statement') ?? policy);
};

const scheduleTarget: Properties = {
  Arn: 'arn',
  RoleArn: 'role_arn',
  Input: 'input',
  DeadLetterConfig: { Arn: 'dead_letter_config.arn' },
  RetryPolicy: retry,
};

export const eventRows: readonly Row[] = [
  row(
    'aws_cloudwatch_event_rule',
    'AWS::Events::Rule',
    {
      Name: 'name',
      EventBusName: 'event_bus_name',
      EventPattern: document('event_pattern'),
      ScheduleExpression: 'schedule_expression',
      State: ruleState,
      RoleArn: 'role_arn',
    },
    { name: 'name' },
  ),
  joinRow('aws_cloudwatch_event_target', 'rule', asTarget),
  row(
    'aws_cloudwatch_event_bus',
    'AWS::Events::EventBus',
    { Name: 'name', KmsKeyIdentifier: 'kms_key_identifier', DeadLetterConfig: { Arn: 'dead_letter_config.arn' } },
    { name: 'name' },
  ),
  row('aws_schemas_registry_policy', 'AWS::EventSchemas::RegistryPolicy', {
    RegistryName: 'registry_name',
    Policy: document('policy'),
  }),
  row('aws_cloudwatch_event_bus_policy', 'AWS::Events::EventBusPolicy', {
    EventBusName: 'event_bus_name',
    Statement: statements,
  }),
  row('aws_cloudwatch_event_permission', 'AWS::Events::EventBusPolicy', {
    EventBusName: 'event_bus_name',
    StatementId: 'statement_id',
    Action: either('action', constant('events:PutEvents')),
    Principal: 'principal',
    Condition: block('condition', { Type: 'type', Key: 'key', Value: 'value' }),
  }),
  row(
    'aws_cloudwatch_event_archive',
    'AWS::Events::Archive',
    {
      ArchiveName: 'name',
      SourceArn: 'event_source_arn',
      EventPattern: document('event_pattern'),
      RetentionDays: 'retention_days',
      KmsKeyIdentifier: 'kms_key_identifier',
    },
    { name: 'name' },
  ),
  row(
    'aws_cloudwatch_event_connection',
    'AWS::Events::Connection',
    {
      Name: 'name',
      AuthorizationType: 'authorization_type',
      AuthParameters: block('auth_parameters', {
        ApiKeyAuthParameters: block('api_key', { ApiKeyName: 'key', ApiKeyValue: 'value' }),
        BasicAuthParameters: block('basic', { Username: 'username', Password: 'password' }),
        OAuthParameters: block('oauth', {
          AuthorizationEndpoint: 'authorization_endpoint',
          HttpMethod: 'http_method',
          ClientParameters: block('client_parameters', { ClientID: 'client_id', ClientSecret: 'client_secret' }),
        }),
      }),
      KmsKeyIdentifier: 'kms_key_identifier',
    },
    { name: 'name' },
  ),
  row(
    'aws_cloudwatch_event_api_destination',
    'AWS::Events::ApiDestination',
    {
      Name: 'name',
      ConnectionArn: 'connection_arn',
      InvocationEndpoint: 'invocation_endpoint',
      HttpMethod: 'http_method',
      InvocationRateLimitPerSecond: 'invocation_rate_limit_per_second',
    },
    { name: 'name' },
  ),
  row(
    'aws_cloudwatch_event_endpoint',
    'AWS::Events::Endpoint',
    {
      Name: 'name',
      EventBuses: blocks('event_bus', { EventBusArn: 'event_bus_arn' }),
      ReplicationConfig: { State: 'replication_config.state' },
      RoleArn: 'role_arn',
    },
    { name: 'name' },
  ),
  row(
    'aws_scheduler_schedule',
    'AWS::Scheduler::Schedule',
    {
      Name: 'name',
      GroupName: 'group_name',
      ScheduleExpression: 'schedule_expression',
      State: 'state',
      KmsKeyArn: 'kms_key_arn',
      FlexibleTimeWindow: block('flexible_time_window', {
        Mode: 'mode',
        MaximumWindowInMinutes: 'maximum_window_in_minutes',
      }),
      Target: block('target', scheduleTarget),
    },
    { name: 'name' },
  ),
  row('aws_scheduler_schedule_group', 'AWS::Scheduler::ScheduleGroup', { Name: 'name' }, { name: 'name' }),
  row(
    'aws_pipes_pipe',
    'AWS::Pipes::Pipe',
    {
      Name: 'name',
      Source: 'source',
      SourceParameters: (scope) => {
        const rest = spelledOut('source_parameters')(scope);
        const filters = blocks('source_parameters.filter_criteria.filter', { Pattern: 'pattern' })(scope);
        const map = rest === undefined ? undefined : asMap(rest);
        if (map === undefined || filters === undefined) return rest;
        return known(
          new Map([...map, ['FilterCriteria', mapOf({ Filters: filters }, filters.origin)] as [string, Value]]),
          rest?.origin ?? scope.block.origin,
        );
      },
      Enrichment: 'enrichment',
      Target: 'target',
      TargetParameters: block('target_parameters', {
        LambdaFunctionParameters: { InvocationType: 'lambda_function_parameters.invocation_type' },
        StepFunctionStateMachineParameters: {
          InvocationType: 'step_function_state_machine_parameters.invocation_type',
        },
      }),
      RoleArn: 'role_arn',
      DesiredState: 'desired_state',
      LogConfiguration: spelledOut('log_configuration'),
      KmsKeyIdentifier: 'kms_key_identifier',
    },
    { name: 'name' },
  ),
];
