import { asMap, asText, type Value } from '@leastwise/model';
import { managedPolicy } from '../policies/managed-policy.ts';
import { publishToTopic, putToBucket, sendToQueue } from '../policies/statements.ts';
import { get, isSet } from '../read-value.ts';
import { attachInline, attachManaged } from '../role.ts';
import type { Workbench } from '../workbench.ts';
import { missing, type EventTarget, type SamEvent } from './event.ts';
import { sourcePolicy } from './polled-policies.ts';

interface PolledSource {
  /** The property that names the source. */
  readonly source?: string;
  /** The managed policy that reading it needs. */
  readonly policy?: string;
  readonly kafkaConfig?: string;
}

/** The events that Lambda polls for. */
export const polledSources: Readonly<Record<string, PolledSource>> = {
  SQS: { source: 'Queue', policy: 'AWSLambdaSQSQueueExecutionRole' },
  Kinesis: { source: 'Stream', policy: 'AWSLambdaKinesisExecutionRole' },
  DynamoDB: { source: 'Stream', policy: 'AWSLambdaDynamoDBExecutionRole' },
  MSK: { source: 'Stream', policy: 'AWSLambdaMSKExecutionRole', kafkaConfig: 'AmazonManagedKafkaEventSourceConfig' },
  SelfManagedKafka: { kafkaConfig: 'SelfManagedKafkaEventSourceConfig' },
  MQ: { source: 'Broker' },
  DocumentDB: { source: 'Cluster' },
};

const passedOn =
  `StartingPosition StartingPositionTimestamp BatchSize Enabled MaximumBatchingWindowInSeconds MaximumRetryAttempts
  BisectBatchOnFunctionError MaximumRecordAgeInSeconds ParallelizationFactor Topics Queues SourceAccessConfigurations
  TumblingWindowInSeconds FunctionResponseTypes FilterCriteria KmsKeyArn ScalingConfig ProvisionedPollerConfig MetricsConfig
  LoggingConfig`.split(/\s+/);

/** An event source mapping, and what the role needs to read the source and to send failed batches on. */
export function draftEventSourceMapping(event: SamEvent, target: EventTarget, bench: Workbench): void {
  const kind = polledSources[event.type];
  if (kind === undefined) return;
  const { make } = event;
  const source = kind.source === undefined ? undefined : event.get(kind.source);
  if (kind.source !== undefined && source === undefined) missing(event, kind.source, bench);
  if (['Kinesis', 'DynamoDB', 'MSK'].includes(event.type) && event.get('StartingPosition') === undefined) {
    missing(event, 'StartingPosition', bench);
  }
  checkFilter(event, bench);
  const key = event.get('SecretsManagerKmsKeyId');
  if (key?.kind === 'reference') {
    bench.note(
      key.origin,
      `SecretsManagerKmsKeyId of the event ${event.id} refers to a resource, and SAM takes a text only.`,
      'Write the id of the key, or pass it as a parameter.',
    );
  }
  const servers = event.get('KafkaBootstrapServers');
  const draft = bench.draft(
    target.owner,
    event.logicalId,
    'AWS::Lambda::EventSourceMapping',
    {
      FunctionName: target.name,
      EventSourceArn: source,
      ...Object.fromEntries(passedOn.map((name) => [name, event.get(name)])),
      SelfManagedEventSource: isSet(servers) ? { Endpoints: { KafkaBootstrapServers: servers } } : undefined,
      DestinationConfig: destinationConfig(event, bench),
    },
    { make },
  );
  const group = event.get('ConsumerGroupId');
  const registry = event.get('SchemaRegistryConfig');
  if (isSet(group) && kind.kafkaConfig === undefined) {
    bench.invalid(
      group.origin,
      `ConsumerGroupId has no meaning for the ${event.type} event ${event.id}.`,
      'Leave it out.',
    );
  }
  if (kind.kafkaConfig !== undefined && (isSet(group) || isSet(registry))) {
    draft.properties.set(kind.kafkaConfig, make.of({ ConsumerGroupId: group, SchemaRegistryConfig: registry }));
  }
  if (event.type === 'DocumentDB') {
    if (event.get('DatabaseName') === undefined) missing(event, 'DatabaseName', bench);
    const names = ['DatabaseName', 'CollectionName', 'FullDocument'];
    draft.properties.set(
      'DocumentDBEventSourceConfig',
      make.of(Object.fromEntries(names.map((name) => [name, event.get(name)]))),
    );
  }
  grant(event, target, kind, bench);
}

function grant(event: SamEvent, target: EventTarget, kind: PolledSource, bench: Workbench): void {
  const policy = sourcePolicy(event, bench);
  if (target.role === undefined) return;
  if (kind.policy !== undefined) attachManaged(target.role, managedPolicy(event.make, `service-role/${kind.policy}`));
  if (policy !== undefined) attachInline(target.role, policy);
  const destination = destinationPolicy(event);
  if (destination !== undefined) attachInline(target.role, destination);
}

/** `DestinationConfig` without the `Type` that only SAM knows. */
function destinationConfig(event: SamEvent, bench: Workbench): Value | undefined {
  const config = event.get('DestinationConfig');
  if (!isSet(config)) return undefined;
  const failure = get(config, 'OnFailure');
  const map = failure === undefined ? undefined : asMap(failure);
  if (asMap(config) === undefined) return config;
  if (failure === undefined || map === undefined) {
    bench.invalid(
      config.origin,
      `DestinationConfig of the event ${event.id} needs OnFailure.`,
      'Write OnFailure with a Destination.',
    );
    return config;
  }
  const type = get(failure, 'Type');
  if (type !== undefined && !['SQS', 'SNS', 'S3', 'Kafka'].includes(asText(type) ?? '')) {
    bench.invalid(
      type.origin,
      `The destination of the event ${event.id} has no such Type.`,
      'Write SQS, SNS, S3 or Kafka.',
    );
  }
  const kept: Value = { ...failure, value: new Map([...map].filter(([name]) => name !== 'Type')) } as Value;
  return { ...config, value: new Map([...(asMap(config) ?? []), ['OnFailure', kept]]) } as Value;
}

function destinationPolicy(event: SamEvent): Value | undefined {
  const failure = get(event.get('DestinationConfig'), 'OnFailure');
  const type = get(failure, 'Type');
  const arn = get(failure, 'Destination');
  switch (type === undefined ? undefined : asText(type)) {
    case 'SQS':
      return sendToQueue(event.make, arn, event.logicalId);
    case 'SNS':
      return publishToTopic(event.make, arn, event.logicalId);
    case 'S3':
      return putToBucket(event.make, arn, event.logicalId);
    default:
      return undefined;
  }
}

function checkFilter(event: SamEvent, bench: Workbench): void {
  const filter = event.get('FilterCriteria');
  const map = filter === undefined ? undefined : asMap(filter);
  if (filter === undefined || map === undefined) return;
  if ([...map.keys()].some((name) => name !== 'Filters')) {
    bench.invalid(
      filter.origin,
      `FilterCriteria of the event ${event.id} may only hold Filters.`,
      'Write the patterns under Filters.',
    );
  }
}
