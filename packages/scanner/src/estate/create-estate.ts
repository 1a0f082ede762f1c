import type { Assignment, Edge, Fragment, NodeId, Unknown, Value } from '@leastwise/model';
import type { AnyNode, EstateBuilder, NodeOf } from './estate.ts';
import { mappingByType, type Kind } from './facets/index.ts';
import { nameIndex, type NameIndex } from './resolve-name.ts';

/** An empty estate to build on. */
export function createEstate(
  application: string,
  assignment: Assignment,
  fragments: readonly Fragment[],
): EstateBuilder {
  const nodes = new Map<NodeId, AnyNode>();
  const byKind = new Map<Kind, AnyNode[]>();
  const from = new Map<NodeId, Edge[]>();
  const to = new Map<NodeId, Edge[]>();
  let names: NameIndex | undefined;

  const estate: EstateBuilder = {
    application,
    assignment,
    fragments,
    nodes,
    add(node) {
      if (nodes.has(node.id)) throw new Error(`The estate already holds ${node.id}`);
      nodes.set(node.id, node);
      push(byKind, node.kind, node);
      // Derived nodes (routes, triggers) carry no name, and linkers add thousands between two look-ups.
      if (mappingByType.get(node.type)?.nameField !== undefined) names = undefined;
    },
    connect(edge) {
      push(from, edge.from, edge);
      push(to, edge.to, edge);
    },
    of: <K extends Kind>(kind: K) => (byKind.get(kind) ?? []) as unknown as readonly NodeOf<K>[],
    get: <K extends Kind>(id: NodeId | undefined, kind: K) => {
      const node = id === undefined ? undefined : nodes.get(id);
      return node?.kind === kind ? (node as unknown as NodeOf<K>) : undefined;
    },
    edgesFrom: (id, ...verbs) => select(from.get(id), verbs),
    edgesTo: (id, ...verbs) => select(to.get(id), verbs),
    resolve(value, ...kinds) {
      const direct = referenced(value, nodes);
      if (direct !== undefined && (kinds.length === 0 || kinds.includes(direct.kind))) return direct;
      names ??= nameIndex(nodes.values());
      return names.find(value, kinds);
    },
    functionOf(value) {
      return followToFunction(estate, value, 0);
    },
    openReason: (value) => openReason(value, nodes),
  };
  return estate;
}

function push<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function select(edges: readonly Edge[] | undefined, verbs: readonly string[]): readonly Edge[] {
  if (edges === undefined) return [];
  return verbs.length === 0 ? edges : edges.filter((edge) => verbs.includes(edge.verb));
}

/** The node that a reference names; for a text, the node of its only reference. */
function referenced(value: Value<unknown>, nodes: ReadonlyMap<NodeId, AnyNode>): AnyNode | undefined {
  if (value.kind === 'reference') return nodes.get(value.node);
  if (value.kind === 'choice') {
    const targets = new Set(value.options.map((option) => referenced(option.value, nodes)));
    return targets.size === 1 ? [...targets][0] : undefined;
  }
  if (value.kind !== 'text') return undefined;
  const found = new Set<NodeId>();
  for (const part of value.parts) if (typeof part !== 'string' && part.kind === 'reference') found.add(part.node);
  return found.size === 1 ? nodes.get([...found][0] as NodeId) : undefined;
}

function followToFunction(
  estate: EstateBuilder,
  value: Value<unknown>,
  depth: number,
): { function: NodeOf<'function'>; qualifier?: NodeId } | undefined {
  const node = estate.resolve(value, 'function', 'function-alias', 'function-version');
  if (node === undefined || depth > 4) return undefined;
  if (node.kind === 'function') return { function: node };
  if (node.kind !== 'function-alias' && node.kind !== 'function-version') return undefined;
  const behind = followToFunction(estate, node.facet.function, depth + 1);
  return behind === undefined ? undefined : { function: behind.function, qualifier: node.id };
}

function openReason(value: Value<unknown>, nodes: ReadonlyMap<NodeId, AnyNode>): Unknown | undefined {
  switch (value.kind) {
    case 'known':
    case 'absent':
      return undefined;
    case 'unknown':
      return value;
    case 'reference':
      return nodes.has(value.node)
        ? undefined
        : { kind: 'unknown', cause: 'invalid', reason: `There is no resource ${value.node}.`, origin: value.origin };
    case 'text':
      for (const part of value.parts) {
        if (typeof part !== 'string' && part.kind === 'unknown') return { ...part, origin: value.origin };
      }
      return undefined;
    case 'choice':
      return {
        kind: 'unknown',
        cause: 'parameter',
        reason: `It depends on ${value.options.map((option) => option.when).join(' or ')}.`,
        origin: value.origin,
        ...(value.options[0] === undefined ? {} : { settleWith: `--param ${value.options[0].when}` }),
      };
  }
}
