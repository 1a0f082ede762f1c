import type * as t from '@babel/types';
import type { Argument, OperationDraft, Register } from '../ir/index.ts';
import { lowerIdiom } from './idioms.ts';
import type { Lowering } from './lowering.ts';
import { lowerCallee, lowerParent } from './members.ts';
import { lowerDynamicImport, lowerRequire } from './module-calls.ts';

export function lowerCall(l: Lowering, node: t.CallExpression | t.OptionalCallExpression): Register {
  if (node.type === 'CallExpression') {
    if (node.callee.type === 'Super') return lowerSuperCall(l, node);
    if (node.callee.type === 'Import') return lowerDynamicImport(l, node.arguments[0], node);
    const known = lowerRequire(l, node) ?? lowerIdiom(l, node);
    if (known !== undefined) return known;
  }
  const { callee, receiver } = lowerCallee(l, node.callee as t.Expression);
  const given = lowerArguments(l, node.arguments);
  return l.value((to) => callDraft(to, callee, receiver, given), node);
}

function callDraft(
  to: Register,
  callee: Register,
  receiver: Register | undefined,
  given: readonly Argument[],
): OperationDraft {
  return receiver === undefined
    ? { op: 'call', to, callee, arguments: given, style: 'call' }
    : { op: 'call', to, callee, receiver, arguments: given, style: 'call' };
}

export function lowerNew(l: Lowering, node: t.NewExpression): Register {
  const callee = l.expression(node.callee as t.Expression);
  const given = lowerArguments(l, node.arguments);
  return l.value((to) => ({ op: 'call', to, callee, arguments: given, style: 'new' }), node);
}

function lowerSuperCall(l: Lowering, node: t.CallExpression): Register {
  const callee = lowerParent(l, node.callee);
  const receiver = l.value((to) => ({ op: 'this', to }), node.callee);
  const given = lowerArguments(l, node.arguments);
  return l.value((to) => ({ op: 'call', to, callee, receiver, arguments: given, style: 'super' }), node);
}

type WrittenArgument = t.CallExpression['arguments'][number];

/** A parser that goes on after an error leaves a hole where an argument is missing: `place(, order)`. */
export function lowerArguments(l: Lowering, written: readonly (WrittenArgument | null)[]): Argument[] {
  const given: Argument[] = [];
  for (const one of written) {
    if (one === null) continue;
    if (one.type === 'SpreadElement') given.push({ value: l.expression(one.argument), spread: 'items' });
    else if (one.type !== 'ArgumentPlaceholder') given.push({ value: l.expression(one) });
  }
  return given;
}
