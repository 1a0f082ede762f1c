import type { SourceRange } from '@leastwise/model';
import type { CodeEntry } from '../facts/entry.ts';
import type { EventSource } from '../facts/event-source.ts';
import type { IrFunction } from '../ir/module.ts';
import type { Activation } from './activation.ts';
import { callFunction } from './call-function.ts';
import { callValue } from './call.ts';
import { Cells, Journal } from './cells.ts';
import { construct } from './construct.ts';
import { definitions } from './definitions.ts';
import { executeOperation } from './execute-operation.ts';
import { Facts } from './facts-recorder.ts';
import { getMember, getUnknownMember } from './get-member.ts';
import { effectiveTransforms } from './guards.ts';
import type { Interpreter } from './interpreter.ts';
import { addStep, unionLabels, type Labels } from './label.ts';
import { labelsOf } from './labels-of.ts';
import type { CallFrame, Limits } from './machine.ts';
import { copyMembers, exactItemsOf, itemsOf, keysOf, setMember, setUnknownMember } from './members.ts';
import { globalValue } from './globals.ts';
import { Modules } from './modules.ts';
import { assignedMember } from './assigned-member.ts';
import type { Program } from './program.ts';
import type { SpecIndex } from './spec-index.ts';
import { constant, undefinedValue, unknown, type HeapKind, type Scope, type Value } from './value.ts';

export interface RunningMachine extends Interpreter {
  readonly modules: Modules;
  /** What routes and handlers of the current entry are still to run. */
  readonly deferred: (() => void)[];
  sources: readonly EventSource[];
}

/** Puts the parts of the interpreter together. */
export function createMachine(program: Program, specs: SpecIndex, limits: Limits, entry: CodeEntry): RunningMachine {
  const journal = new Journal();
  const root: CallFrame = { name: '', at: { file: entry.file, start: 0, end: 0 }, before: undefined, depth: 0 };
  let objects = 0;
  const globals = new Cells(journal.next());
  const machine: RunningMachine = {
    specs,
    journal,
    known: new Cells(journal.next(), 'known'),
    environment: new Cells(journal.next()),
    limits,
    facts: new Facts(),
    language: entry.language,
    entryEvent: 'unknown',
    sources: [],
    frame: root,
    steps: limits.steps,
    exhausted: false,
    tries: [],
    handlers: [],
    running: new Map<IrFunction, number>(),
    runs: new Map<IrFunction, number>(),
    neverReturned: false,
    deferred: [],
    modules: undefined as unknown as Modules,

    call: (site) => callValue(machine, site),
    callback: (callee, values, at, receiver) =>
      callValue(machine, {
        callee,
        receiver,
        arguments: values.map((value) => ({ value })),
        style: 'call',
        at,
        method: undefined,
        language: machine.language,
      }),
    callNamed: (callee, parameters, values, at) =>
      callValue(machine, {
        callee,
        receiver: undefined,
        arguments: values.map((value, index) => {
          const parameter = parameters[index];
          return parameter?.kind === 'keyword-only' && parameter.name !== undefined
            ? { value, name: parameter.name }
            : { value };
        }),
        style: 'call',
        at,
        method: undefined,
        language: machine.language,
      }),
    callFunction: (callee, self, values, at) => callFunction(machine, callee, self, values, at),
    construct: (type, values, at) => construct(machine, type, values, at),
    get: (object, key, at, access = 'member') => getMember(machine, object, key, at, access),
    getUnknown: (object, key, at) => getUnknownMember(machine, object, key, at),
    set: (object, key, value, at, access) => setMember(machine, object, key, value, at, access),
    setUnknown: (object, key, value, at) => setUnknownMember(machine, object, key, value, at),
    items: (over, at) => itemsOf(machine, over, at),
    exactItems: exactItemsOf,
    keys: (over, at) => keysOf(machine, over, at),
    copyMembers: (from, into, at) => copyMembers(machine, from, into, at),

    newObject: (kind: HeapKind, at: SourceRange, about = {}) => ({
      kind,
      at,
      id: objects++,
      cells: new Cells(journal.next()),
      ...about,
    }),
    newList: (items, at, kind = 'list') => {
      const object = machine.newObject(kind, at);
      for (const [index, item] of items.entries()) object.cells.values.set(String(index), item);
      object.cells.values.set('#', constant(items.length));
      return { kind: 'object', object };
    },
    looseList: (item, at, kind = 'list') => {
      const object = machine.newObject(kind, at);
      object.cells.values.set('[]', item);
      return { kind: 'object', object };
    },
    newMap: (entries, at) => {
      const object = machine.newObject('plain', at);
      for (const [key, value] of Object.entries(entries)) object.cells.values.set(key, value);
      return { kind: 'object', object };
    },

    labels: labelsOf,
    effective: (label) => effectiveTransforms(machine, label),
    isPlain: (label) => (effectiveTransforms(machine, label) & specs.plain) !== 0,
    transformed: (labels, transform, at, message) => {
      const changed: Labels = labels.map((label) => ({
        ...label,
        transforms: specs.rules.after(label.transforms, transform),
      }));
      return addStep(unionLabels([], changed), at, message);
    },
    learn: (facts) => {
      for (const { key, bits } of facts) {
        const before = machine.known.values.get(key);
        const known = before?.kind === 'constant' && typeof before.value === 'number' ? before.value : 0;
        journal.write(machine.known, key, constant(known | bits));
      }
    },
    thrown: (value) => {
      const attempt = machine.tries.at(-1);
      if (attempt === undefined) return;
      if (attempt.thrown.length < 8) attempt.thrown.push(value);
      if (attempt.deltas.length < 8) attempt.deltas.push(journal.delta(attempt.mark));
    },
    settle: (value) => machine.modules.settle(value),
    assigned: (object, key, value, at) => assignedMember(machine, object, key, value, at),
    classNamed: (near, annotation) => {
      const name = /(\w+)\]*$/.exec(annotation.replace(/\s*\|\s*None$/, ''))?.[1];
      if (name === undefined) return undefined;
      const module = machine.modules.get(near.module.file);
      const found = module === undefined ? undefined : machine.modules.pythonAttribute(module, name);
      return found?.kind === 'class' ? found : undefined;
    },
    isLoading: () => machine.modules.current !== undefined,
    hasRun: (callee) => machine.runs.has(callee.function),
    defer: (run) => {
      const { current } = machine.modules;
      (current?.routes ?? machine.deferred).push(run);
    },
    eventOf: (source, at) => ({
      kind: 'input',
      root: {
        name: 'event',
        cells: new Cells(journal.next()),
        schemas: specs.schemas(source === undefined ? machine.sources : [source]),
        confidence: machine.sources.length === 0 ? 'medium' : 'high',
      },
      path: '',
      at,
    }),

    load: (scope, activation, variable) => loadVariable(machine, scope, activation, variable),
    store: (activation, variable, value) => {
      const scope = scopeOf(activation.scope, activation, variable);
      journal.write(scope.cells, variable, value);
    },
    execute: (activation, operation) => executeOperation(machine, activation, operation),
    definition: (activation, register) => definitions(activation.function)[register],
    closure: (activation, id) => {
      const code = activation.module.ir.functions[id];
      return {
        kind: 'function',
        function: code ?? activation.function,
        module: activation.module,
        scope: activation.scope,
        ...(code?.kind === 'arrow' && activation.self !== undefined ? { self: activation.self } : {}),
        ...(activation.homeClass === undefined ? {} : { homeClass: activation.homeClass }),
        members: new Cells(journal.next()),
      };
    },
    import: (activation, specifier, name, style, operation) =>
      machine.modules.import(activation.module, specifier, name, style, operation),
    global: (activation, name) => globals.values.get(name) ?? globalValue(machine, activation, name),
    setGlobal: (_, name, value) => journal.write(globals, name, value),
  };
  Object.assign(machine, { modules: new Modules(program, machine, entry) });
  return machine;
}

function scopeOf(from: Scope, activation: Activation, variable: number): Scope {
  const owner = activation.module.ir.variables[variable]?.owner ?? 0;
  let scope: Scope = from;
  while (scope.function.id !== owner && scope.parent !== undefined) scope = scope.parent;
  return scope;
}

function loadVariable(machine: RunningMachine, from: Scope, activation: Activation, variable: number): Value {
  const scope = scopeOf(from, activation, variable);
  const value = scope.cells.values.get(variable);
  if (value === undefined) {
    const name = activation.module.ir.variables[variable]?.name ?? '';
    // A name of the module that a star import or a later statement sets.
    if (activation.module.language === 'python' && scope.parent === undefined) {
      return globalValue(machine, activation, name);
    }
    return activation.module.language === 'javascript' ? undefinedValue : unknown(`${name} is not set yet`);
  }
  return value.kind === 'pending' ? machine.settle(value) : value;
}
