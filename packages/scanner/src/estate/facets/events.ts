import { data, list, mapping, number, section, text, values } from '../mapping.ts';
import { reference } from './reference.ts';

/** EventBridge: rules, schedules, pipes, archives and calls to foreign APIs. The buses stand in `storage.ts`. */
export const eventMappings = [
  mapping(
    'rule',
    { types: ['AWS::Events::Rule'], name: 'Name', page: `${reference}aws-resource-events-rule.html` },
    {
      name: text('Name'),
      bus: data('EventBusName'),
      pattern: data('EventPattern'),
      schedule: text('ScheduleExpression'),
      state: text('State', { default: 'ENABLED' }),
      role: data('RoleArn'),
      targets: list('Targets', {
        id: text('Id'),
        arn: data('Arn'),
        role: data('RoleArn'),
        input: data('Input'),
        inputTransformer: data('InputTransformer'),
        deadLetterQueue: data('DeadLetterConfig.Arn'),
        maximumRetries: number('RetryPolicy.MaximumRetryAttempts', { default: 185 }),
        /** Seconds. */
        maximumEventAge: number('RetryPolicy.MaximumEventAgeInSeconds', { default: 86_400 }),
      }),
    },
  ),
  mapping(
    'schedule',
    { types: ['AWS::Scheduler::Schedule'], name: 'Name', page: `${reference}aws-resource-scheduler-schedule.html` },
    {
      name: text('Name'),
      schedule: text('ScheduleExpression'),
      state: text('State', { default: 'ENABLED' }),
      key: data('KmsKeyArn'),
      target: section('Target', {
        arn: data('Arn'),
        role: data('RoleArn'),
        input: data('Input'),
        deadLetterQueue: data('DeadLetterConfig.Arn'),
        maximumRetries: number('RetryPolicy.MaximumRetryAttempts', { default: 185 }),
        maximumEventAge: number('RetryPolicy.MaximumEventAgeInSeconds', { default: 86_400 }),
      }),
    },
  ),
  mapping(
    'schedule-group',
    {
      types: ['AWS::Scheduler::ScheduleGroup'],
      name: 'Name',
      page: `${reference}aws-resource-scheduler-schedulegroup.html`,
    },
    { name: text('Name') },
  ),
  mapping(
    'pipe',
    { types: ['AWS::Pipes::Pipe'], name: 'Name', page: `${reference}aws-resource-pipes-pipe.html` },
    {
      name: text('Name'),
      source: data('Source'),
      sourceParameters: data('SourceParameters'),
      filters: list('SourceParameters.FilterCriteria.Filters', { pattern: data('Pattern') }),
      enrichment: data('Enrichment'),
      target: data('Target'),
      /** `FIRE_AND_FORGET` hands over asynchronously. */
      functionInvocation: text('TargetParameters.LambdaFunctionParameters.InvocationType', {
        default: 'REQUEST_RESPONSE',
      }),
      workflowInvocation: text('TargetParameters.StepFunctionStateMachineParameters.InvocationType', {
        default: 'REQUEST_RESPONSE',
      }),
      role: data('RoleArn'),
      state: text('DesiredState', { default: 'RUNNING' }),
      logging: data('LogConfiguration'),
      key: data('KmsKeyIdentifier'),
    },
  ),
  mapping(
    'event-archive',
    { types: ['AWS::Events::Archive'], name: 'ArchiveName', page: `${reference}aws-resource-events-archive.html` },
    {
      name: text('ArchiveName'),
      bus: data('SourceArn'),
      pattern: data('EventPattern'),
      /** Days; 0 keeps for ever. */
      retention: number('RetentionDays', { default: 0 }),
      key: data('KmsKeyIdentifier'),
    },
  ),
  mapping(
    'event-connection',
    { types: ['AWS::Events::Connection'], name: 'Name', page: `${reference}aws-resource-events-connection.html` },
    {
      name: text('Name'),
      authorization: text('AuthorizationType'),
      parameters: data('AuthParameters'),
      key: data('KmsKeyIdentifier'),
    },
  ),
  mapping(
    'api-destination',
    {
      types: ['AWS::Events::ApiDestination'],
      name: 'Name',
      page: `${reference}aws-resource-events-apidestination.html`,
    },
    {
      name: text('Name'),
      connection: data('ConnectionArn'),
      endpoint: data('InvocationEndpoint'),
      method: text('HttpMethod'),
      rate: number('InvocationRateLimitPerSecond', { default: 300 }),
    },
  ),
  mapping(
    'event-endpoint',
    { types: ['AWS::Events::Endpoint'], name: 'Name', page: `${reference}aws-resource-events-endpoint.html` },
    {
      name: text('Name'),
      buses: values('EventBuses'),
      replication: text('ReplicationConfig.State', { default: 'ENABLED' }),
      role: data('RoleArn'),
    },
  ),
] as const;
