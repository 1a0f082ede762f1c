import type { IrFunction } from '../ir/module.ts';
import type { Operation, Register, VariableId } from '../ir/operation.ts';
import type { Activation } from './activation.ts';
import type { Delta } from './cells.ts';
import type { Machine } from './machine.ts';
import type { FunctionValue, Scope, Value } from './value.ts';

/** What only the parts that execute operations see of the machine. */
export interface Interpreter extends Machine {
  /** The `try` statements around what runs now, of callers too. */
  readonly tries: { readonly thrown: Value[]; readonly deltas: Delta[]; readonly mark: number }[];
  /** The handlers of exceptions that run now. */
  readonly handlers: Operation[];
  /** How often each function stands on the stack, and how often it was run for this entry. */
  readonly running: Map<IrFunction, number>;
  readonly runs: Map<IrFunction, number>;
  /** Set by a call that has no way out but an exception. */
  neverReturned: boolean;
  load(scope: Scope, activation: Activation, variable: VariableId): Value;
  store(activation: Activation, variable: VariableId, value: Value): void;
  execute(activation: Activation, operation: Operation): boolean;
  definition(activation: Activation, register: Register): Operation | undefined;
  closure(activation: Activation, id: number): FunctionValue;
  import(activation: Activation, specifier: string, name: string, style: string, operation: Operation): Value;
  global(activation: Activation, name: string): Value;
  setGlobal(activation: Activation, name: string, value: Value): void;
}
