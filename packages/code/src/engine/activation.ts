import type { IrFunction } from '../ir/module.ts';
import type { Operation, Register } from '../ir/operation.ts';
import type { SourceRange } from '@leastwise/model';
import type { Delta } from './cells.ts';
import { unknown, type ClassValue, type ModuleInstance, type Scope, type Value } from './value.ts';

/** One run of one function. */
export interface Activation {
  readonly function: IrFunction;
  readonly module: ModuleInstance;
  readonly scope: Scope;
  readonly registers: (Value | undefined)[];
  readonly self: Value | undefined;
  readonly homeClass: ClassValue | undefined;
  /** Python: the first argument of the method, for `super()`. */
  readonly selfOfMethod: Value | undefined;
  /** The journal's length and the serial number when it began. */
  readonly mark: number;
  readonly born: number;
  readonly exits: Exit[];
  readonly yields: Value[];
  readonly loops: LoopContext[];
}

/** A way out of the function: what it returns, and what is true then. */
export interface Exit {
  readonly value: Value;
  /** Set once the journal is undone past it. */
  delta: Delta | undefined;
  readonly journalLength: number;
}

export interface LoopContext {
  readonly label: string | undefined;
  readonly mark: number;
  readonly breaks: Delta[];
  readonly continues: Delta[];
}

const missing = unknown('not computed on this way');

export function valueOf(activation: Activation, register: Register): Value {
  return activation.registers[register] ?? missing;
}

export function rangeOf(activation: Activation, operation: Operation): SourceRange {
  return activation.module.place(operation.start, operation.end);
}
