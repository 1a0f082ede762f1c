import type { Linker } from '../estate.ts';
import { addTrigger } from './add-trigger.ts';
import { sourceLabel } from './source-label.ts';

/** Topics with a subscription of protocol `lambda`, written on its own or inside the topic. */
export const linkTopics: Linker = (estate) => {
  for (const subscription of estate.of('subscription')) {
    const target = estate.functionOf(subscription.facet.endpoint);
    if (target === undefined) continue;
    const topic = estate.resolve(subscription.facet.topic, 'topic');
    addTrigger(estate, {
      kind: 'topic',
      target,
      source: topic?.id,
      label: sourceLabel('topic', topic, subscription.facet.topic),
      invocation: 'async',
      at: subscription.facet.endpoint.origin,
      madeBy: subscription,
    });
  }
  for (const topic of estate.of('topic')) {
    for (const subscription of topic.facet.subscriptions.items) {
      const target = estate.functionOf(subscription.endpoint);
      if (target === undefined) continue;
      addTrigger(estate, {
        kind: 'topic',
        target,
        source: topic.id,
        label: `topic ${topic.name}`,
        invocation: 'async',
        at: subscription.endpoint.origin,
      });
    }
  }
};
