import { member, type NodeId } from '@leastwise/model';
import type { Linker } from '../estate.ts';
import { addTrigger } from './add-trigger.ts';

/**
 * Cognito asks a function at a step of signing up or in, and waits five seconds for the answer. Most triggers are an ARN,
 * the younger ones (`CustomSMSSender`, `PreTokenGenerationConfig`) a block with one.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 */
export const linkUserPools: Linker = (estate) => {
  for (const pool of estate.of('user-pool')) {
    const seen = new Set<string>();
    for (const { key, value } of pool.facet.triggers.items) {
      const inner = member(value, 'LambdaArn');
      const target = estate.functionOf(value) ?? (value.kind === 'known' ? estate.functionOf(inner) : undefined);
      if (target === undefined) continue;
      const step = key.replace(/Config$/, '');
      const told: NodeId = `${target.function.id} ${step}`;
      if (seen.has(told)) continue;
      seen.add(told);
      addTrigger(estate, {
        kind: 'user-pool',
        target,
        source: pool.id,
        label: `${step} of user pool ${pool.name}`,
        invocation: 'sync',
        at: value.origin,
      });
    }
  }
};
