import { asMap, asText, type Value } from '@leastwise/model';
import type { Material } from '../../cloudformation/sam/made.ts';
import { get, isSet } from '../../cloudformation/sam/read-value.ts';
import type { Bench } from '../bench.ts';
import { functionPart } from '../naming.ts';
import { jsonText } from './json-text.ts';
import { isDisabled, missing, sourceName, streamName, type ServiceEvent } from './event.ts';

/** The ARN of a source: the event itself in the short form. */
function sourceOf(event: ServiceEvent): Value | undefined {
  if (asMap(event.value) !== undefined) return event.get('arn');
  return event.value.kind === 'absent' ? undefined : event.value;
}

/** What all event source mappings share. */
export function mappingProperties(event: ServiceEvent): Readonly<Record<string, Material>> {
  const filters = event.get('filterPatterns');
  const failure = event.get('destinations', 'onFailure');
  const responses = event.get('functionResponseType');
  return {
    FunctionName: event.owner.arn(event.make.origin),
    BatchSize: event.get('batchSize'),
    MaximumBatchingWindowInSeconds: event.get('maximumBatchingWindow') ?? event.get('batchWindow'),
    Enabled: isDisabled(event) ? false : (event.get('enabled') ?? true),
    FilterCriteria: filters === undefined ? undefined : { Filters: filterItems(filters, event) },
    FunctionResponseTypes: responses === undefined ? undefined : [responses],
    DestinationConfig:
      failure === undefined ? undefined : { OnFailure: { Destination: get(failure, 'arn') ?? failure } },
    KmsKeyArn: event.get('kmsKeyArn'),
  };
}

/** A pattern is written as data, and deployed as text. */
function filterItems(filters: Value, { make }: ServiceEvent): Material {
  if (filters.kind !== 'known' || !Array.isArray(filters.value)) return filters;
  return (filters.value as readonly Value[]).map((pattern) => ({
    Pattern: asText(pattern) === undefined ? jsonText(pattern, make.origin) : pattern,
  }));
}

/** https://www.serverless.com/framework/docs/providers/aws/events/sqs */
export function queueEvent(event: ServiceEvent, bench: Bench): void {
  const { make, owner } = event;
  const arn = sourceOf(event);
  if (arn === undefined) return missing(event, 'arn', bench);
  const concurrency = event.get('maximumConcurrency');
  bench.add(
    `${functionPart(owner.key)}EventSourceMappingSQS${sourceName(arn, `Queue${event.index}`)}`,
    'AWS::Lambda::EventSourceMapping',
    {
      ...mappingProperties(event),
      EventSourceArn: arn,
      ScalingConfig: concurrency === undefined ? undefined : { MaximumConcurrency: concurrency },
    },
    event.cause,
  );
  const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
  bench.allow(owner, make.of({ Effect: 'Allow', Action: actions, Resource: [arn] }));
}

/** https://www.serverless.com/framework/docs/providers/aws/events/streams */
export function streamEvent(event: ServiceEvent, bench: Bench): void {
  const { make, owner } = event;
  const arn = sourceOf(event);
  if (arn === undefined) return missing(event, 'arn', bench);
  const type = streamType(event, arn);
  const title = type === 'kinesis' ? 'Kinesis' : 'Dynamodb';
  const failure = event.get('destinations', 'onFailure');
  bench.add(
    `${functionPart(owner.key)}EventSourceMapping${title}${streamName(arn)}`,
    'AWS::Lambda::EventSourceMapping',
    {
      ...mappingProperties(event),
      EventSourceArn: arn,
      BatchSize: event.get('batchSize') ?? 10,
      StartingPosition: event.get('startingPosition') ?? 'TRIM_HORIZON',
      ParallelizationFactor: event.get('parallelizationFactor'),
      BisectBatchOnFunctionError: event.get('bisectBatchOnFunctionError'),
      MaximumRetryAttempts: event.get('maximumRetryAttempts'),
      MaximumRecordAgeInSeconds: event.get('maximumRecordAgeInSeconds'),
      TumblingWindowInSeconds: event.get('tumblingWindowInSeconds'),
    },
    event.cause,
  );
  const actions =
    type === 'kinesis'
      ? ['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:DescribeStreamSummary', 'kinesis:ListShards']
      : ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream', 'dynamodb:ListStreams'];
  bench.allow(owner, make.of({ Effect: 'Allow', Action: actions, Resource: [arn] }));
  if (isSet(failure)) allowFailure(event, failure, bench);
}

function allowFailure(event: ServiceEvent, failure: Value, bench: Bench): void {
  const arn = get(failure, 'arn') ?? failure;
  const written = get(failure, 'type');
  const type = written === undefined ? /^arn:[^:]*:(\w+):/.exec(asText(arn) ?? '')?.[1] : asText(written);
  if (type !== 'sns' && type !== 'sqs') return;
  const Action = type === 'sns' ? 'sns:Publish' : 'sqs:SendMessage';
  bench.allow(event.owner, event.make.of({ Effect: 'Allow', Action, Resource: [arn] }));
}

/** `type`, else what the ARN says; a table's stream when neither is known. */
function streamType(event: ServiceEvent, arn: Value): 'dynamodb' | 'kinesis' {
  const type = event.get('type');
  const text = (type === undefined ? undefined : asText(type)) ?? /^arn:[^:]*:(\w+):/.exec(asText(arn) ?? '')?.[1];
  return text === 'kinesis' ? 'kinesis' : 'dynamodb';
}
