import type { Register, Span } from '../ir/index.ts';
import type { Lowering } from './lowering.ts';
import type { Binary, Comparison, ComparisonOperator, Conditional, Expression, Logical } from './syntax.ts';
import { isSurelyText, lowerSum } from './text.ts';

/** A chain longer than this is spelled one link after the other instead of one inside the other. */
export const longestNesting = 40;

/** `a + b - c` leans to the left as far as it is long: it is walked, not descended. */
export function lowerBinary(l: Lowering, node: Binary): Register {
  const chain: Binary[] = [];
  let first: Expression = node;
  while (first.type === 'binary') {
    chain.push(first);
    first = first.left;
  }
  chain.reverse();
  if (chain.some((link) => link.operator === '+' && (isSurelyText(link.left) || isSurelyText(link.right)))) {
    return lowerSum(l, first, chain);
  }
  return chain.reduce((left, link) => lowerLink(l, link, left), l.expression(first));
}

function lowerLink(l: Lowering, link: Binary, left: Register): Register {
  const right = l.expression(link.right);
  return l.value((to) => ({ op: 'binary', to, operator: link.operator, left, right }), link);
}

const operatorNames: Readonly<Record<ComparisonOperator, string>> = {
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
  '==': '===',
  '!=': '!==',
  is: '===',
  'is not': '!==',
  in: 'in',
  'not in': 'in',
};

function compare(l: Lowering, operator: ComparisonOperator, left: Register, right: Register, at: Span): Register {
  const result = l.value((to) => ({ op: 'binary', to, operator: operatorNames[operator], left, right }), at);
  return operator === 'not in' ? l.value((to) => ({ op: 'unary', to, operator: '!', value: result }), at) : result;
}

/** `a < b < c` is `a < b and b < c`, with `b` computed once. */
export function lowerComparison(l: Lowering, node: Comparison): Register {
  const left = l.expression(node.first);
  const [only, ...others] = node.rest;
  if (only === undefined) return left;
  if (others.length === 0) return compare(l, only.operator, left, l.expression(only.right), node);
  const result = l.temporary('and');
  const next = (index: number, before: Register): void => {
    const link = node.rest[index];
    if (link === undefined) return;
    const right = l.expression(link.right);
    const value = compare(l, link.operator, before, right, node);
    l.store(result, value, node);
    if (index + 1 >= node.rest.length) return;
    if (index < longestNesting) l.branch(value, () => next(index + 1, right), undefined, node);
    else l.emit({ op: 'unreadable' }, node);
  };
  next(0, left);
  return l.load(result, node);
}

/** `a and b`: a variable holds `a`, and in a branch on it `b`. */
export function lowerLogical(l: Lowering, node: Logical): Register {
  const result = l.temporary(node.operator);
  const { values } = node;
  const isLong = values.length > longestNesting;
  const next = (index: number): void => {
    const operand = values[index];
    if (operand === undefined) return;
    const value = l.expression(operand);
    l.store(result, value, operand);
    if (index + 1 < values.length && !isLong) branchTo(l, node, value, () => next(index + 1));
  };
  next(0);
  if (isLong) {
    for (let index = 1; index < values.length; index++) branchTo(l, node, l.load(result, node), () => next(index));
  }
  return l.load(result, node);
}

function branchTo(l: Lowering, node: Logical, value: Register, write: () => void): void {
  if (node.operator === 'and') l.branch(value, write, undefined, node);
  else l.branch(value, () => undefined, write, node);
}

export function lowerConditional(l: Lowering, node: Conditional): Register {
  const result = l.temporary('either');
  const arm = (value: Expression): void => l.store(result, l.expression(value), value);
  branchOn(
    l,
    node.test,
    () => arm(node.whenTrue),
    () => arm(node.otherwise),
    node,
  );
  return l.load(result, node);
}

/** A branch on a condition. Where an arm is empty, `and` and `or` become branches inside each other, so that each part guards. */
export function branchOn(
  l: Lowering,
  test: Expression,
  then: (() => void) | undefined,
  otherwise: (() => void) | undefined,
  node: Span,
): void {
  if (test.type === 'unary' && test.operator === '!') {
    branchOn(l, test.value, otherwise, then, node);
    return;
  }
  const splits = test.type === 'logical' && test.operator === (otherwise === undefined ? 'and' : 'or');
  if (splits && !(then && otherwise) && test.values.length <= longestNesting) {
    branchOnAll(l, test.values, then, otherwise, node);
    return;
  }
  const value = l.expression(test);
  l.branch(value, then ?? (() => undefined), otherwise, node);
}

function branchOnAll(
  l: Lowering,
  operands: readonly Expression[],
  then: (() => void) | undefined,
  otherwise: (() => void) | undefined,
  node: Span,
): void {
  const [first, ...rest] = operands;
  if (first === undefined) {
    (then ?? otherwise)?.();
    return;
  }
  const next = (): void => branchOnAll(l, rest, then, otherwise, node);
  branchOn(l, first, then && next, otherwise && next, node);
}
