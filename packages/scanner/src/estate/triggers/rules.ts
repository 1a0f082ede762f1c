import { describe, settled } from '@leastwise/model';
import type { Linker } from '../estate.ts';
import { addTrigger } from './add-trigger.ts';

/** EventBridge rules: with a pattern they pass on events, with an expression they are clocks. */
export const linkRules: Linker = (estate) => {
  for (const rule of estate.of('rule')) {
    const { facet } = rule;
    const clock = facet.pattern.kind === 'absent' && facet.schedule.kind !== 'absent';
    for (const item of facet.targets.items) {
      const target = estate.functionOf(item.arn);
      if (target === undefined) continue;
      addTrigger(estate, {
        kind: clock ? 'schedule' : 'rule',
        target,
        source: rule.id,
        label: clock ? describe(facet.schedule) : `rule ${rule.name}`,
        invocation: 'async',
        enabled: settled(facet.state) !== 'DISABLED',
        at: item.arn.origin,
      });
    }
  }
};
