import type { IrFunction } from '../ir/module.ts';
import type { Block, Operation } from '../ir/operation.ts';

const known = new WeakMap<IrFunction, readonly (Operation | undefined)[]>();

/** The operation that computes each register of a function. */
export function definitions(of: IrFunction): readonly (Operation | undefined)[] {
  const found = known.get(of);
  if (found !== undefined) return found;
  const result: (Operation | undefined)[] = [];
  const waiting: Block[] = [of.body];
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    for (const operation of block) {
      if ('to' in operation && operation.to !== undefined) result[operation.to] = operation;
      waiting.push(...blocksIn(operation));
    }
  }
  known.set(of, result);
  return result;
}

/** The blocks that stand directly in an operation. */
export function blocksIn(operation: Operation): readonly Block[] {
  switch (operation.op) {
    case 'branch':
      return [operation.then, operation.otherwise];
    case 'loop':
      return [operation.before, operation.body, operation.update];
    case 'iterate':
      return [operation.body];
    case 'try':
      return [operation.body, ...operation.handlers.map((one) => one.body), operation.final];
    default:
      return [];
  }
}
