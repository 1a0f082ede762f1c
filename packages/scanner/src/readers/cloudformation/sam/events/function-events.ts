import { draftHttpEvent } from '../api/http-event.ts';
import { draftRestEvent } from '../api/rest-event.ts';
import type { Workbench } from '../workbench.ts';
import { draftBucketEvent } from './bucket.ts';
import { draftCognitoEvent } from './cognito.ts';
import { eventsOf, targetOf, type EventTarget, type SamEvent } from './event.ts';
import { draftAlexaSkill, draftIotRule, draftLogEvent } from './other-pushes.ts';
import { draftEventSourceMapping, polledSources } from './polled.ts';
import { draftFunctionRule } from './rule.ts';
import { draftSchedule } from './schedule-v2.ts';
import { draftTopicEvent } from './topic.ts';

type DraftEvent = (event: SamEvent, target: EventTarget, bench: Workbench) => void;

/** Every event type of a function. */
const kinds: Readonly<Record<string, DraftEvent>> = {
  Api: draftRestEvent,
  HttpApi: draftHttpEvent,
  S3: draftBucketEvent,
  SNS: draftTopicEvent,
  Schedule: draftFunctionRule,
  ScheduleV2: (event, target, bench) => draftSchedule(event, target, 'function', bench),
  CloudWatchEvent: draftFunctionRule,
  EventBridgeRule: draftFunctionRule,
  CloudWatchLogs: draftLogEvent,
  IoTRule: draftIotRule,
  AlexaSkill: draftAlexaSkill,
  Cognito: draftCognitoEvent,
  ...Object.fromEntries(Object.keys(polledSources).map((type) => [type, draftEventSourceMapping])),
};

export function draftFunctionEvents(target: EventTarget, bench: Workbench): void {
  for (const event of eventsOf(target.owner, bench)) {
    const draftEvent = Object.hasOwn(kinds, event.type) ? kinds[event.type] : undefined;
    if (draftEvent !== undefined) draftEvent(event, targetOf(event, target), bench);
    else {
      bench.invalid(
        event.value.origin,
        `SAM knows no event of type ${event.type} for functions (${event.id}).`,
        `Use one of ${Object.keys(kinds).join(', ')}.`,
      );
    }
  }
}
