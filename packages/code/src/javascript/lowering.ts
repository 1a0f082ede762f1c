import type * as t from '@babel/types';
import {
  FunctionBuilder,
  type Constant,
  type FunctionId,
  type IrExport,
  type IrFunction,
  type IrModule,
  type IrProblem,
  type OperationDraft,
  type Register,
  type Span,
} from '../ir/index.ts';
import { Scope, type Variable } from './scope.ts';

/**
 * How deep expressions, statements and functions may stand inside each other. Far above what people write; a level takes
 * about five frames, and the default stack of Node holds some ten thousand.
 */
const deepest = 600;

/** The functions that lower each kind of syntax; given as values so that the files need not import each other in a ring. */
export interface Grammar {
  readonly expression: (l: Lowering, node: t.Expression) => Register;
  /** An expression whose value nobody reads. */
  readonly effect: (l: Lowering, node: t.Expression) => void;
  readonly statement: (l: Lowering, node: t.Statement) => void;
  /** A function that is declared, where its block begins. */
  readonly hoist: (l: Lowering, node: t.FunctionDeclaration) => void;
  /** An expression that is stored at once: a function or class without a name gets that of the target. */
  readonly named: (l: Lowering, target: t.Node, node: t.Expression) => Register;
}

/** Where `break` and `continue` lead. */
export interface JumpTarget {
  readonly kind: 'loop' | 'switch' | 'block';
  /** The labels that the text gives it. */
  readonly labels: readonly string[];
  /** A `switch` or a labelled block becomes a loop only when something jumps out of its middle. */
  readonly isLoopOperation: boolean;
  /** Set by the first jump that must name it. */
  label?: string;
}

/** The function that is being lowered. */
export interface Frame {
  readonly id: FunctionId;
  readonly builder: FunctionBuilder;
  readonly kind: IrFunction['kind'];
  readonly outer: Frame | undefined;
  /** Compiled `async` code: a generator that a runner drives, in which `yield` awaits. */
  readonly yieldAwaits: boolean;
  targets: JumpTarget[];
  /** The list that `arguments` reads, once something does. */
  argumentsList?: Variable;
  /** Written at the end of the body: exports that are read through a getter, so see what is assigned later. */
  readonly atEnd: (() => void)[];
}

export interface FunctionHead extends Span {
  readonly name: string;
  readonly kind: IrFunction['kind'];
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly yieldAwaits?: boolean;
  readonly nameSpan?: Span;
}

/** The state of lowering one module. */
export class Lowering {
  readonly text: string;
  frame!: Frame;
  scope: Scope = new Scope();
  /** The part of an optional chain that is about to be lowered and has more of the chain behind it. */
  chained: t.Node | undefined;
  readonly exports: IrExport[] = [];
  readonly problems: IrProblem[] = [];
  private readonly grammar: Grammar;
  private readonly offsetOf: ((index: number) => number) | undefined;
  private readonly functions: (IrFunction | undefined)[] = [];
  private readonly variables: Variable[] = [];
  private readonly imports = new Set<string>();
  private depth = 0;

  constructor(text: string, grammar: Grammar, offsetOf?: (index: number) => number) {
    this.text = text;
    this.grammar = grammar;
    this.offsetOf = offsetOf;
  }

  at(node: t.Node): Span {
    if (this.offsetOf === undefined) return node as Span;
    return this.span(node.start ?? 0, node.end ?? 0);
  }

  span(start: number, end: number): Span {
    if (this.offsetOf === undefined) return { start, end };
    return { start: this.offsetOf(start), end: end > start ? this.offsetOf(end - 1) + 1 : this.offsetOf(end) };
  }

  problem(message: string, node: t.Node): void {
    const { start, end } = this.at(node);
    this.problems.push({ message, start, end });
  }

  expression(node: t.Expression): Register {
    if (this.depth >= deepest) return this.tooDeep(node);
    this.depth++;
    const register = this.grammar.expression(this, node);
    this.depth--;
    return register;
  }

  effect(node: t.Expression): void {
    if (this.depth >= deepest) {
      this.tooDeep(node);
      return;
    }
    this.depth++;
    this.grammar.effect(this, node);
    this.depth--;
  }

  statement(node: t.Statement): void {
    if (this.depth >= deepest) {
      this.tooDeep(node);
      return;
    }
    this.depth++;
    this.grammar.statement(this, node);
    this.depth--;
  }

  /** Something that nests by itself without being an expression or statement: patterns, elements of JSX. */
  nested(node: t.Node, write: () => void): void {
    if (this.depth >= deepest) {
      this.tooDeep(node);
      return;
    }
    this.depth++;
    write();
    this.depth--;
  }

  nestedValue(node: t.Node, write: () => Register): Register {
    if (this.depth >= deepest) return this.tooDeep(node);
    this.depth++;
    const register = write();
    this.depth--;
    return register;
  }

  hoist(node: t.FunctionDeclaration): void {
    this.grammar.hoist(this, node);
  }

  named(target: t.Node, node: t.Expression): Register {
    return this.grammar.named(this, target, node);
  }

  private tooDeep(node: t.Node): Register {
    const message = `The code here is nested deeper than ${deepest} levels and was not read.`;
    if (this.problems.at(-1)?.message !== message) this.problem(message, node);
    return this.value((to) => ({ op: 'unreadable', to }), node);
  }

  emit(draft: OperationDraft, node: t.Node): void {
    this.frame.builder.emit(draft, this.at(node));
  }

  value(draft: (to: Register) => OperationDraft, node: t.Node): Register {
    return this.frame.builder.value(draft, this.at(node));
  }

  constant(value: Constant, node: t.Node): Register {
    return this.frame.builder.constant(value, this.at(node));
  }

  branch(condition: Register, then: () => void, otherwise: (() => void) | undefined, node: t.Node): void {
    this.frame.builder.branch(condition, then, otherwise, this.at(node));
  }

  declare(name: string, scope: Scope = this.scope): Variable {
    const variable = scope.own(name) ?? this.variable(name);
    scope.add(variable);
    return variable;
  }

  /** A variable that no name of the text reaches; `%` marks it. */
  temporary(purpose: string, owner: Frame = this.frame): Variable {
    const variable = this.variable(`%${purpose}`, owner);
    variable.isReassigned = true;
    return variable;
  }

  private variable(name: string, owner: Frame = this.frame): Variable {
    const id = this.variables.length;
    const variable: Variable = { id, name, owner: owner.id, isReassigned: false, isInitialised: false };
    this.variables.push(variable);
    return variable;
  }

  load(variable: Variable, node: t.Node): Register {
    return this.value((to) => ({ op: 'load', to, variable: variable.id }), node);
  }

  store(variable: Variable, value: Register, node: t.Node): void {
    this.emit({ op: 'store', variable: variable.id, value }, node);
  }

  /** The first store of a declaration. A second one (`var total` twice) makes the variable assignable. */
  initialise(variable: Variable, value: Register, node: t.Node): void {
    if (variable.isInitialised) variable.isReassigned = true;
    variable.isInitialised = true;
    this.store(variable, value, node);
  }

  /** Runs `write` with a scope of its own. */
  inScope(write: (scope: Scope) => void): void {
    const outer = this.scope;
    this.scope = new Scope(outer);
    write(this.scope);
    this.scope = outer;
  }

  /** Lowers one function; `write` emits its parameters and body. */
  inFunction(head: FunctionHead, write: () => void): FunctionId {
    const outer = this.frame as Frame | undefined;
    const id = this.functions.length;
    this.functions.push(undefined);
    const builder = new FunctionBuilder(id);
    const yieldAwaits = head.yieldAwaits ?? false;
    this.frame = { id, builder, kind: head.kind, outer, yieldAwaits, targets: [], atEnd: [] };
    this.inScope(write);
    for (const late of this.frame.atEnd) late();
    this.functions[id] = builder.finish({
      name: head.name,
      ...(outer === undefined ? {} : { parent: outer.id }),
      kind: head.kind,
      isAsync: head.isAsync,
      isGenerator: head.isGenerator,
      start: head.start,
      end: head.end,
      ...(head.nameSpan === undefined ? {} : { nameSpan: head.nameSpan }),
    });
    if (outer !== undefined) this.frame = outer;
    return id;
  }

  /** The variable that holds `arguments` in a function; filled before the body begins. */
  argumentsOf(frame: Frame, node: t.Node): Variable {
    const { builder } = frame;
    const variable = this.temporary('arguments', frame);
    frame.atEnd.push(() => {
      const written = builder.parameters.filter((one) => one.kind === 'positional');
      let rest = builder.parameters.find((one) => one.kind === 'rest')?.register;
      if (rest === undefined) {
        rest = builder.register();
        const { start, end } = this.at(node);
        builder.parameters.push({ register: rest, kind: 'rest', hasDefault: false, start, end });
      }
      const items = [
        ...written.map(({ register }) => ({ value: register, spread: false })),
        { value: rest, spread: true },
      ];
      builder.prepend(() => {
        const list = this.value((to) => ({ op: 'list', to, kind: 'list', items }), node);
        this.store(variable, list, node);
      });
    });
    return variable;
  }

  imported(specifier: string): void {
    this.imports.add(specifier);
  }

  finish(file: string): IrModule {
    return {
      file,
      language: 'javascript',
      functions: this.functions.filter((one) => one !== undefined),
      variables: this.variables.map(({ id, name, owner, isReassigned }) => ({
        id,
        name,
        owner,
        isConstant: !isReassigned,
      })),
      exports: this.exports,
      imports: [...this.imports],
      problems: this.problems,
    };
  }
}
