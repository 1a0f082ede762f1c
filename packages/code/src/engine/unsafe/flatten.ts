import type { Block, Operation } from '../../ir/operation.ts';

/** All operations of a block and of those in it, in the order of the text; without recursion, because code can nest deeply. */
export function flatten(block: Block): readonly Operation[] {
  const all: Operation[] = [];
  const open: Operation[] = [...block].reverse();
  for (let operation = open.pop(); operation !== undefined; operation = open.pop()) {
    all.push(operation);
    for (const inner of innerBlocks(operation).reverse()) open.push(...[...inner].reverse());
  }
  return all;
}

function innerBlocks(operation: Operation): Block[] {
  switch (operation.op) {
    case 'branch':
      return [operation.then, operation.otherwise];
    case 'loop':
      return [operation.before, operation.body, operation.update];
    case 'iterate':
      return [operation.body];
    case 'try':
      return [operation.body, ...operation.handlers.map((handler) => handler.body), operation.final];
    default:
      return [];
  }
}
