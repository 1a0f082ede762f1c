import type { SourceRange } from '@leastwise/model';
import type { AnyNode, Estate, NodeOf } from '../estate.ts';
import { ingressRules } from './ingress-rules.ts';
import { privateStores } from './private-stores.ts';

export interface Reached {
  readonly node: AnyNode;
  readonly at: SourceRange;
  /** Why: `security group Database admits security group Orders`. */
  readonly note: string;
}

/**
 * The private stores whose security groups let the function in: by naming a group of the function, by sharing a group that
 * admits itself, or by admitting a range of addresses.
 */
export function reachableFrom(estate: Estate, node: NodeOf<'function'>): readonly Reached[] {
  const own = new Set(
    node.facet.vpc.securityGroups.items.map((value) => estate.resolve(value, 'security-group')?.id).filter((id) => id !== undefined),
  );
  const reached: Reached[] = [];
  for (const store of privateStores(estate)) {
    const admitted = admission(estate, store.securityGroups, own);
    if (admitted !== undefined) reached.push({ node: store.node, ...admitted });
  }
  return reached;
}

function admission(
  estate: Estate,
  guards: readonly Parameters<Estate['resolve']>[0][],
  own: ReadonlySet<string>,
): { at: SourceRange; note: string } | undefined {
  for (const value of guards) {
    const guard = estate.resolve(value, 'security-group');
    if (guard?.kind !== 'security-group') continue;
    for (const line of ingressRules(estate, guard)) {
      if (line.from !== undefined && own.has(line.from)) {
        return { at: line.at, note: `security group ${guard.name} admits security group ${estate.nodes.get(line.from)?.name ?? ''}` };
      }
      if (line.cidr !== undefined) return { at: line.at, note: `security group ${guard.name} admits ${line.cidr}` };
    }
  }
  return undefined;
}
