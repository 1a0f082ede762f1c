import type { NodeId, Value } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';

const kept = new WeakMap<Estate, ReadonlySet<NodeId>>();

/** The queues that take what failed elsewhere: they end a chain, and need no dead-letter queue of their own. */
export function catchingQueues(estate: Estate): ReadonlySet<NodeId> {
  const known = kept.get(estate);
  if (known !== undefined) return known;
  const found = new Set<NodeId>();
  const take = (value: Value): void => {
    const queue = value.kind === 'absent' ? undefined : estate.resolve(value, 'queue');
    if (queue !== undefined) found.add(queue.id);
  };
  for (const { facet } of estate.of('queue')) take(facet.deadLetterQueue);
  for (const { facet } of estate.of('subscription')) take(facet.deadLetterQueue);
  for (const { facet } of estate.of('rule')) for (const target of facet.targets.items) take(target.deadLetterQueue);
  for (const { facet } of estate.of('schedule')) take(facet.target.deadLetterQueue);
  for (const { facet } of estate.of('event-invoke-config')) take(facet.onFailure);
  for (const { facet } of estate.of('event-bus')) take(facet.deadLetterQueue);
  for (const { facet } of estate.of('function')) take(facet.deadLetterTarget);
  for (const { facet } of estate.of('event-source-mapping')) take(facet.failureDestination);
  kept.set(estate, found);
  return found;
}
