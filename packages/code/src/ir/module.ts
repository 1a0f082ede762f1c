import type { Block, FunctionId, Register, VariableId } from './operation.ts';
import type { Span } from './span.ts';

export type CodeLanguage = 'javascript' | 'python';

/** One source file, lowered. Nothing of the syntax tree is kept. */
export interface IrModule {
  /** From the root; for inline code the template's own file, whose offsets the spans then are. */
  readonly file: string;
  readonly language: CodeLanguage;
  /** Index 0 is the module's body. */
  readonly functions: readonly IrFunction[];
  readonly variables: readonly IrVariable[];
  /** What ES modules export by declaration. `module.exports = …` and Python need none: the engine sees the stores. */
  readonly exports: readonly IrExport[];
  /** Every specifier that is imported, in order of appearance, without repetition; what to read next. */
  readonly imports: readonly string[];
  /** Python: `from a import *`, last one last. A name that no scope declares is looked up in these, the last first, before the builtins. */
  readonly wildcards?: readonly string[];
  /** Python: what `from a import b` reads too when `b` is a module of the package: `a.b`. That there is none is no mistake. */
  readonly submodules?: readonly string[];
  /** Places that could not be read; the rest is complete. */
  readonly problems: readonly IrProblem[];
}

export interface IrFunction extends Span {
  readonly id: FunctionId;
  /** As declared, or the name that it is first stored under; `''` for an anonymous one. */
  readonly name: string;
  /** The function around it; undefined for the module's body. */
  readonly parent?: FunctionId;
  readonly kind: 'module' | 'function' | 'arrow' | 'method' | 'class-body' | 'lambda' | 'comprehension';
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly parameters: readonly IrParameter[];
  readonly body: Block;
  /** How many registers the body uses. */
  readonly registers: number;
  /** Where the name stands, for messages. */
  readonly nameSpan?: Span;
}

/**
 * Holds a register at entry. The body begins with the operations that default, destructure and store it, so a pattern needs
 * nothing more here.
 */
export interface IrParameter extends Span {
  readonly register: Register;
  /** The variable that it is stored to when it is a plain name. */
  readonly name?: string;
  readonly kind: 'positional' | 'positional-only' | 'keyword-only' | 'rest' | 'keywords';
  /** When the caller passes nothing, the register holds `missing`; the body tests with `binary === undefined`. */
  readonly hasDefault: boolean;
  /** The annotated type as written, for models that validate (`event: OrderEvent`). */
  readonly type?: string;
}

export interface IrVariable {
  readonly id: VariableId;
  readonly name: string;
  /** The function that declares it. */
  readonly owner: FunctionId;
  /** Never assigned after its first store: `const`, imports, functions that nothing reassigns. */
  readonly isConstant: boolean;
  /** Python: of a comprehension or a class body, or made by the front end; never an attribute of the module. */
  readonly isInner?: true;
}

export type IrExport =
  | ({ readonly kind: 'local'; readonly name: string; readonly variable: VariableId } & Span)
  /** `export { a as b } from './x'`; imported `*` is `export * as b from './x'`. */
  | ({ readonly kind: 'from'; readonly name: string; readonly specifier: string; readonly imported: string } & Span)
  | ({ readonly kind: 'all'; readonly specifier: string } & Span);

export interface IrProblem extends Span {
  /** One plain sentence. */
  readonly message: string;
}
