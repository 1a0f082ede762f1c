import type { Diagnostic, NodeId, SourceTree, Value } from '@leastwise/model';
import { invalid } from '../cloudformation/values.ts';
import { evaluate } from './evaluate/evaluate.ts';
import type { Session } from './evaluate/scope.ts';

/** What can be named with a reference: an instance of a resource, a data source or a module. */
export interface Referable {
  attribute(name: string, at: Value['origin']): Value;
  members(at: Value['origin']): ReadonlyMap<string, Value>;
  /** What the configuration writes for an attribute that stays a reference. */
  written(name: string): Value | undefined;
  readonly isOpenCollection: boolean;
}

export interface OpenSession extends Session {
  register(id: NodeId, referable: Referable): void;
  readonly diagnostics: readonly Diagnostic[];
  /** Counts an instance; false when there are too many. */
  addInstance(): boolean;
}

/** An expression of people nests a dozen levels, and a chain of locals and modules some dozens. */
const MAX_LEVELS = 350;

/** About ten seconds of work; the largest known configurations take a hundredth. */
const MAX_STEPS = 20_000_000;
const MAX_AMOUNT = 10_000_000;
const MAX_INSTANCES = 20_000;
const MAX_FOLLOWED = 8;

export function openSession(tree: SourceTree): OpenSession {
  const registry = new Map<NodeId, Referable>();
  const diagnostics: Diagnostic[] = [];
  const reported = new Set<string>();
  let level = 0;
  let steps = 0;
  let amount = 0;
  let instances = 0;
  return {
    tree,
    evaluate,
    diagnostics,
    enter: () => ++level <= MAX_LEVELS && ++steps <= MAX_STEPS,
    leave: () => {
      level--;
    },
    spend(more) {
      amount += more;
      return amount <= MAX_AMOUNT;
    },
    addInstance: () => ++instances <= MAX_INSTANCES,
    report(diagnostic) {
      const key = `${diagnostic.code} ${diagnostic.range.file} ${diagnostic.range.start} ${diagnostic.message}`;
      if (reported.has(key)) return;
      reported.add(key);
      diagnostics.push(diagnostic);
    },
    register: (id, referable) => void registry.set(id, referable),
    attribute: (node, name, at) => registry.get(node)?.attribute(name, at) ?? invalid(`There is no ${name} here.`, at),
    members: (node, at) => registry.get(node)?.members(at) ?? new Map(),
    isOpenCollection: (node) => registry.get(node)?.isOpenCollection === true,
    lookThrough(value) {
      let current = value;
      for (let count = 0; count < MAX_FOLLOWED; count++) {
        if (current.kind !== 'reference' || current.attribute === '') return current;
        const written = registry.get(current.node)?.written(current.attribute);
        if (written === undefined) return current;
        const via = [written.origin, ...(written.via ?? [])].slice(0, 8);
        current = { ...written, origin: value.origin, via };
      }
      return current;
    },
  };
}
