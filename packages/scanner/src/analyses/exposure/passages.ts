import type { Estate } from '../../estate/estate.ts';
import type { Passage } from './spread.ts';

/**
 * Where one thing hands on to another: a source starts a function, a rule or subscription forwards, a function writes what
 * its role and environment name. Who reaches the first can influence the second.
 */
export function passages(estate: Estate): readonly Passage[] {
  const found: Passage[] = [];
  for (const trigger of estate.of('trigger')) {
    const { source, enabled, label, at } = trigger.facet;
    if (!enabled || source === undefined) continue;
    found.push({
      from: source,
      to: trigger.facet.function,
      step: { node: trigger.facet.function, at, message: `${label} starts ${nameOf(estate, trigger.facet.function)}` },
    });
  }
  for (const node of estate.nodes.values()) {
    for (const edge of estate.edgesFrom(node.id, 'routesTo', 'writes', 'invokes')) {
      if (node.kind === 'route') continue;
      const verb = edge.verb === 'routesTo' ? 'hands on to' : edge.verb === 'writes' ? 'may write' : 'may call';
      found.push({
        from: edge.from,
        to: edge.to,
        step: { node: edge.to, at: edge.at, message: `${nameOf(estate, edge.from)} ${verb} ${nameOf(estate, edge.to)}` },
      });
    }
  }
  return found;
}

function nameOf(estate: Estate, id: string): string {
  const node = estate.nodes.get(id);
  return node === undefined ? id : `${node.kind.replaceAll('-', ' ')} ${node.name}`;
}
