import { asMap, asText, type Value } from '@leastwise/model';
import { flagOf, get, isSet } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';
import { draftPermission, missing, type EventTarget, type SamEvent } from './event.ts';
import { draftEventSourceMapping } from './polled.ts';

/** `SNS`: a subscription of the function, or of a queue (`SqsSubscription`) that the function polls. */
export function draftTopicEvent(event: SamEvent, target: EventTarget, bench: Workbench): void {
  const { make, logicalId } = event;
  const topic = event.get('Topic');
  if (topic === undefined) return missing(event, 'Topic', bench);
  const through = event.get('SqsSubscription');
  if (!isSet(through) || flagOf(through) === false) {
    draftPermission(event, target, 'sns.amazonaws.com', { arn: topic }, bench);
    return draftSubscription(event, target, topic, 'lambda', target.arn, bench);
  }
  const settings = asMap(through);
  if (settings === undefined) {
    const fifo = fifoOf(topic, bench);
    bench.draft(
      target.owner,
      `${logicalId}Queue`,
      'AWS::SQS::Queue',
      { FifoQueue: isSet(fifo) ? fifo : undefined },
      { make },
    );
    const queue = { arn: make.ref(`${logicalId}Queue`, 'Arn'), url: make.ref(`${logicalId}Queue`) };
    return draftQueueSubscription(event, target, topic, queue, bench);
  }
  const [arn, url] = [get(through, 'QueueArn'), get(through, 'QueueUrl')];
  if (arn === undefined || url === undefined) {
    bench.invalid(
      through.origin,
      `SqsSubscription of the event ${event.id} needs QueueArn and QueueUrl.`,
      'Write both.',
    );
    return;
  }
  const policyId = get(through, 'QueuePolicyLogicalId');
  draftQueueSubscription(
    event,
    target,
    topic,
    { arn, url, policyId: policyId === undefined ? undefined : asText(policyId), batchSize: get(through, 'BatchSize') },
    bench,
  );
}

interface SubscribedQueue {
  readonly arn: Value;
  readonly url: Value;
  readonly policyId?: string | undefined;
  readonly batchSize?: Value | undefined;
}

function draftQueueSubscription(
  event: SamEvent,
  target: EventTarget,
  topic: Value,
  queue: SubscribedQueue,
  bench: Workbench,
): void {
  const { make, logicalId } = event;
  const statement = {
    Action: 'sqs:SendMessage',
    Effect: 'Allow',
    Principal: '*',
    Resource: queue.arn,
    Condition: { ArnEquals: { 'aws:SourceArn': topic } },
  };
  bench.draft(
    target.owner,
    queue.policyId ?? `${logicalId}QueuePolicy`,
    'AWS::SQS::QueuePolicy',
    { PolicyDocument: { Version: '2012-10-17', Statement: [statement] }, Queues: [queue.url] },
    { make },
  );
  draftSubscription(event, target, topic, 'sqs', queue.arn, bench);
  draftEventSourceMapping(
    {
      ...event,
      type: 'SQS',
      logicalId: `${logicalId}EventSourceMapping`,
      get: (name) =>
        name === 'Queue'
          ? queue.arn
          : name === 'BatchSize'
            ? (queue.batchSize ?? make.of(10))
            : name === 'Enabled'
              ? make.of(true)
              : undefined,
    },
    target,
    bench,
  );
}

function draftSubscription(
  event: SamEvent,
  target: EventTarget,
  topic: Value,
  protocol: string,
  endpoint: Value,
  bench: Workbench,
): void {
  bench.draft(
    target.owner,
    event.logicalId,
    'AWS::SNS::Subscription',
    {
      Endpoint: endpoint,
      Protocol: protocol,
      TopicArn: topic,
      Region: event.get('Region'),
      FilterPolicy: event.get('FilterPolicy'),
      FilterPolicyScope: event.get('FilterPolicyScope'),
      RedrivePolicy: event.get('RedrivePolicy'),
    },
    { make: event.make },
  );
}

function fifoOf(topic: Value, bench: Workbench): Value | undefined {
  if (topic.kind !== 'reference') return undefined;
  const resource = bench.plain.get(bench.logicalIdOf(topic.node) ?? '');
  return get(resource?.properties, 'FifoTopic');
}
