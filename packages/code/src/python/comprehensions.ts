import type { Register } from '../ir/index.ts';
import type { Lowering } from './lowering.ts';
import { branchOn } from './operators.ts';
import type { Variable } from './scope.ts';
import type { Comprehension, ComprehensionClause } from './syntax.ts';
import { assignTo } from './targets.ts';

/**
 * A comprehension is a loop that adds to a variable, in the function that it stands in. A generator is one too: that its
 * items are computed later makes no difference to what flows.
 */
export function lowerComprehension(l: Lowering, node: Comprehension): Register {
  const result = l.temporary(node.kind);
  const isMap = node.kind === 'dictionary';
  const kind = node.kind === 'set' ? 'set' : 'list';
  const empty = l.value(
    (to) => (isMap ? { op: 'object', to, entries: [] } : { op: 'list', to, kind, items: [] }),
    node,
  );
  l.store(result, empty, node);
  const [first, ...others] = node.clauses;
  if (first === undefined) return l.load(result, node);
  // The first list is computed around the comprehension: it sees the names of a class body, and not those of the loop.
  const over = l.expression(first.over);
  l.inComprehension(
    node.clauses.flatMap((clause) => clause.names),
    () => lowerClause(l, first, over, others, () => addItem(l, node, result)),
  );
  return l.load(result, node);
}

function lowerClause(
  l: Lowering,
  clause: ComprehensionClause,
  over: Register,
  others: readonly ComprehensionClause[],
  add: () => void,
): void {
  const item = l.frame.builder.register();
  const inner = (): void => {
    const [next, ...rest] = others;
    if (next === undefined) add();
    else lowerClause(l, next, l.expression(next.over), rest, add);
  };
  l.inLoop(undefined, () => {
    const body = l.frame.builder.block(() => {
      assignTo(l, clause.target, item);
      whereAll(l, clause, inner);
    });
    l.emit({ op: 'iterate', item, over, keys: false, isAsync: clause.isAsync, body }, clause.target);
  });
}

/** Conditions one after the other are one with `and`. */
function whereAll(l: Lowering, { conditions, target }: ComprehensionClause, write: () => void): void {
  const [first] = conditions;
  if (first === undefined) write();
  else if (conditions.length === 1) branchOn(l, first, write, undefined, first);
  else {
    const { start, end } = target;
    branchOn(l, { type: 'logical', operator: 'and', values: conditions, start, end }, write, undefined, first);
  }
}

function addItem(l: Lowering, node: Comprehension, result: Variable): void {
  const { key, value } = node;
  if (node.kind === 'dictionary') {
    const name = key === undefined ? undefined : { register: l.expression(key) };
    const added = l.expression(value);
    const before = l.load(result, node);
    const entry =
      name === undefined
        ? ({ kind: 'spread', value: added } as const)
        : ({ kind: 'entry', key: name, value: added } as const);
    const after = l.value((to) => ({ op: 'object', to, entries: [{ kind: 'spread', value: before }, entry] }), node);
    l.store(result, after, node);
    return;
  }
  const added = { value: l.expression(value), spread: value.type === 'starred' };
  const before = l.load(result, node);
  const kind = node.kind === 'set' ? 'set' : 'list';
  const after = l.value((to) => ({ op: 'list', to, kind, items: [{ value: before, spread: true }, added] }), node);
  l.store(result, after, node);
}
