import type { Linker } from '../estate.ts';
import { addTrigger } from './add-trigger.ts';
import { triggersOf } from './triggers-of.ts';

/** Target groups that no listener of the tree uses: a listener elsewhere may. */
export const linkTargetGroups: Linker = (estate) => {
  for (const group of estate.of('target-group')) {
    for (const item of group.facet.targets.items) {
      const target = estate.functionOf(item.id);
      if (target === undefined) continue;
      const listed = triggersOf(estate, target.function.id).some((trigger) => trigger.facet.kind === 'load-balancer');
      if (listed) continue;
      addTrigger(estate, {
        kind: 'load-balancer',
        target,
        source: group.id,
        label: `target group ${group.name}`,
        auth: [
          {
            kind: 'unknown',
            at: group.keyRange,
            node: group.id,
            note: 'The listener that uses the target group is not in the tree.',
          },
        ],
        invocation: 'sync',
        at: item.id.origin,
        madeBy: group,
      });
    }
  }
};
