import type { Block } from '../ir/operation.ts';
import type { Activation } from './activation.ts';
import type { Interpreter } from './interpreter.ts';

/** Runs operations in order; false when the way ends here (return, throw, break). */
export function executeBlock(machine: Interpreter, activation: Activation, block: Block): boolean {
  for (const operation of block) {
    if (machine.exhausted) return true;
    if (--machine.steps < 0) {
      machine.exhausted = true;
      return true;
    }
    if (!machine.execute(activation, operation)) return false;
  }
  return true;
}
