import { settled, type Value } from '@leastwise/model';
import type { AnyNode, EstateBuilder, Linker } from '../estate.ts';

/**
 * What hands events on to something that is no function: `routesTo` edges, so that whoever may write the beginning of such a
 * chain is seen to reach its end. The notes of a function's edges say for which of its starts they hold; the exposure analysis reads
 * them (`started-as.ts`).
 */
export const linkForwarding: Linker = (estate) => {
  const pass = (from: AnyNode | undefined, to: Value, note: string): void => forward(estate, from, to, note);
  for (const rule of estate.of('rule')) {
    if (settled(rule.facet.state) === 'DISABLED') continue;
    const bus = estate.resolve(rule.facet.bus, 'event-bus');
    if (bus !== undefined) estate.connect({ verb: 'routesTo', from: bus.id, to: rule.id, at: rule.facet.bus.origin });
    for (const target of rule.facet.targets.items) pass(rule, target.arn, 'as a target');
  }
  for (const schedule of estate.of('schedule'))
    if (settled(schedule.facet.state) !== 'DISABLED') pass(schedule, schedule.facet.target.arn, 'as its target');
  for (const pipe of estate.of('pipe')) {
    if (settled(pipe.facet.state) === 'STOPPED') continue;
    const source = estate.resolve(pipe.facet.source);
    if (source !== undefined)
      estate.connect({ verb: 'routesTo', from: source.id, to: pipe.id, at: pipe.facet.source.origin });
    pass(pipe, pipe.facet.enrichment, 'as its enrichment');
    pass(pipe, pipe.facet.target, 'as its target');
  }
  for (const subscription of estate.of('subscription')) {
    pass(estate.resolve(subscription.facet.topic, 'topic'), subscription.facet.endpoint, 'through a subscription');
  }
  for (const topic of estate.of('topic')) {
    for (const item of topic.facet.subscriptions.items) pass(topic, item.endpoint, 'through a subscription');
  }
  for (const queue of estate.of('queue')) pass(queue, queue.facet.deadLetterQueue, 'what failed');
  for (const bucket of estate.of('bucket')) {
    const { queues, topics } = bucket.facet.notifications;
    for (const item of [...queues.items, ...topics.items]) pass(bucket, item.target, 'through a notification');
  }
  for (const rule of estate.of('iot-rule')) {
    if (settled(rule.facet.disabled) === true) continue;
    for (const action of rule.facet.actions.items) {
      for (const value of [
        action.queue,
        action.topic,
        action.stream,
        action.bucket,
        action.table,
        action.stateMachine,
      ]) {
        pass(rule, value, 'through an action');
      }
    }
  }
  for (const rule of estate.of('mail-receipt-rule')) {
    if (settled(rule.facet.enabled) === false) continue;
    for (const action of rule.facet.actions.items)
      for (const value of [action.bucket, action.topic]) pass(rule, value, 'through an action');
  }
  for (const filter of estate.of('subscription-filter')) {
    pass(estate.resolve(filter.facet.group, 'log-group'), filter.facet.destination, 'through a subscription filter');
  }
  for (const config of estate.of('event-invoke-config')) {
    const sender = estate.functionOf(config.facet.function)?.function;
    for (const value of [config.facet.onSuccess, config.facet.onFailure]) pass(sender, value, 'as a destination');
  }
  for (const node of estate.of('function')) pass(node, node.facet.deadLetterTarget, 'what failed');
  for (const mapping of estate.of('event-source-mapping')) {
    pass(
      estate.functionOf(mapping.facet.function)?.function,
      mapping.facet.failureDestination,
      'what it could not read',
    );
  }
  for (const alarm of estate.of('alarm')) {
    if (settled(alarm.facet.actionsEnabled) !== false) pass(alarm, alarm.facet.actions, 'as an action');
  }
};

const carriers = [
  'queue',
  'topic',
  'stream',
  'delivery-stream',
  'event-bus',
  'state-machine',
  'bucket',
  'table',
  'log-group',
  'api-destination',
] as const;

function forward(estate: EstateBuilder, from: AnyNode | undefined, to: Value, note: string): void {
  if (from === undefined || to.kind === 'absent') return;
  const target = estate.resolve(to, ...carriers);
  if (target !== undefined) estate.connect({ verb: 'routesTo', from: from.id, to: target.id, at: to.origin, note });
}
