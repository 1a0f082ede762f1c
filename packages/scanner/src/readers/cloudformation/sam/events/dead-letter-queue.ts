import { asText, type Value } from '@leastwise/model';
import { get, isComputed } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';
import type { EventTarget, SamEvent } from './event.ts';

/**
 * `DeadLetterConfig` of a rule or schedule: the ARN of its queue. With `Type: SQS` the queue is made, and for a rule
 * (`ruleArn`) the policy that lets EventBridge send to it.
 */
export function deadLetterQueueArn(
  event: SamEvent,
  target: EventTarget,
  ruleArn: Value | undefined,
  bench: Workbench,
): Value | undefined {
  const config = event.get('DeadLetterConfig');
  if (config === undefined) return undefined;
  const arn = get(config, 'Arn');
  const type = get(config, 'Type');
  const isQueue = type !== undefined && asText(type) === 'SQS';
  if ((arn === undefined) === (type === undefined) || (type !== undefined && !isQueue)) {
    bench.invalid(
      config.origin,
      `DeadLetterConfig of the event ${event.id} needs either Arn or Type: SQS.`,
      'Write one of them.',
    );
  }
  if (arn !== undefined || !isQueue) return arn;
  const make = bench.makeAt(config.origin);
  const given = get(config, 'QueueLogicalId');
  const name = given === undefined ? undefined : asText(given);
  if (given !== undefined && (name === undefined || isComputed(given))) {
    bench.invalid(
      given.origin,
      `QueueLogicalId of the event ${event.id} is no text.`,
      'Write the logical id of the queue.',
    );
  }
  const queue = name ?? `${event.logicalId}Queue`;
  bench.draft(target.owner, queue, 'AWS::SQS::Queue', {}, { make });
  if (ruleArn !== undefined) {
    const statement = {
      Action: 'sqs:SendMessage',
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Resource: make.ref(queue, 'Arn'),
      Condition: { ArnEquals: { 'aws:SourceArn': ruleArn } },
    };
    bench.draft(
      target.owner,
      `${event.logicalId}QueuePolicy`,
      'AWS::SQS::QueuePolicy',
      { PolicyDocument: { Version: '2012-10-17', Statement: [statement] }, Queues: [make.ref(queue)] },
      { make },
    );
  }
  return make.ref(queue, 'Arn');
}
