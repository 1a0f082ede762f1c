import type * as t from '@babel/types';
import type { Block } from '../ir/index.ts';
import type { JumpTarget, Lowering } from './lowering.ts';

/** `break` and `continue`: by label only where the nearest loop of the operations is not the one that is meant. */
export function lowerJump(l: Lowering, node: t.BreakStatement | t.ContinueStatement): void {
  const op = node.type === 'BreakStatement' ? 'break' : 'continue';
  const { targets } = l.frame;
  const name = node.label?.name;
  const target = targets.findLast((one) =>
    name === undefined
      ? one.kind === 'loop' || (op === 'break' && one.kind === 'switch')
      : one.labels.includes(name) && (op === 'break' || one.kind === 'loop'),
  );
  if (target === undefined) {
    l.emit({ op: 'unreadable' }, node);
    return;
  }
  // A switch or block that turns out to be left from its middle becomes a loop, so every jump past it names its target.
  const isNearest = targets.at(-1) === target && target.isLoopOperation;
  if (isNearest) l.emit({ op }, node);
  else {
    target.label ??= target.labels[0] ?? `%${targets.indexOf(target)}`;
    l.emit({ op, label: target.label }, node);
  }
}

/** The operations of a loop's body, and the label that something in it needed. */
export function lowerLoopBody(
  l: Lowering,
  labels: readonly string[],
  write: () => void,
): { readonly body: Block; readonly label?: string } {
  const target: JumpTarget = { kind: 'loop', labels, isLoopOperation: true };
  return inTarget(l, target, write);
}

export function inTarget(
  l: Lowering,
  target: JumpTarget,
  write: () => void,
): { readonly body: Block; readonly label?: string } {
  l.frame.targets.push(target);
  const body = l.frame.builder.block(write);
  l.frame.targets.pop();
  return target.label === undefined ? { body } : { body, label: target.label };
}

/** Statements that a `break` can leave: in place, or as a loop that runs once when one does. */
export function lowerBreakable(
  l: Lowering,
  kind: 'switch' | 'block',
  labels: readonly string[],
  node: t.Node,
  write: () => void,
): void {
  const { body, label } = inTarget(l, { kind, labels, isLoopOperation: false }, write);
  if (label === undefined) {
    l.frame.builder.append(body);
    return;
  }
  const once = [...body, { op: 'break' as const, ...l.span(node.end ?? 0, node.end ?? 0) }];
  l.emit({ op: 'loop', before: [], body: once, update: [], label }, node);
}
