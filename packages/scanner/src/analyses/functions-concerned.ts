import type { NodeId } from '@leastwise/model';
import type { AnyNode, Estate } from '../estate/estate.ts';

/** The functions that a finding about a node concerns: the node itself, what it starts, or whoever uses it. */
export function functionsConcerned(estate: Estate, subject: AnyNode): readonly NodeId[] {
  const found = new Set<NodeId>();
  const take = (id: NodeId | undefined): void => {
    const target = id === undefined ? undefined : estate.nodes.get(id);
    if (target === undefined) return;
    if (target.kind === 'function') found.add(target.id);
    if (target.kind === 'trigger') found.add(target.facet.function);
    if (target.kind === 'function-alias' || target.kind === 'function-version') {
      const behind = estate.functionOf({ kind: 'reference', node: target.id, attribute: 'Ref', origin: target.at });
      if (behind !== undefined) found.add(behind.function.id);
    }
  };
  take(subject.id);
  if (subject.kind === 'function') return [...found];
  if (subject.kind === 'route') take(subject.facet.integration.target);
  if ('facet' in subject && subject.facet !== undefined && 'function' in subject.facet) {
    // Permissions, URLs, mappings and the like name their function by a value.
    const named = subject.facet.function;
    if (typeof named === 'object') take(estate.functionOf(named)?.function.id);
  }
  for (const edge of estate.edgesFrom(subject.id)) {
    take(edge.to);
    // A policy concerns those who run as the role that holds it.
    if (edge.verb === 'attachedTo') for (const holder of estate.edgesTo(edge.to, 'assumes')) take(holder.from);
  }
  for (const edge of estate.edgesTo(subject.id)) take(edge.from);
  return [...found].sort();
}
