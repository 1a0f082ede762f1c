import { describe } from '@leastwise/model';
import { compileHttpApi } from '../apis/http-api.ts';
import { compileRestApi } from '../apis/rest-api.ts';
import { compileWebSockets } from '../apis/web-sockets.ts';
import type { Bench } from '../bench.ts';
import { brokerEvent, kafkaEvent, mskEvent } from './brokers.ts';
import { bucketEvent } from './bucket.ts';
import { alexaSkill, alexaSmartHome, cloudFront, iot, iotFleet, loadBalancer } from './edges.ts';
import type { ServiceEvent } from './event.ts';
import { eventsOf } from './events-of.ts';
import { logGroupEvent } from './log-group.ts';
import { queueEvent, streamEvent } from './polled.ts';
import { busEvent, cloudWatchEvent } from './rules.ts';
import { scheduleEvent } from './schedule.ts';
import { topicEvent } from './topic.ts';
import { userPoolEvent } from './user-pool.ts';

type CompileEvent = (event: ServiceEvent, bench: Bench) => void;

/** https://www.serverless.com/framework/docs/providers/aws/guide/events */
const single: ReadonlyMap<string, CompileEvent> = new Map<string, CompileEvent>([
  ['s3', bucketEvent],
  ['sns', topicEvent],
  ['sqs', queueEvent],
  ['stream', streamEvent],
  ['msk', mskEvent],
  ['kafka', kafkaEvent],
  ['activemq', brokerEvent('activemq')],
  ['rabbitmq', brokerEvent('rabbitmq')],
  ['schedule', scheduleEvent],
  ['eventBridge', busEvent],
  ['cloudwatchEvent', cloudWatchEvent],
  ['cloudwatchLog', logGroupEvent],
  ['cognitoUserPool', userPoolEvent],
  ['iot', iot],
  ['iotFleetProvisioning', iotFleet],
  ['alexaSkill', alexaSkill],
  ['alexaSmartHome', alexaSmartHome],
  ['alb', loadBalancer],
  ['cloudFront', cloudFront],
]);

/** The events of an API are compiled together, because they share the API. */
const joined: ReadonlyMap<string, (events: readonly ServiceEvent[], bench: Bench) => void> = new Map([
  ['http', compileRestApi],
  ['httpApi', compileHttpApi],
  ['websocket', compileWebSockets],
]);

export function compileEvents(bench: Bench): void {
  const byApi = new Map<string, ServiceEvent[]>();
  for (const event of bench.functions.flatMap((owner) => eventsOf(owner, bench))) {
    const compile = single.get(event.type);
    if (compile !== undefined) compile(event, bench);
    else if (joined.has(event.type)) byApi.set(event.type, [...(byApi.get(event.type) ?? []), event]);
    else unknownEvent(event, bench);
  }
  for (const [type, compile] of joined) {
    const events = byApi.get(type);
    if (events !== undefined) compile(events, bench);
  }
}

function unknownEvent(event: ServiceEvent, bench: Bench): void {
  const { owner, type, cause } = event;
  const reason = `The event ${type} of ${owner.key} is a plugin's: who may start the function through it is not known.`;
  bench.unknowns.push({ kind: 'unknown', cause: 'macro', reason, origin: cause.keyRange, name: type });
  bench.note(
    'serverless-event-not-read',
    cause.keyRange,
    `The event ${type} (${describe(event.value)}) is none of the framework itself, so the way in that it opens was not looked at.`,
    'Scan the packaged template, or write the trigger under resources.',
  );
}
