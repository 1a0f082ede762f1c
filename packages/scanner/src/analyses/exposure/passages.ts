import type { Estate } from '../../estate/estate.ts';
import type { Passage } from './spread.ts';
import { mannerOfNote, reachedByStart, startedAs } from './started-as.ts';
import { decidesByItself } from './started-by.ts';

/**
 * Where one thing hands on to another: a source starts a function, a rule or subscription forwards, a function writes what
 * its role and environment name. Who reaches the first can influence the second. A gateway is no such source: each of its
 * routes asks for itself.
 */
export function passages(estate: Estate): readonly Passage[] {
  const found: Passage[] = [];
  for (const trigger of estate.of('trigger')) {
    const { source, enabled, label, at, function: started } = trigger.facet;
    if (!enabled || source === undefined || decidesByItself(trigger.facet.kind)) continue;
    const from = trigger.facet.kind === 'destination' ? startedAs(source, 'async') : source;
    const step = { node: started, at, message: `${label} starts ${nameOf(estate, started)}` };
    const byFunction = estate.nodes.get(source)?.kind === 'function';
    for (const to of reachedByStart(trigger)) found.push({ from, to, byFunction, step });
  }
  for (const node of estate.nodes.values()) {
    if (node.kind === 'route') continue;
    for (const edge of estate.edgesFrom(node.id, 'routesTo', 'writes', 'invokes')) {
      const manner = node.kind === 'function' ? mannerOfNote(edge.note) : undefined;
      const verb = edge.verb === 'routesTo' ? 'hands on to' : edge.verb === 'writes' ? 'may write' : 'may call';
      found.push({
        from: manner === undefined ? edge.from : startedAs(edge.from, manner),
        to: edge.to,
        byFunction: node.kind === 'function',
        step: {
          node: edge.to,
          at: edge.at,
          message: `${nameOf(estate, edge.from)} ${verb} ${nameOf(estate, edge.to)}`,
        },
      });
    }
  }
  return found;
}

function nameOf(estate: Estate, id: string): string {
  const node = estate.nodes.get(id);
  return node === undefined ? id : `${node.kind.replaceAll('-', ' ')} ${node.name}`;
}
