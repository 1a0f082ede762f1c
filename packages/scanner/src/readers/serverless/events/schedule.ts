import { asText, type Value } from '@leastwise/model';
import { itemsOf } from '../../cloudformation/sam/read-value.ts';
import type { Bench } from '../bench.ts';
import { roleOf } from '../functions/role-of.ts';
import { SCHEDULE_TYPE } from '../functions/roles.ts';
import { functionPart } from '../naming.ts';
import { isDisabled, missing, permit, shortOr, type ServiceEvent } from './event.ts';
import { jsonText } from './json-text.ts';

/**
 * `schedule`: one rule, or with `method: scheduler` one schedule, for each rate.
 * https://www.serverless.com/framework/docs/providers/aws/events/schedule
 */
export function scheduleEvent(event: ServiceEvent, bench: Bench): void {
  const rates = itemsOf(shortOr(event, 'rate'));
  if (rates.length === 0) return missing(event, 'rate', bench);
  const method = event.get('method');
  for (const [at, rate] of rates.entries()) {
    const number = numberOf(event, at, bench);
    if (method !== undefined && asText(method) === 'scheduler') schedulerOf(event, rate, number, bench);
    else ruleOf(event, rate, number, bench);
  }
}

/** The framework counts all rates of a function. */
function numberOf(event: ServiceEvent, at: number, bench: Bench): number {
  const part = functionPart(event.owner.key);
  let number = event.index + at;
  while (
    bench.drafts.has(`${part}EventsRuleSchedule${number}`) ||
    bench.drafts.has(`${part}SchedulerSchedule${number}`)
  )
    number++;
  return number;
}

const stateOf = (event: ServiceEvent): string => (isDisabled(event) ? 'DISABLED' : 'ENABLED');

function inputOf(event: ServiceEvent): Value | undefined {
  const input = event.get('input');
  return input === undefined || asText(input) !== undefined ? input : jsonText(input, input.origin);
}

function ruleOf(event: ServiceEvent, rate: Value, number: number, bench: Bench): void {
  const { make, owner } = event;
  const part = functionPart(owner.key);
  const logicalId = `${part}EventsRuleSchedule${number}`;
  bench.add(
    logicalId,
    'AWS::Events::Rule',
    {
      Name: event.get('name'),
      Description: event.get('description'),
      ScheduleExpression: rate,
      State: stateOf(event),
      Targets: [
        {
          Arn: owner.arn(make.origin),
          Id: `${owner.key}Schedule`,
          Input: inputOf(event),
          InputPath: event.get('inputPath'),
          InputTransformer: event.get('inputTransformer'),
        },
      ],
    },
    event.cause,
  );
  permit(
    event,
    `${part}LambdaPermissionEventsRuleSchedule${number}`,
    'events.amazonaws.com',
    { arn: make.ref(logicalId, 'Arn') },
    bench,
  );
}

/** The schedule starts the function as the role of the functions, which then trusts the scheduler and may start them. */
function schedulerOf(event: ServiceEvent, rate: Value, number: number, bench: Bench): void {
  const { make, owner } = event;
  bench.add(
    `${functionPart(owner.key)}SchedulerSchedule${number}`,
    SCHEDULE_TYPE,
    {
      Name: event.get('name'),
      ScheduleExpression: rate,
      ScheduleExpressionTimezone: event.get('timezone'),
      State: stateOf(event),
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: owner.arn(make.origin), RoleArn: roleOf(owner, bench), Input: inputOf(event) },
    },
    event.cause,
  );
  bench.allow(
    owner,
    make.of({ Effect: 'Allow', Action: ['lambda:InvokeFunction'], Resource: [owner.arn(make.origin)] }),
  );
}
