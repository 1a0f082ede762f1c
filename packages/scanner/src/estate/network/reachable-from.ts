import type { NodeId, SourceRange } from '@leastwise/model';
import type { AnyNode, Estate, NodeOf } from '../estate.ts';
import { ingressRules } from './ingress-rules.ts';
import { privateStores } from './private-stores.ts';

export interface Reached {
  readonly node: AnyNode;
  readonly at: SourceRange;
  /** Why: `security group Database admits security group Orders`. */
  readonly note: string;
}

/** A way into a store: from a group, or from a range of addresses. */
interface Admission extends Reached {
  readonly from?: NodeId;
}

const kept = new WeakMap<Estate, readonly Admission[]>();

/**
 * The private stores whose security groups let the function in: by naming a group of the function, by sharing a group that
 * admits itself, or by admitting a range of addresses.
 */
export function reachableFrom(estate: Estate, node: NodeOf<'function'>): readonly Reached[] {
  const own = new Set(
    node.facet.vpc.securityGroups.items
      .map((value) => estate.resolve(value, 'security-group')?.id)
      .filter((id) => id !== undefined),
  );
  const reached = new Map<NodeId, Reached>();
  for (const admission of admissions(estate)) {
    if (reached.has(admission.node.id) || (admission.from !== undefined && !own.has(admission.from))) continue;
    reached.set(admission.node.id, admission);
  }
  return [...reached.values()];
}

function admissions(estate: Estate): readonly Admission[] {
  const known = kept.get(estate);
  if (known !== undefined) return known;
  const found: Admission[] = [];
  for (const store of privateStores(estate)) {
    for (const value of store.securityGroups) {
      const guard = estate.get(estate.resolve(value, 'security-group')?.id, 'security-group');
      if (guard === undefined) continue;
      for (const line of ingressRules(estate, guard)) {
        const name = line.from === undefined ? undefined : (estate.nodes.get(line.from)?.name ?? '');
        if (line.from !== undefined) {
          found.push({
            node: store.node,
            at: line.at,
            from: line.from,
            note: `security group ${guard.name} admits security group ${name}`,
          });
        } else if (line.cidr !== undefined) {
          found.push({ node: store.node, at: line.at, note: `security group ${guard.name} admits ${line.cidr}` });
        }
      }
    }
  }
  kept.set(estate, found);
  return found;
}
