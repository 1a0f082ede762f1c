import type { SourceRange } from '@leastwise/model';
import type { EventSource } from '../facts/event-source.ts';
import type { Transform } from '../specs/spec.ts';
import type { CodeLanguage, IrParameter } from '../ir/module.ts';
import type { Cells, Journal } from './cells.ts';
import type { Facts } from './facts-recorder.ts';
import type { Label, Labels } from './label.ts';
import type { SpecIndex } from './spec-index.ts';
import type { TransformSet } from './transforms.ts';
import type {
  ClassValue,
  ExternalValue,
  FunctionValue,
  HeapKind,
  HeapObject,
  Learned,
  ObjectValue,
  PassedArgument,
  PendingValue,
  Value,
} from './value.ts';

/** How a call is made; what every part of the engine that calls something gives. */
export interface CallSite {
  readonly callee: Value;
  readonly receiver: Value | undefined;
  readonly arguments: readonly PassedArgument[];
  readonly style: 'call' | 'new' | 'super';
  readonly at: SourceRange;
  /** The name after the dot of a method call, when it is written. */
  readonly method: string | undefined;
  readonly language: CodeLanguage;
}

/** One call on the way from the handler to what runs now; for the traces of facts. */
export interface CallFrame {
  readonly name: string;
  readonly at: SourceRange;
  readonly before: CallFrame | undefined;
  readonly depth: number;
}

/**
 * The interpreter as its parts see each other. It is put together in `create-machine.ts`; every part is a function over it,
 * so that none imports its caller.
 */
export interface Machine {
  readonly specs: SpecIndex;
  readonly journal: Journal;
  /** What guards learned of data on the way that runs now. */
  readonly known: Cells;
  /** Environment variables that the code sets. */
  readonly environment: Cells;
  readonly limits: Limits;
  /** Where facts go: the entry that runs, or the module that is being loaded. */
  facts: Facts;
  /** Of the code that runs now. */
  language: CodeLanguage;
  /** What starts the entry, for data that a framework passes. */
  entryEvent: EventSource;
  frame: CallFrame;
  steps: number;
  /** Set when the budget is used up: everything returns as fast as it can. */
  exhausted: boolean;

  call(site: CallSite): Value;
  /** Calls a value with plain arguments, as a library does with a callback. */
  callback(callee: Value, values: readonly Value[], at: SourceRange, receiver?: Value): Value;
  /** The same, with the names of parameters that take no position. */
  callNamed(callee: Value, parameters: readonly IrParameter[], values: readonly Value[], at: SourceRange): Value;
  callFunction(
    callee: FunctionValue,
    self: Value | undefined,
    values: readonly PassedArgument[],
    at: SourceRange,
  ): Value;
  /** `className` is set when an instance is made by class. */
  construct(type: ClassValue, values: readonly PassedArgument[], at: SourceRange): Value;
  get(object: Value, key: string, at: SourceRange, access?: 'member' | 'item'): Value;
  getUnknown(object: Value, key: Value, at: SourceRange): Value;
  set(object: Value, key: string, value: Value, at: SourceRange, access?: 'member' | 'item'): void;
  setUnknown(object: Value, key: Value, value: Value, at: SourceRange): void;
  /** What iterating gives: one value for any item. */
  items(over: Value, at: SourceRange): Value;
  /** The items one by one, when their number is known. */
  exactItems(over: Value): readonly Value[] | undefined;
  keys(over: Value, at: SourceRange): Value;

  newObject(kind: HeapKind, at: SourceRange, about?: { type?: ClassValue; prototype?: Value }): HeapObject;
  newList(items: readonly Value[], at: SourceRange, kind?: 'list' | 'tuple' | 'set'): ObjectValue;
  /** A list of a number of items that is not known, each of them this. */
  looseList(item: Value, at: SourceRange, kind?: 'list' | 'tuple' | 'set'): ObjectValue;
  newMap(entries: Readonly<Record<string, Value>>, at: SourceRange): ObjectValue;

  copyMembers(from: Value, into: HeapObject, at: SourceRange): void;

  /** All labels in a value, those of its members included. */
  labels(value: Value): Labels;
  /** The transforms of a label together with what guards learned on this way. */
  effective(label: Label): TransformSet;
  transformed(labels: Labels, transform: Transform, at: SourceRange, message: string): Labels;
  learn(facts: readonly Learned[]): void;
  /** A class by the name that an annotation writes, as the module of another class sees it. */
  classNamed(near: ClassValue, annotation: string): ClassValue | undefined;
  settle(value: PendingValue): Value;
  /** A member of something outside was set: a header of a response, a setting of TLS. */
  assigned(object: ExternalValue, key: string, value: Value, at: SourceRange): void;
  /** Whether the body of a module runs now, before any handler. */
  isLoading(): boolean;
  /** Whether a function of the code was run for this entry. */
  hasRun(callee: FunctionValue): boolean;
  /** Runs later, for each entry that reaches it: a route that code registers. */
  defer(run: () => void): void;
  /** The event that starts the function, or one of another source. */
  eventOf(source: EventSource | undefined, at: SourceRange): Value;
  thrown(value: Value): void;
  /** Whether the data can be no object with operators. */
  isPlain(label: Label): boolean;
}

export interface Limits {
  /** Operations that one entry may take. */
  readonly steps: number;
  /** Operations that a module's own body may take. */
  readonly moduleSteps: number;
  readonly callDepth: number;
  /** How often one function is run with different inputs for one entry. */
  readonly callsOfOneFunction: number;
}

export const defaultLimits: Limits = { steps: 200_000, moduleSteps: 100_000, callDepth: 40, callsOfOneFunction: 60 };
