import type { CarrierKind, CodeValue, Sent } from '@leastwise/code';
import type { NodeId } from '@leastwise/model';
import type { AnyNode, Estate, NodeOf } from '../../../estate/estate.ts';
import type { Kind } from '../../../estate/facets/index.ts';
import { textsOf } from '../../permissions/resolve-code-value.ts';
import { nameOf } from '../../permissions/spell-arn.ts';

/** The bus that every account has; it is no resource of a template. */
export const defaultBus = 'default-bus' as NodeId;

export interface Carried {
  readonly to: NodeId;
  /** Taken from what the role may write, because the code does not say it. */
  readonly byRole: boolean;
}

/** Where a call sends to, in the estate; empty when that cannot be told or lies elsewhere. */
export function carriersOf(estate: Estate, sender: NodeOf<'function'>, sent: Sent): readonly Carried[] {
  if (sent.resource === undefined) return sent.to === 'event-bus' ? [{ to: defaultBus, byRole: false }] : [];
  const named = [...direct(estate, sender, sent.resource, sent.to)];
  const texts = textsOf(estate, sender, sent.resource);
  for (const text of texts) {
    const node = text === '*' ? undefined : byName(estate, sent.to, text);
    if (node !== undefined) named.push(node);
    else if (sent.to === 'event-bus' && /^default$|event-bus\/default$/.test(text)) named.push(defaultBus);
  }
  if (named.length > 0) return [...new Set(named)].map((to) => ({ to, byRole: false }));
  if (!texts.includes('*')) return [];
  const allowed = writable(estate, sender, sent.to);
  return allowed.length === 1 ? allowed.map((to) => ({ to, byRole: true })) : [];
}

/** Whether the code may send to this carrier without our seeing it. */
export function mayReach(estate: Estate, sender: NodeOf<'function'>, sent: Sent): boolean {
  return sent.resource !== undefined && textsOf(estate, sender, sent.resource).includes('*');
}

/** A variable of the environment that refers to the carrier itself. */
function direct(estate: Estate, sender: NodeOf<'function'>, value: CodeValue, kind: CarrierKind): readonly NodeId[] {
  if (value.kind === 'one-of') return value.values.flatMap((one) => direct(estate, sender, one, kind));
  if (value.kind !== 'environment') return [];
  const variable = sender.facet.environment.items.find(({ key }) => key === value.name);
  if (variable === undefined) return [];
  if (kind === 'function') {
    const called = estate.functionOf(variable.value);
    return called === undefined ? [] : [called.function.id];
  }
  const node = estate.resolve(variable.value, kind as Kind);
  return node === undefined ? [] : [node.id];
}

function byName(estate: Estate, kind: CarrierKind, text: string): NodeId | undefined {
  const name = kind === 'function' ? functionName(text) : text.split(/[:/]/).at(-1);
  if (name === undefined || name === '' || name.includes('*')) return undefined;
  const found = estate.of(kind as Kind).filter((node) => nameOf(estate, node as AnyNode) === name);
  return found.length === 1 ? found[0]?.id : undefined;
}

function functionName(text: string): string | undefined {
  return /:function:([^:]+)/.exec(text)?.[1] ?? text.split(':')[0];
}

function writable(estate: Estate, sender: NodeOf<'function'>, kind: CarrierKind): readonly NodeId[] {
  const nodes = estate
    .edgesFrom(sender.id, 'writes', 'invokes')
    .map(({ to }) => estate.nodes.get(to))
    .filter((node) => node?.kind === (kind as string));
  return [...new Set(nodes.flatMap((node) => (node === undefined ? [] : [node.id])))];
}
