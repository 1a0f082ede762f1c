import type { SourceRange } from '@leastwise/model';
import type { CodeEntry } from '../facts/entry.ts';
import type { Operation } from '../ir/operation.ts';
import type { IrModule } from '../ir/module.ts';
import type { Activation } from './activation.ts';
import { Cells } from './cells.ts';
import { executeBlock } from './execute-block.ts';
import { Facts } from './facts-recorder.ts';
import type { Interpreter } from './interpreter.ts';
import type { Program } from './program.ts';
import {
  constant,
  external,
  nullValue,
  undefinedValue,
  unknown,
  type ModuleInstance,
  type Scope,
  type Value,
} from './value.ts';

/** A module as it stands after its own body ran. */
export interface LoadedModule {
  readonly instance: ModuleInstance;
  /** What its body and the modules that it imports do. */
  readonly facts: Facts;
  /** Files of the modules that it imports, itself included. */
  readonly reaches: Set<string>;
  /** Ways in that its body registered: routes of an application. */
  readonly routes: (() => void)[];
  state: 'loading' | 'ready';
}

/** Loads the modules of an application, each once, and answers imports. */
export class Modules {
  private readonly loaded = new Map<string, LoadedModule>();
  private readonly loading: LoadedModule[] = [];
  private readonly program: Program;
  private readonly machine: Interpreter;
  entry: CodeEntry;

  constructor(program: Program, machine: Interpreter, entry: CodeEntry) {
    this.program = program;
    this.machine = machine;
    this.entry = entry;
  }

  /** The module whose body runs now. */
  get current(): LoadedModule | undefined {
    return this.loading.at(-1);
  }

  load(file: string, lowered?: IrModule): LoadedModule | undefined {
    const known = this.loaded.get(file);
    if (known !== undefined) {
      this.note(known);
      return known;
    }
    const ir = lowered ?? this.program.module(file);
    if (ir === undefined) return undefined;
    const { machine } = this;
    const body = ir.functions[0];
    if (body === undefined) return undefined;
    const scope: Scope = { function: body, parent: undefined, cells: new Cells(machine.journal.next()) };
    const written = this.program.written(file);
    const place = (start: number, end: number): SourceRange => ({ file: written, start, end });
    const exportsHolder = machine.newObject('module', place(0, 0));
    const moduleObject = machine.newObject('plain', place(0, 0));
    const instance: ModuleInstance = { file, language: ir.language, ir, scope, exportsHolder, moduleObject, place };
    const module: LoadedModule = {
      instance,
      facts: new Facts(),
      reaches: new Set([file]),
      routes: [],
      state: 'loading',
    };
    this.loaded.set(file, module);
    for (const problem of ir.problems) {
      module.facts.lacks({ reason: 'unreadable', message: problem.message, at: place(problem.start, problem.end) });
    }
    machine.journal.keep(() => {
      machine.journal.write(moduleObject.cells, 'exports', { kind: 'object', object: exportsHolder });
      this.run(module, body);
    });
    this.note(module);
    return module;
  }

  private note(module: LoadedModule): void {
    this.machine.facts.modules.add(module.instance.file);
    const { current } = this;
    if (current === undefined || current === module) return;
    for (const file of module.reaches) current.reaches.add(file);
  }

  private run(module: LoadedModule, body: Activation['function']): void {
    const { machine } = this;
    const { instance } = module;
    const outer = { facts: machine.facts, frame: machine.frame, language: machine.language, steps: machine.steps };
    machine.facts = module.facts;
    machine.language = instance.language;
    machine.frame = { name: 'the module', at: instance.place(0, 0), before: undefined, depth: 0 };
    machine.steps = machine.limits.moduleSteps;
    const wasExhausted = machine.exhausted;
    machine.exhausted = false;
    this.loading.push(module);
    const activation: Activation = {
      function: body,
      module: instance,
      scope: instance.scope,
      registers: [],
      self: { kind: 'object', object: instance.exportsHolder },
      homeClass: undefined,
      selfOfMethod: undefined,
      mark: machine.journal.length,
      born: machine.journal.next(),
      exits: [],
      yields: [],
      loops: [],
    };
    executeBlock(machine, activation, body.body);
    if (machine.exhausted) {
      module.facts.lacks({
        reason: 'cap',
        message: `The body of ${instance.file} takes more steps than are followed.`,
        at: instance.place(0, 0),
      });
    }
    this.loading.pop();
    machine.exhausted = wasExhausted;
    machine.facts = outer.facts;
    machine.frame = outer.frame;
    machine.language = outer.language;
    machine.steps = outer.steps;
    module.state = 'ready';
  }

  get(file: string): LoadedModule | undefined {
    return this.loaded.get(file);
  }

  files(): Iterable<string> {
    return this.loaded.keys();
  }

  /** What `import name from specifier` holds. */
  import(from: ModuleInstance, specifier: string, name: string, style: string, operation: Operation): Value {
    const at = from.place(operation.start, operation.end);
    const { machine } = this;
    const linked = this.program.link(from.file, specifier, from.language, this.entry);
    switch (linked.kind) {
      case 'external': {
        if (linked.package !== undefined) machine.facts.packages.add(linked.package);
        return this.externalMember(linked.name, name, from.language, at);
      }
      case 'json':
        return jsonValue(machine, this.program.json(linked.file), at, 0);
      case 'namespace':
        return this.fromNamespace(from, specifier, name, at);
      case 'missing': {
        machine.facts.lacks({ reason: 'missing-file', message: linked.message, at });
        return unknown(linked.message);
      }
      case 'file': {
        const module = this.load(linked.file);
        if (module === undefined) {
          machine.facts.lacks({ reason: 'missing-file', message: `${linked.file} could not be read.`, at });
          return unknown(`${linked.file} could not be read`);
        }
        if (from.language === 'python') return this.pythonMember(module, from, specifier, name, at);
        return this.javascriptMember(module, name, style, at);
      }
      default:
        return linked satisfies never;
    }
  }

  private externalMember(module: string, name: string, language: IrModule['language'], at: SourceRange): Value {
    const { machine } = this;
    this.externals.add(module);
    const bare = module.replace(/^node:/, '');
    if (language === 'python' && name !== '*' && name !== '') {
      const whole = machine.specs.canonical(language, `${bare}#`);
      return machine.get(external(whole), name, at);
    }
    const whole = external(machine.specs.canonical(language, `${bare}#`));
    return name === '*' || name === '' || name === 'default' ? whole : machine.get(whole, name, at);
  }

  /** Names of modules outside that some code imports: `import a.b` makes `a.b` a module and no member of `a`. */
  readonly externals = new Set<string>();

  private javascriptMember(module: LoadedModule, name: string, style: string, at: SourceRange): Value {
    const { machine } = this;
    const { instance } = module;
    if (name !== '*' && name !== '') {
      const value = this.exported(module, name, at, 0);
      if (value !== undefined) return value;
      if (module.state === 'loading') return { kind: 'pending', module: instance, name };
      return name === 'default' ? this.commonExports(module, at) : undefinedValue;
    }
    if (instance.ir.exports.length === 0) return this.commonExports(module, at);
    const namespace = machine.newObject('module', at);
    for (const one of this.exportedNames(module, 0)) {
      const value = this.exported(module, one, at, 0);
      if (value !== undefined) machine.journal.write(namespace.cells, one, value);
      else if (module.state === 'loading') {
        machine.journal.write(namespace.cells, one, { kind: 'pending', module: instance, name: one });
      }
    }
    return { kind: 'object', object: namespace };
  }

  private commonExports(module: LoadedModule, at: SourceRange): Value {
    return this.machine.get({ kind: 'object', object: module.instance.moduleObject }, 'exports', at);
  }

  private exportedNames(module: LoadedModule, depth: number): readonly string[] {
    const names = new Set<string>();
    for (const one of module.instance.ir.exports) {
      if (one.kind !== 'all') names.add(one.name);
      else {
        const inner = this.linkedFrom(module, one.specifier);
        if (inner !== undefined && depth < 12) {
          for (const name of this.exportedNames(inner, depth + 1)) if (name !== 'default') names.add(name);
          if (inner.instance.ir.exports.length === 0) {
            const common = this.commonExports(inner, inner.instance.place(0, 0));
            if (common.kind === 'object') {
              for (const key of common.object.cells.values.keys()) if (typeof key === 'string') names.add(key);
            }
          }
        }
      }
    }
    return [...names];
  }

  /** The value that a module exports under a name. */
  exported(module: LoadedModule, name: string, at: SourceRange, depth: number): Value | undefined {
    const { instance } = module;
    for (const one of instance.ir.exports) {
      if (one.kind === 'all' || one.name !== name) continue;
      if (one.kind === 'local') {
        const value = instance.scope.cells.values.get(one.variable);
        return value?.kind === 'pending' ? this.settle(value) : value;
      }
      return this.reExported(module, one.specifier, one.imported, at, depth);
    }
    for (const one of instance.ir.exports) {
      if (one.kind !== 'all' || name === 'default') continue;
      const value = this.reExported(module, one.specifier, name, at, depth);
      if (value !== undefined && !(value.kind === 'constant' && value.value === undefined)) return value;
    }
    if (instance.ir.exports.length > 0) {
      // Code can do both: compiled modules set `exports` too.
      const own = instance.exportsHolder.cells.values.get(name);
      return own;
    }
    const common = this.commonExports(module, at);
    const value = this.machine.get(common, name, at);
    return value.kind === 'constant' && value.value === undefined ? undefined : value;
  }

  private reExported(
    module: LoadedModule,
    specifier: string,
    name: string,
    at: SourceRange,
    depth: number,
  ): Value | undefined {
    if (depth > 12) return undefined;
    const linked = this.program.link(module.instance.file, specifier, 'javascript', this.entry);
    if (linked.kind === 'external') return this.externalMember(linked.name, name, 'javascript', at);
    const inner = this.linkedFrom(module, specifier);
    if (inner === undefined) return undefined;
    if (name === '*') return this.javascriptMember(inner, '*', 'import', at);
    return (
      this.exported(inner, name, at, depth + 1) ?? (name === 'default' ? this.commonExports(inner, at) : undefined)
    );
  }

  private linkedFrom(module: LoadedModule, specifier: string): LoadedModule | undefined {
    const linked = this.program.link(module.instance.file, specifier, module.instance.language, this.entry);
    if (linked.kind !== 'file') return undefined;
    const inner = this.load(linked.file);
    if (inner !== undefined) for (const file of inner.reaches) module.reaches.add(file);
    return inner;
  }

  /** Names that are being settled: modules can import a name from each other that neither has. */
  private readonly settling = new Set<string>();

  settle(value: Extract<Value, { kind: 'pending' }>): Value {
    const module = this.loaded.get(value.module.file);
    const key = `${value.module.file}#${value.name}`;
    if (module === undefined || this.settling.has(key)) return value;
    this.settling.add(key);
    try {
      const found =
        value.module.language === 'python'
          ? this.pythonAttribute(module, value.name)
          : this.exported(module, value.name, value.module.place(0, 0), 0);
      if (found !== undefined && found.kind !== 'pending') return found;
      return module.state === 'ready' ? unknown(`${value.name} is not set`) : value;
    } finally {
      this.settling.delete(key);
    }
  }

  /** Forgets what an exception of the interpreter left half done. */
  recover(): void {
    for (const module of this.loading) module.state = 'ready';
    this.loading.length = 0;
    this.settling.clear();
  }

  private pythonMember(
    module: LoadedModule,
    from: ModuleInstance,
    specifier: string,
    name: string,
    at: SourceRange,
  ): Value {
    if (name === '*' || name === '') return { kind: 'object', object: this.namespaceOf(module, from, specifier, at) };
    const own = this.pythonAttribute(module, name);
    if (own !== undefined) return own;
    const inner = this.submodule(from, specifier, name, at);
    if (inner !== undefined) return inner;
    if (module.state === 'loading') return { kind: 'pending', module: module.instance, name };
    return unknown(`${specifier} has no ${name}`);
  }

  /** A variable of a Python module, its star imports included. */
  pythonAttribute(module: LoadedModule, name: string, depth = 0): Value | undefined {
    const { instance } = module;
    const variable = variablesOf(instance.ir).get(name);
    if (variable !== undefined) {
      const value = instance.scope.cells.values.get(variable);
      if (value !== undefined) return value.kind === 'pending' ? this.settle(value) : value;
    }
    const set = instance.exportsHolder.cells.values.get(name);
    if (set !== undefined) return set;
    if (depth > 8) return undefined;
    for (const specifier of (instance.ir.wildcards ?? []).toReversed()) {
      const linked = this.program.link(instance.file, specifier, 'python', this.entry);
      if (linked.kind === 'file') {
        const inner = this.load(linked.file);
        const value = inner === undefined ? undefined : this.pythonAttribute(inner, name, depth + 1);
        if (value !== undefined) return value;
      }
    }
    return undefined;
  }

  /** The modules that a name may come from that no scope declares: those of star imports outside. */
  wildcardExternals(instance: ModuleInstance): readonly string[] {
    return (instance.ir.wildcards ?? []).flatMap((specifier) => {
      const linked = this.program.link(instance.file, specifier, 'python', this.entry);
      return linked.kind === 'external' ? [linked.name] : [];
    });
  }

  private namespaceOf(
    module: LoadedModule,
    from: ModuleInstance,
    specifier: string,
    at: SourceRange,
  ): ModuleInstance['exportsHolder'] {
    const { machine } = this;
    const { instance } = module;
    const namespace = machine.newObject('module', at);
    for (const [name, variable] of variablesOf(instance.ir)) {
      const value = instance.scope.cells.values.get(variable);
      machine.journal.write(namespace.cells, name, value ?? { kind: 'pending', module: instance, name });
    }
    for (const wildcard of instance.ir.wildcards ?? []) {
      const inner = this.linkedFrom(module, wildcard);
      if (inner === undefined) continue;
      for (const name of variablesOf(inner.instance.ir).keys()) {
        const value = this.pythonAttribute(inner, name);
        if (value !== undefined) machine.journal.write(namespace.cells, name, value);
      }
    }
    // `import orders.prices` makes `prices` a member of `orders`.
    for (const one of from.ir.imports) {
      if (!one.startsWith(`${specifier}.`)) continue;
      const name = one.slice(specifier.length + 1).split('.', 1)[0] ?? '';
      const inner = this.submodule(from, specifier, name, at);
      if (inner !== undefined) machine.journal.write(namespace.cells, name, inner);
    }
    return namespace;
  }

  private submodule(from: ModuleInstance, specifier: string, name: string, at: SourceRange): Value | undefined {
    const inner = specifier.endsWith('.') ? specifier + name : `${specifier}.${name}`;
    const linked = this.program.link(from.file, inner, 'python', this.entry);
    if (linked.kind === 'namespace') return this.fromNamespace(from, inner, '*', at);
    if (linked.kind !== 'file') return undefined;
    const module = this.load(linked.file);
    return module === undefined ? undefined : { kind: 'object', object: this.namespaceOf(module, from, inner, at) };
  }

  private fromNamespace(from: ModuleInstance, specifier: string, name: string, at: SourceRange): Value {
    if (name !== '*' && name !== '')
      return this.submodule(from, specifier, name, at) ?? unknown(`${specifier} has no ${name}`);
    const namespace = this.machine.newObject('module', at);
    for (const one of from.ir.imports) {
      if (!one.startsWith(`${specifier}.`)) continue;
      const next = one.slice(specifier.length + 1).split('.', 1)[0] ?? '';
      const inner = this.submodule(from, specifier, next, at);
      if (inner !== undefined) this.machine.journal.write(namespace.cells, next, inner);
    }
    return { kind: 'object', object: namespace };
  }
}

const variableNames = new WeakMap<IrModule, ReadonlyMap<string, number>>();

/** The attributes of a Python module by name. */
function variablesOf(ir: IrModule): ReadonlyMap<string, number> {
  const known = variableNames.get(ir);
  if (known !== undefined) return known;
  const names = new Map<string, number>();
  for (const variable of ir.variables) {
    if (variable.owner === 0 && variable.isInner !== true) names.set(variable.name, variable.id);
  }
  variableNames.set(ir, names);
  return names;
}

const maxJsonDepth = 8;

function jsonValue(machine: Interpreter, data: unknown, at: SourceRange, depth: number): Value {
  if (data === null) return nullValue;
  if (typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean') return constant(data);
  if (data === undefined || depth > maxJsonDepth || typeof data !== 'object') return unknown('data of a file');
  if (Array.isArray(data))
    return machine.newList(
      data.slice(0, 200).map((one) => jsonValue(machine, one, at, depth + 1)),
      at,
    );
  const object = machine.newObject('plain', at);
  for (const [key, one] of Object.entries(data).slice(0, 500)) {
    machine.journal.write(object.cells, key, jsonValue(machine, one, at, depth + 1));
  }
  return { kind: 'object', object };
}
