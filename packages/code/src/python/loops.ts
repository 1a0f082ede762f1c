import type { Lowering } from './lowering.ts';
import type { Variable } from './scope.ts';
import type { Expression, For, Statement, While } from './syntax.ts';
import { assignTo } from './targets.ts';

export function lowerFor(l: Lowering, node: For): void {
  const over = l.expression(node.over);
  withElse(l, node, (broke) => {
    const item = l.frame.builder.register();
    l.inLoop(broke, () => {
      const body = l.frame.builder.block(() => {
        assignTo(l, node.target, item);
        l.statements(node.body);
      });
      l.emit({ op: 'iterate', item, over, keys: false, isAsync: node.isAsync, body }, node);
    });
  });
}

export function lowerWhile(l: Lowering, node: While): void {
  withElse(l, node, (broke) => {
    l.inLoop(broke, () => {
      let condition: number | undefined;
      const before = l.frame.builder.block(() => {
        if (!isAlways(node.test)) condition = l.expression(node.test);
      });
      const body = l.frame.builder.block(() => l.statements(node.body));
      l.emit({ op: 'loop', before, ...(condition === undefined ? {} : { condition }), body, update: [] }, node);
    });
  });
}

function isAlways(test: Expression): boolean {
  return test.type === 'literal' && (test.value === true || test.value === 1);
}

/** `else` of a loop runs when nothing broke out of it: a variable holds whether something did. */
function withElse(
  l: Lowering,
  node: (For | While) & { readonly otherwise: readonly Statement[] },
  write: (broke: Variable | undefined) => void,
): void {
  if (node.otherwise.length === 0) {
    write(undefined);
    return;
  }
  const broke = l.temporary('broke');
  l.store(broke, l.constant(false, node), node);
  write(broke);
  l.branch(
    l.load(broke, node),
    () => undefined,
    () => l.statements(node.otherwise),
    node,
  );
}

export function lowerBreak(l: Lowering, node: Statement): void {
  const broke = l.frame.loops.at(-1)?.broke;
  if (broke !== undefined) l.store(broke, l.constant(true, node), node);
  l.emit({ op: 'break' }, node);
}
