import {
  FunctionBuilder,
  type Constant,
  type FunctionId,
  type IrFunction,
  type IrModule,
  type IrProblem,
  type OperationDraft,
  type Register,
  type Span,
} from '../ir/index.ts';
import { comprehensionScope, resolveName, scopeOf, type Scope, type Variable } from './scope.ts';
import type { BoundNames, Expression, Statement } from './syntax.ts';

/** The functions that lower each kind of syntax; given as values so that the files need not import each other in a ring. */
export interface Grammar {
  readonly expression: (l: Lowering, node: Expression) => Register;
  readonly statement: (l: Lowering, node: Statement) => void;
}

/** A loop around the code that is being lowered. */
interface Loop {
  /** Set when the loop has an `else`: whether it was left by `break`. */
  readonly broke: Variable | undefined;
}

/** The function that is being lowered. */
export interface Frame {
  readonly id: FunctionId;
  readonly builder: FunctionBuilder;
  readonly outer: Frame | undefined;
  readonly loops: Loop[];
}

export interface FunctionHead extends Span {
  readonly name: string;
  readonly kind: IrFunction['kind'];
  readonly isAsync: boolean;
  readonly nameSpan?: Span;
}

/** The state of lowering one module. */
export class Lowering {
  readonly text: string;
  frame!: Frame;
  scope!: Scope;
  private module!: Scope;
  private readonly grammar: Grammar;
  private readonly offsetOf: ((index: number) => number) | undefined;
  private readonly functions: (IrFunction | undefined)[] = [];
  private readonly variables: Variable[] = [];
  private readonly imports = new Set<string>();
  private readonly wildcards = new Set<string>();
  private readonly submodules = new Set<string>();

  constructor(text: string, grammar: Grammar, offsetOf?: (index: number) => number) {
    this.text = text;
    this.grammar = grammar;
    this.offsetOf = offsetOf;
  }

  /** Where a node stands in the user's file. */
  at(node: Span): Span {
    const { offsetOf } = this;
    if (offsetOf === undefined) return node;
    const start = offsetOf(node.start);
    return { start, end: node.end > node.start ? offsetOf(node.end - 1) + 1 : start };
  }

  expression(node: Expression): Register {
    return this.grammar.expression(this, node);
  }

  statements(list: readonly Statement[]): void {
    for (const one of list) this.grammar.statement(this, one);
  }

  emit(draft: OperationDraft, node: Span): void {
    this.frame.builder.emit(draft, this.at(node));
  }

  value(draft: (to: Register) => OperationDraft, node: Span): Register {
    return this.frame.builder.value(draft, this.at(node));
  }

  constant(value: Constant, node: Span): Register {
    return this.frame.builder.constant(value, this.at(node));
  }

  branch(condition: Register, then: () => void, otherwise: (() => void) | undefined, node: Span): void {
    this.frame.builder.branch(condition, then, otherwise, this.at(node));
  }

  /** A variable that no name of the text reaches; `%` marks it. */
  temporary(purpose: string): Variable {
    return this.variable(`%${purpose}`, true);
  }

  inner(name: string): Variable {
    return this.variable(name, true);
  }

  private variable(name: string, isInner: boolean): Variable {
    const variable: Variable = { id: this.variables.length, name, owner: this.frame.id, isInner, stores: 0 };
    this.variables.push(variable);
    return variable;
  }

  load(variable: Variable, node: Span): Register {
    return this.value((to) => ({ op: 'load', to, variable: variable.id }), node);
  }

  store(variable: Variable, value: Register, node: Span): void {
    const isOnce = this.frame.loops.length === 0 && this.frame.id === variable.owner;
    variable.stores += isOnce ? 1 : 2;
    this.emit({ op: 'store', variable: variable.id, value }, node);
  }

  loadName(name: string, node: Span): Register {
    const variable = resolveName(this.scope, this.module, name);
    if (variable === undefined) return this.value((to) => ({ op: 'global', to, name }), node);
    const { method } = variable;
    if (method === undefined) return this.load(variable, node);
    // The same value, said to stand here.
    if (typeof method === 'object') return this.value((to) => ({ op: 'choose', to, values: [method.register] }), node);
    return this.value((to) => ({ op: 'function', to, function: method }), node);
  }

  storeName(name: string, value: Register, node: Span): void {
    const variable = resolveName(this.scope, this.module, name);
    if (variable === undefined) this.emit({ op: 'set-global', name, value }, node);
    else {
      delete variable.method;
      this.store(variable, value, node);
    }
  }

  /** The variable of a name that is assigned by something else than a store. */
  nameVariable(name: string): Variable | undefined {
    const variable = resolveName(this.scope, this.module, name);
    if (variable !== undefined) variable.stores += 2;
    return variable;
  }

  /** Lowers in another scope of the same function, and comes back. */
  inScope<R>(scope: Scope, write: () => R): R {
    const outer = this.scope;
    this.scope = scope;
    const result = write();
    this.scope = outer;
    return result;
  }

  inComprehension(names: readonly string[], write: () => void): void {
    const scope = comprehensionScope(this.scope);
    for (const name of names) if (!scope.own.has(name)) scope.own.set(name, this.inner(name));
    this.inScope(scope, write);
  }

  /** The body of a class runs where the class stands; its names are seen by nothing inside its functions. */
  classScope(names: BoundNames): Scope {
    return scopeOf('class', names, this.scope, (name) => this.inner(name));
  }

  inLoop(broke: Variable | undefined, write: () => void): void {
    this.frame.loops.push({ broke });
    write();
    this.frame.loops.pop();
  }

  /** Lowers one function; `write` emits its parameters and body. */
  inFunction(head: FunctionHead, names: BoundNames, write: (outer: Scope) => void): FunctionId {
    const outerFrame = this.frame as Frame | undefined;
    const outerScope = this.scope as Scope | undefined;
    const id = this.functions.length;
    this.functions.push(undefined);
    const builder = new FunctionBuilder(id);
    this.frame = { id, builder, outer: outerFrame, loops: [] };
    const kind = outerFrame === undefined ? 'module' : 'function';
    this.scope = scopeOf(kind, names, outerScope, (name) => this.variable(name, false));
    if (outerScope === undefined) this.module = this.scope;
    write(outerScope ?? this.scope);
    const { start, end } = this.at(head);
    this.functions[id] = builder.finish({
      name: head.name,
      ...(outerFrame === undefined ? {} : { parent: outerFrame.id }),
      kind: head.kind,
      isAsync: head.isAsync,
      isGenerator: names.isGenerator,
      start,
      end,
      ...(head.nameSpan === undefined ? {} : { nameSpan: this.at(head.nameSpan) }),
    });
    if (outerFrame !== undefined && outerScope !== undefined) {
      this.frame = outerFrame;
      this.scope = outerScope;
    }
    return id;
  }

  imported(specifier: string): void {
    this.imports.add(specifier);
  }

  importedAll(specifier: string): void {
    // The last one wins, wherever it stood before.
    this.wildcards.delete(specifier);
    this.wildcards.add(specifier);
  }

  mayImport(submodule: string): void {
    this.submodules.add(submodule);
  }

  finish(file: string, problems: readonly IrProblem[]): IrModule {
    return {
      file,
      language: 'python',
      functions: this.functions.filter((one) => one !== undefined),
      variables: this.variables.map(({ id, name, owner, isInner, stores }) => ({
        id,
        name,
        owner,
        isConstant: stores <= 1,
        ...(isInner ? { isInner } : {}),
      })),
      exports: [],
      imports: [...this.imports],
      ...(this.wildcards.size === 0 ? {} : { wildcards: [...this.wildcards] }),
      ...(this.submodules.size === 0 ? {} : { submodules: [...this.submodules] }),
      problems: problems.map(({ message, start, end }) => ({ message, ...this.at({ start, end }) })),
    };
  }
}
