import type * as t from '@babel/types';
import { boundNames } from './declared-names.ts';
import { lowerLoopBody } from './jumps.ts';
import type { Lowering } from './lowering.ts';
import { assignPattern } from './patterns.ts';

type Labels = readonly string[];

export function lowerFor(l: Lowering, node: t.ForStatement, labels: Labels): void {
  l.inScope(() => {
    if (node.init?.type === 'VariableDeclaration') {
      if (node.init.kind !== 'var') declareNames(l, node.init);
      l.statement(node.init);
    } else if (node.init) l.effect(node.init);
    lowerTurns(l, node, labels, node.test, node.update);
  });
}

export function lowerWhile(l: Lowering, node: t.WhileStatement, labels: Labels): void {
  lowerTurns(l, node, labels, node.test, undefined);
}

function lowerTurns(
  l: Lowering,
  node: t.ForStatement | t.WhileStatement,
  labels: Labels,
  test: t.Expression | null | undefined,
  change: t.Expression | null | undefined,
): void {
  const { builder } = l.frame;
  let condition: number | undefined;
  const before = builder.block(() => {
    if (test) condition = l.expression(test);
  });
  const turn = lowerLoopBody(l, labels, () => l.statement(node.body));
  const update = builder.block(() => {
    if (change) l.effect(change);
  });
  l.emit({ op: 'loop', before, ...(condition === undefined ? {} : { condition }), ...turn, update }, node);
}

/** The condition stands at the end of each turn, where `continue` leads too. */
export function lowerDoWhile(l: Lowering, node: t.DoWhileStatement, labels: Labels): void {
  const turn = lowerLoopBody(l, labels, () => l.statement(node.body));
  const update = l.frame.builder.block(() => {
    const condition = l.expression(node.test);
    l.branch(
      condition,
      () => undefined,
      () => l.emit({ op: 'break' }, node.test),
      node.test,
    );
  });
  l.emit({ op: 'loop', before: [], ...turn, update }, node);
}

export function lowerForEach(l: Lowering, node: t.ForInStatement | t.ForOfStatement, labels: Labels): void {
  const over = l.expression(node.right);
  const item = l.frame.builder.register();
  const { left } = node;
  const turn = lowerLoopBody(l, labels, () =>
    l.inScope(() => {
      if (left.type === 'VariableDeclaration') {
        if (left.kind !== 'var') declareNames(l, left);
        const [first] = left.declarations;
        if (first) assignPattern(l, first.id, item, 'declare');
      } else assignPattern(l, left, item, 'assign');
      l.statement(node.body);
    }),
  );
  const isAsync = node.type === 'ForOfStatement' && node.await;
  l.emit({ op: 'iterate', item, over, keys: node.type === 'ForInStatement', isAsync, ...turn }, node);
}

function declareNames(l: Lowering, node: t.VariableDeclaration): void {
  for (const { id } of node.declarations) boundNames(id, (name) => l.declare(name));
}
