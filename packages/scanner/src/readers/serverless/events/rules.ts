import { asText, type Value } from '@leastwise/model';
import { textValue } from '../../cloudformation/text-value.ts';
import { get } from '../../cloudformation/sam/read-value.ts';
import type { Bench } from '../bench.ts';
import { alphanumeric, functionPart } from '../naming.ts';
import { isDisabled, permit, sourceName, type ServiceEvent } from './event.ts';
import { jsonText } from './json-text.ts';

const textOf = (value: Value | undefined): Value | undefined =>
  value === undefined || asText(value) !== undefined ? value : jsonText(value, value.origin);

/** https://www.serverless.com/framework/docs/providers/aws/events/event-bridge */
export function busEvent(event: ServiceEvent, bench: Bench): void {
  const { make, owner } = event;
  const bus = busOf(event, bench);
  const part = functionPart(owner.key);
  const name = event.get('name') ?? textValue([owner.name, `-rule-${event.index}`], make.origin);
  const known = asText(name);
  const logicalId =
    known === undefined ? `${part}EventBridgeRule${event.index}` : `${alphanumeric(known)}EventBridgeRule`;
  const deadLetter = event.get('deadLetterQueueArn');
  const retry = event.get('retryPolicy');
  bench.add(
    logicalId,
    'AWS::Events::Rule',
    {
      Name: name,
      Description: event.get('description'),
      EventBusName: bus,
      EventPattern: event.get('pattern'),
      ScheduleExpression: event.get('schedule'),
      State: isDisabled(event) ? 'DISABLED' : 'ENABLED',
      Targets: [
        {
          Arn: owner.arn(make.origin),
          Id: textValue([name, '-target'], make.origin),
          Input: textOf(event.get('input')),
          InputPath: event.get('inputPath'),
          InputTransformer: event.get('inputTransformer'),
          DeadLetterConfig: deadLetter === undefined ? undefined : { Arn: deadLetter },
          RetryPolicy:
            retry === undefined
              ? undefined
              : {
                  MaximumEventAgeInSeconds: get(retry, 'maximumEventAge'),
                  MaximumRetryAttempts: get(retry, 'maximumRetryAttempts'),
                },
        },
      ],
    },
    event.cause,
  );
  permit(
    event,
    `${part}EventBridgeLambdaPermission${event.index}`,
    'events.amazonaws.com',
    { arn: make.ref(logicalId, 'Arn') },
    bench,
  );
}

/** A plain name is a bus of this service; `default`, ARNs and references are buses that exist. */
function busOf(event: ServiceEvent, bench: Bench): Value | undefined {
  const bus = event.get('eventBus');
  const name = bus === undefined ? undefined : asText(bus);
  if (bus === undefined || name === undefined || name === 'default' || name.startsWith('arn:')) return bus;
  const logicalId = `${functionPart(sourceName(bus, name))}EventBridgeEventBus`;
  bench.add(logicalId, 'AWS::Events::EventBus', { Name: name }, event.cause);
  return event.make.ref(logicalId);
}

/** https://www.serverless.com/framework/docs/providers/aws/events/cloudwatch-event */
export function cloudWatchEvent(event: ServiceEvent, bench: Bench): void {
  const { make, owner } = event;
  const part = functionPart(owner.key);
  const logicalId = `${part}EventsRuleCloudWatchEvent${event.index}`;
  bench.add(
    logicalId,
    'AWS::Events::Rule',
    {
      Name: event.get('name'),
      Description: event.get('description'),
      EventPattern: event.get('event'),
      State: isDisabled(event) ? 'DISABLED' : 'ENABLED',
      Targets: [
        {
          Arn: owner.arn(make.origin),
          Id: `${owner.key}CloudWatchEvent`,
          Input: textOf(event.get('input')),
          InputPath: event.get('inputPath'),
          InputTransformer: event.get('inputTransformer'),
        },
      ],
    },
    event.cause,
  );
  permit(
    event,
    `${part}LambdaPermissionEventsRuleCloudWatchEvent${event.index}`,
    'events.amazonaws.com',
    { arn: make.ref(logicalId, 'Arn') },
    bench,
  );
}
