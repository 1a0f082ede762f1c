import type { NodeId } from '@leastwise/model';
import type { Estate, NodeOf } from '../estate.ts';

const kept = new WeakMap<Estate, { count: number; byFunction: Map<NodeId, NodeOf<'trigger'>[]> }>();

/** Every trigger of a function, disabled ones too, in the order in which they were found. */
export function triggersOf(estate: Estate, functionId: NodeId): readonly NodeOf<'trigger'>[] {
  const all = estate.of('trigger');
  let index = kept.get(estate);
  if (index === undefined) kept.set(estate, (index = { count: 0, byFunction: new Map() }));
  for (; index.count < all.length; index.count++) {
    const trigger = all[index.count];
    if (trigger === undefined) continue;
    const found = index.byFunction.get(trigger.facet.function);
    if (found === undefined) index.byFunction.set(trigger.facet.function, [trigger]);
    else found.push(trigger);
  }
  return index.byFunction.get(functionId) ?? [];
}
