import { settled } from '@leastwise/model';
import type { Linker } from '../estate.ts';
import { addTrigger } from './add-trigger.ts';

/**
 * Pipes wait for the answer of their enrichment, and of their target unless told to fire and forget.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html
 */
export const linkPipes: Linker = (estate) => {
  for (const pipe of estate.of('pipe')) {
    const enabled = settled(pipe.facet.state) !== 'STOPPED';
    const enrichment = estate.functionOf(pipe.facet.enrichment);
    if (enrichment !== undefined) {
      addTrigger(estate, {
        kind: 'pipe',
        target: enrichment,
        source: pipe.id,
        label: `enrichment of pipe ${pipe.name}`,
        invocation: 'sync',
        enabled,
        at: pipe.facet.enrichment.origin,
      });
    }
    const target = estate.functionOf(pipe.facet.target);
    if (target === undefined) continue;
    addTrigger(estate, {
      kind: 'pipe',
      target,
      source: pipe.id,
      label: `pipe ${pipe.name}`,
      invocation: settled(pipe.facet.functionInvocation) === 'FIRE_AND_FORGET' ? 'async' : 'sync',
      enabled,
      at: pipe.facet.target.origin,
    });
  }
};
