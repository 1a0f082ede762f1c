import type { Handler, Register } from '../ir/index.ts';
import { lowerClass } from './classes.ts';
import { decorate, lowerFunction, lowerLambda } from './functions.ts';
import { itemKey } from './item-key.ts';
import { lowerFromImport, lowerImport } from './imports.ts';
import { lowerBreak, lowerFor, lowerWhile } from './loops.ts';
import type { Lowering } from './lowering.ts';
import { lowerMatch } from './match.ts';
import { branchOn, longestNesting } from './operators.ts';
import type {
  Assert,
  Assignment,
  AugmentedAssignment,
  ExceptClause,
  Expression,
  FunctionDefinition,
  If,
  Raise,
  Statement,
  Try,
  With,
} from './syntax.ts';
import { assignTo } from './targets.ts';
import { isSurelyText } from './text.ts';

export function lowerStatement(l: Lowering, node: Statement): void {
  switch (node.type) {
    case 'expression':
      // A docstring or `...` does nothing.
      if (node.value.type !== 'literal') l.expression(node.value);
      return;
    case 'assignment':
      return lowerAssignment(l, node);
    case 'augmented':
      return lowerAugmented(l, node);
    case 'annotated':
      if (node.value !== undefined) assignTo(l, node.target, namedValue(l, node.target, node.value));
      return;
    case 'return': {
      const value = node.value === undefined ? undefined : l.expression(node.value);
      return l.emit({ op: 'return', ...(value === undefined ? {} : { value }) }, node);
    }
    case 'raise':
      return lowerRaise(l, node);
    case 'delete':
      for (const target of node.targets) lowerDelete(l, target);
      return;
    case 'assert':
      return lowerAssert(l, node);
    case 'pass':
      return;
    case 'break':
      return lowerBreak(l, node);
    case 'continue':
      return l.emit({ op: 'continue' }, node);
    case 'import':
      return lowerImport(l, node);
    case 'from-import':
      return lowerFromImport(l, node);
    case 'if':
      return lowerIf(l, node);
    case 'while':
      return lowerWhile(l, node);
    case 'for':
      return lowerFor(l, node);
    case 'try':
      return lowerTry(l, node);
    case 'with':
      return lowerWith(l, node);
    case 'match':
      return lowerMatch(l, node);
    case 'function':
      return lowerDefinition(l, node);
    case 'class':
      return lowerClass(l, node);
    case 'unreadable':
      l.emit({ op: 'unreadable' }, node);
      return l.statements(node.body);
    default:
      node satisfies never;
  }
}

function lowerDefinition(l: Lowering, node: FunctionDefinition): void {
  const value = decorate(l, node.decorators, () => {
    const id = lowerFunction(l, node, 'function');
    return l.value((to) => ({ op: 'function', to, function: id }), node.name);
  });
  l.storeName(node.name.name, value, node.name);
}

/** `total = lambda …` names the function. */
function namedValue(l: Lowering, target: Expression | undefined, value: Expression): Register {
  if (value.type === 'lambda' && target?.type === 'name') return lowerLambda(l, value, target.name);
  return l.expression(value);
}

function lowerAssignment(l: Lowering, node: Assignment): void {
  const value = namedValue(l, node.targets[0], node.value);
  for (const target of node.targets) assignTo(l, target, value);
}

function lowerAugmented(l: Lowering, node: AugmentedAssignment): void {
  const { target } = node;
  const combine = (before: Register): Register => {
    const right = l.expression(node.value);
    if (node.operator === '+' && isSurelyText(node.value)) {
      return l.value((to) => ({ op: 'join', to, parts: [before, right] }), node);
    }
    return l.value((to) => ({ op: 'binary', to, operator: node.operator, left: before, right }), node);
  };
  if (target.type === 'attribute' || target.type === 'subscript') {
    const object = l.expression(target.object);
    const key = target.type === 'attribute' ? target.name : itemKey(l, target.key);
    const access = target.type === 'attribute' ? 'member' : 'item';
    const before = l.value((to) => ({ op: 'get', to, object, key, access }), target);
    const value = combine(before);
    l.emit({ op: 'set', object, key, access, value }, target);
  } else assignTo(l, target, combine(l.expression(target)));
}

function lowerRaise(l: Lowering, node: Raise): void {
  const value = node.value === undefined ? undefined : l.expression(node.value);
  if (node.cause !== undefined) l.expression(node.cause);
  l.emit({ op: 'throw', ...(value === undefined ? {} : { value }) }, node);
}

/** `del name` only forgets a name: nothing flows. */
function lowerDelete(l: Lowering, target: Expression): void {
  if (target.type === 'sequence') for (const item of target.items) lowerDelete(l, item);
  else if (target.type === 'attribute' || target.type === 'subscript') {
    const object = l.expression(target.object);
    const key = target.type === 'attribute' ? target.name : itemKey(l, target.key);
    l.emit({ op: 'delete', object, key, access: target.type === 'attribute' ? 'member' : 'item' }, target);
  }
}

/** `assert` is a guard: what follows runs only where it holds. */
function lowerAssert(l: Lowering, node: Assert): void {
  branchOn(
    l,
    node.test,
    undefined,
    () => {
      const value = node.message === undefined ? undefined : l.expression(node.message);
      l.emit({ op: 'throw', ...(value === undefined ? {} : { value }) }, node);
    },
    node,
  );
}

/** `elif` stands in the `else` before it; after many, one after the other with a variable that says whether one was taken. */
function lowerIf(l: Lowering, node: If): void {
  if (node.arms.length > longestNesting) return lowerManyArms(l, node);
  const next = (index: number): void => {
    const arm = node.arms[index];
    if (arm === undefined) return l.statements(node.otherwise);
    const isLast = index + 1 === node.arms.length && node.otherwise.length === 0;
    branchOn(l, arm.test, () => l.statements(arm.body), isLast ? undefined : () => next(index + 1), node);
  };
  return next(0);
}

function lowerManyArms(l: Lowering, node: If): void {
  const done = l.temporary('taken');
  l.store(done, l.constant(false, node), node);
  const unlessDone = (write: () => void): void => l.branch(l.load(done, node), () => undefined, write, node);
  for (const arm of node.arms) {
    const body = (): void => {
      l.store(done, l.constant(true, arm.test), arm.test);
      l.statements(arm.body);
    };
    unlessDone(() => branchOn(l, arm.test, body, undefined, arm.test));
  }
  if (node.otherwise.length > 0) unlessDone(() => l.statements(node.otherwise));
}

/** The `else` of a `try` stands at the end of its body: it runs when nothing was raised before. */
function lowerTry(l: Lowering, node: Try): void {
  const types = node.handlers.map((handler) => handlerTypes(l, handler));
  const body = l.frame.builder.block(() => {
    l.statements(node.body);
    l.statements(node.otherwise);
  });
  const handlers = node.handlers.map((handler, index): Handler => {
    const error = handler.name === undefined ? undefined : l.nameVariable(handler.name.name);
    return {
      types: types[index] ?? [],
      ...(error === undefined ? {} : { error: error.id }),
      body: l.frame.builder.block(() => l.statements(handler.body)),
    };
  });
  const final = l.frame.builder.block(() => l.statements(node.final));
  l.emit({ op: 'try', body, handlers, final }, node);
}

function handlerTypes(l: Lowering, { kind }: ExceptClause): Register[] {
  if (kind === undefined) return [];
  return (kind.type === 'sequence' ? kind.items : [kind]).map((one) => l.expression(one));
}

/**
 * `with open(path) as file`: the name holds the value itself, for `__enter__` of nearly everything returns its object; an
 * asynchronous one is awaited, as the response of `async with session.get(url) as response` is.
 */
function lowerWith(l: Lowering, node: With): void {
  for (const { value, target } of node.items) {
    let register = l.expression(value);
    if (node.isAsync) {
      const inner = register;
      register = l.value((to) => ({ op: 'await', to, value: inner }), value);
    }
    if (target !== undefined) assignTo(l, target, register);
  }
  l.statements(node.body);
}
