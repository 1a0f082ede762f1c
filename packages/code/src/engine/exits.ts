import type { Activation, Exit } from './activation.ts';
import type { Delta, Journal } from './cells.ts';
import type { Interpreter } from './interpreter.ts';
import type { IrModule } from '../ir/module.ts';
import type { Value } from './value.ts';

const noWrites: Delta = new Map();

/** Notes a way out of a function. What it wrote is gathered only when the journal is about to be undone. */
export function addExit(machine: Interpreter, activation: Activation, value: Value): void {
  activation.exits.push({ value, delta: undefined, journalLength: machine.journal.length });
}

/** Called before writes are undone: the ways out since the last time keep theirs. */
export function freezeExits(machine: Interpreter, activation: Activation): void {
  const { exits } = activation;
  for (let index = exits.length - 1; index >= 0; index--) {
    const exit = exits[index];
    if (exit === undefined || exit.delta !== undefined) return;
    exit.delta = writesOf(machine.journal, activation);
  }
}

export function deltaOf(exit: Exit): Delta {
  return exit.delta ?? noWrites;
}

function writesOf(journal: Journal, activation: Activation): Delta {
  return journal.delta(activation.mark, isSeenAfter(activation) ? undefined : activation.scope.cells);
}

/** Nobody sees the variables of a function that has returned, but the functions in it. */
export function isSeenAfter(activation: Activation): boolean {
  return activation.function.id === 0 || parentsIn(activation.module.ir).has(activation.function.id);
}

const parents = new WeakMap<IrModule, ReadonlySet<number>>();

function parentsIn(ir: IrModule): ReadonlySet<number> {
  const known = parents.get(ir);
  if (known !== undefined) return known;
  const found = new Set(ir.functions.flatMap((one) => (one.parent === undefined ? [] : [one.parent])));
  parents.set(ir, found);
  return found;
}
