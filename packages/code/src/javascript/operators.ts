import type * as t from '@babel/types';
import type { Register } from '../ir/index.ts';
import type { Lowering } from './lowering.ts';
import { unwrapped } from './unwrap.ts';

/** A chain longer than this is spelled one link after the other instead of one inside the other. */
const longestNesting = 40;

/** `a + b - c + …` leans to the left as far as it is long: it is walked, not descended. */
export function lowerBinary(l: Lowering, node: t.BinaryExpression): Register {
  const chain: t.BinaryExpression[] = [];
  let first: t.Expression | t.PrivateName = node;
  while (first.type === 'BinaryExpression') {
    chain.push(first);
    first = first.left;
  }
  chain.reverse();
  let left = first.type === 'PrivateName' ? l.constant(`#${first.id.name}`, first) : undefined;
  let isText = left !== undefined || isSurelyText(first as t.Expression);
  for (let index = 0; index < chain.length;) {
    const link = chain[index];
    if (link === undefined) break;
    let end = index;
    while (chain[end]?.operator === '+') end++;
    const textAt = isText ? index : firstText(chain, index, end);
    if (link.operator === '+' && textAt < end) {
      for (; index < textAt; index++)
        left = lowerLink(l, chain[index] ?? link, left ?? l.expression(first as t.Expression));
      left = lowerJoin(l, left ?? (first as t.Expression), chain.slice(textAt, end));
      index = end;
      isText = true;
    } else {
      left = lowerLink(l, link, left ?? l.expression(first as t.Expression));
      isText = false;
      index++;
    }
  }
  return left ?? l.expression(first as t.Expression);
}

/** The first link of `chain[from..to)` whose right side is text; everything before it may still be a sum of numbers. */
function firstText(chain: readonly t.BinaryExpression[], from: number, to: number): number {
  for (let index = from; index < to; index++) {
    const link = chain[index];
    if (link !== undefined && isSurelyText(link.right)) return index;
  }
  return to;
}

function lowerLink(l: Lowering, node: t.BinaryExpression, left: Register): Register {
  const right = l.expression(node.right);
  return l.value((to) => ({ op: 'binary', to, operator: node.operator, left, right }), node);
}

function lowerJoin(l: Lowering, first: Register | t.Expression, links: readonly t.BinaryExpression[]): Register {
  const parts: (string | Register)[] = [typeof first === 'number' ? first : lowerPart(l, first)];
  for (const link of links) parts.push(lowerPart(l, link.right));
  const last = links.at(-1) as t.BinaryExpression;
  return l.value((to) => ({ op: 'join', to, parts }), last);
}

function lowerPart(l: Lowering, node: t.Expression): string | Register {
  return node.type === 'StringLiteral' ? node.value : l.expression(node);
}

/** Whether `+` with it surely joins text. */
export function isSurelyText(node: t.Expression): boolean {
  switch (node.type) {
    case 'StringLiteral':
    case 'TemplateLiteral':
      return true;
    case 'UnaryExpression':
      return node.operator === 'typeof';
    case 'CallExpression':
      return node.callee.type === 'Identifier' && node.callee.name === 'String';
    case 'BinaryExpression': {
      // Only the two ends are looked at, so that a long chain is not walked again at each of its links.
      if (node.operator !== '+' || node.left.type === 'PrivateName') return false;
      return node.right.type === 'StringLiteral' || node.left.type === 'StringLiteral';
    }
    default:
      return false;
  }
}

/** The operands of `a && b && c`, in order. */
export function operandsOf(node: t.LogicalExpression): t.Expression[] {
  const operands: t.Expression[] = [];
  let rest: t.Expression = node;
  while (rest.type === 'LogicalExpression' && rest.operator === node.operator) {
    operands.push(rest.right);
    rest = unwrapped(rest.left);
  }
  operands.push(rest);
  return operands.reverse();
}

/** `a && b`: a variable holds `a`, and in a branch on it `b`. */
export function lowerLogical(l: Lowering, node: t.LogicalExpression): Register {
  const operands = operandsOf(node);
  const result = l.temporary(logicalNames[node.operator]);
  const isLong = operands.length > longestNesting;
  const next = (index: number): void => {
    const operand = operands[index];
    if (operand === undefined) return;
    const value = l.expression(operand);
    l.store(result, value, operand);
    if (index + 1 < operands.length && !isLong) branchOnValue(l, node, value, () => next(index + 1));
  };
  next(0);
  if (isLong) {
    for (let index = 1; index < operands.length; index++) {
      branchOnValue(l, node, l.load(result, node), () => next(index));
    }
  }
  return l.load(result, node);
}

const logicalNames = { '&&': 'and', '||': 'or', '??': 'else' } as const;

/** Runs `write` where the left side of a logical operator lets the right side decide. */
function branchOnValue(
  l: Lowering,
  node: { readonly operator: t.LogicalExpression['operator'] } & t.Node,
  value: Register,
  write: () => void,
): void {
  if (node.operator === '&&') l.branch(value, write, undefined, node);
  else if (node.operator === '||') l.branch(value, () => undefined, write, node);
  else {
    const nothing = l.constant(null, node);
    const isMissing = l.value((to) => ({ op: 'binary', to, operator: '==', left: value, right: nothing }), node);
    l.branch(isMissing, write, undefined, node);
  }
}

/** `object.total ??= 0`: the left side is read once, and assigned only where the operator says so. */
export function lowerLogicalAssignment(
  l: Lowering,
  node: t.AssignmentExpression,
  before: Register,
  assign: (value: Register) => void,
): Register {
  const operator = node.operator.slice(0, -1) as t.LogicalExpression['operator'];
  const result = l.temporary(logicalNames[operator]);
  l.store(result, before, node);
  branchOnValue(l, { ...node, operator }, before, () => {
    const value = l.expression(node.right);
    assign(value);
    l.store(result, value, node);
  });
  return l.load(result, node);
}

export function lowerConditional(l: Lowering, node: t.ConditionalExpression): Register {
  const result = l.temporary('either');
  const arm = (value: t.Expression): void => l.store(result, l.expression(value), value);
  branchOn(
    l,
    node.test,
    () => arm(node.consequent),
    () => arm(node.alternate),
    node,
  );
  return l.load(result, node);
}

/** A branch on a condition. Where an arm is empty, `&&` and `||` become branches inside each other, so that each part guards. */
export function branchOn(
  l: Lowering,
  test: t.Expression,
  then: (() => void) | undefined,
  otherwise: (() => void) | undefined,
  node: t.Node,
): void {
  const condition = unwrapped(test);
  if (condition.type === 'UnaryExpression' && condition.operator === '!') {
    const inner = unwrapped(condition.argument);
    // `!!value` and longer are left to the engine; one `!` turns the arms.
    if (inner.type !== 'UnaryExpression') return branchOn(l, inner, otherwise, then, node);
  }
  const splits = condition.type === 'LogicalExpression' && condition.operator === (otherwise ? '||' : '&&');
  if (splits && !(then && otherwise)) {
    const operands = operandsOf(condition);
    if (operands.length <= longestNesting) return branchOnAll(l, operands, then, otherwise, node);
  }
  const value = l.expression(condition);
  l.branch(value, then ?? (() => undefined), otherwise, node);
}

function branchOnAll(
  l: Lowering,
  operands: readonly t.Expression[],
  then: (() => void) | undefined,
  otherwise: (() => void) | undefined,
  node: t.Node,
): void {
  const [first, ...rest] = operands;
  if (first === undefined) (then ?? otherwise)?.();
  else {
    const next = (): void => branchOnAll(l, rest, then, otherwise, node);
    branchOn(l, first, then && next, otherwise && next, node);
  }
}

export function lowerUnary(l: Lowering, node: t.UnaryExpression): Register {
  if (node.operator === 'void') {
    l.effect(node.argument);
    return l.constant(undefined, node);
  }
  const operand = unwrapped(node.argument);
  if (node.operator === '-' && operand.type === 'NumericLiteral') return l.constant(-operand.value, node);
  if (node.operator === 'delete') {
    return lowerDelete(l, operand, node);
  }
  const value = l.expression(operand);
  return l.value((to) => ({ op: 'unary', to, operator: node.operator, value }), node);
}

function lowerDelete(l: Lowering, operand: t.Expression, node: t.UnaryExpression): Register {
  if (operand.type === 'MemberExpression' || operand.type === 'OptionalMemberExpression') {
    const object = operand.object.type === 'Super' ? undefined : l.expression(operand.object);
    if (object !== undefined) {
      const name = operand.computed ? undefined : operand.property;
      const key =
        name?.type === 'Identifier' ? name.name : { register: l.expression(operand.property as t.Expression) };
      l.emit({ op: 'delete', object, key, access: 'member' }, node);
    }
  } else l.effect(operand);
  return l.constant(true, node);
}
