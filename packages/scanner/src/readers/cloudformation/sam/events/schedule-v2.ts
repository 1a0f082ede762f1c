import type { Value } from '@leastwise/model';
import { invokeFunction, sendToQueue, startExecution, trustService } from '../policies/statements.ts';
import { flagOf, isSet } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';
import { deadLetterQueueArn } from './dead-letter-queue.ts';
import { missing, type EventTarget, type SamEvent } from './event.ts';

/** `ScheduleV2`: a schedule of EventBridge Scheduler, which starts its target with a role of its own. */
export function draftSchedule(
  event: SamEvent,
  target: EventTarget,
  starts: 'function' | 'state-machine',
  bench: Workbench,
): void {
  const { make, logicalId } = event;
  if (event.get('ScheduleExpression') === undefined) missing(event, 'ScheduleExpression', bench);
  const queue = deadLetterQueueArn(event, target, undefined, bench);
  const name = event.get('Name');
  const omitted = flagOf(event.get('OmitName')) === true;
  if (omitted && name !== undefined) {
    bench.invalid(name.origin, `The event ${event.id} has a Name although OmitName is set.`, 'Leave one of them out.');
  }
  let role: Value | undefined = event.get('RoleArn');
  if (!isSet(role)) {
    const policy = starts === 'function' ? invokeFunction : startExecution;
    bench.draft(
      target.owner,
      `${logicalId}Role`,
      'AWS::IAM::Role',
      {
        AssumeRolePolicyDocument: trustService(make, 'scheduler.amazonaws.com'),
        Policies: [
          policy(make, target.arn, logicalId),
          queue === undefined ? undefined : sendToQueue(make, queue, logicalId),
        ],
        PermissionsBoundary: event.get('PermissionsBoundary'),
      },
      { make },
    );
    role = make.ref(`${logicalId}Role`, 'Arn');
  }
  const state = event.get('State');
  const window = event.get('FlexibleTimeWindow');
  bench.draft(
    target.owner,
    logicalId,
    'AWS::Scheduler::Schedule',
    {
      ScheduleExpression: event.get('ScheduleExpression'),
      State: isSet(state) ? state : undefined,
      Name: omitted ? undefined : isSet(name) ? name : logicalId,
      Description: event.get('Description'),
      FlexibleTimeWindow: isSet(window) ? window : { Mode: 'OFF' },
      StartDate: event.get('StartDate'),
      EndDate: event.get('EndDate'),
      ScheduleExpressionTimezone: event.get('ScheduleExpressionTimezone'),
      GroupName: event.get('GroupName'),
      KmsKeyArn: event.get('KmsKeyArn'),
      Target: {
        Arn: target.arn,
        RoleArn: role,
        Input: event.get('Input'),
        DeadLetterConfig: queue === undefined ? undefined : { Arn: queue },
        RetryPolicy: event.get('RetryPolicy'),
      },
    },
    { make },
  );
}
