import { asText, type Value } from '@leastwise/model';
import { flagOf, get, isComputed, isSet } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';
import { deadLetterQueueArn } from './dead-letter-queue.ts';
import { draftPermission, missing, type EventTarget, type SamEvent } from './event.ts';

/** How the rule reaches its target: the permission or role that it needs besides. */
interface RuleTarget {
  readonly suffix: 'LambdaTarget' | 'StepFunctionsTarget';
  readonly role?: Value;
}

/** `Schedule`, `CloudWatchEvent` and `EventBridgeRule` of a function. */
export function draftFunctionRule(event: SamEvent, target: EventTarget, bench: Workbench): void {
  draftRule(event, target, { suffix: 'LambdaTarget' }, bench);
  const source = { arn: event.make.ref(event.logicalId, 'Arn') };
  draftPermission(event, target, 'events.amazonaws.com', source, bench);
}

export function draftRule(event: SamEvent, target: EventTarget, how: RuleTarget, bench: Workbench): void {
  const { make } = event;
  const isSchedule = event.type === 'Schedule';
  if (isSchedule && event.get('Schedule') === undefined) missing(event, 'Schedule', bench);
  const queue = deadLetterQueueArn(event, target, make.ref(event.logicalId, 'Arn'), bench);
  const given = get(event.get('Target'), 'Id');
  const item = {
    Arn: target.arn,
    Id: given ?? targetId(event.logicalId, how.suffix),
    RoleArn: how.role,
    Input: event.get('Input'),
    InputPath: event.get('InputPath'),
    DeadLetterConfig: queue === undefined ? undefined : { Arn: queue },
    RetryPolicy: event.get('RetryPolicy'),
    InputTransformer: event.get('InputTransformer'),
  };
  const properties = isSchedule
    ? { ScheduleExpression: event.get('Schedule'), Name: event.get('Name'), Description: event.get('Description') }
    : { EventBusName: event.get('EventBusName'), EventPattern: event.get('Pattern'), Name: event.get('RuleName') };
  bench.draft(
    target.owner,
    event.logicalId,
    'AWS::Events::Rule',
    { ...properties, State: stateOf(event, bench), Targets: [item] },
    { make },
  );
}

/** An intrinsic in `Enabled` counts as true, for the transform sees it before it is evaluated. */
function stateOf(event: SamEvent, bench: Workbench): Value | undefined {
  const state = event.get('State');
  const enabled = event.get('Enabled');
  if (isSet(state) && enabled !== undefined) {
    bench.invalid(enabled.origin, `The event ${event.id} has both State and Enabled.`, 'Write State only.');
  }
  if (enabled === undefined) return isSet(state) ? state : undefined;
  const on =
    isComputed(enabled) || flagOf(enabled) === true || (flagOf(enabled) === undefined && asText(enabled) !== '');
  return bench.makeAt(enabled.origin).of(on ? 'ENABLED' : 'DISABLED');
}

/** EventBridge takes 64 characters. */
function targetId(logicalId: string, suffix: string): string {
  return logicalId.slice(0, 64 - suffix.length) + suffix;
}
