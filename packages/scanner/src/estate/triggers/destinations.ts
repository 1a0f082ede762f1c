import type { Linker } from '../estate.ts';
import { addTrigger } from './add-trigger.ts';

/** Functions that get the results or the failures of other functions. */
export const linkDestinations: Linker = (estate) => {
  for (const config of estate.of('event-invoke-config')) {
    const sender = estate.functionOf(config.facet.function)?.function;
    for (const [value, word] of [
      [config.facet.onSuccess, 'success'],
      [config.facet.onFailure, 'failure'],
    ] as const) {
      const target = value.kind === 'absent' ? undefined : estate.functionOf(value);
      if (target === undefined) continue;
      addTrigger(estate, {
        kind: 'destination',
        target,
        source: sender?.id,
        label: `${word} of function ${sender?.name ?? config.name}`,
        invocation: 'async',
        at: value.origin,
        madeBy: config,
      });
    }
  }
};
