import type { Constant, Span } from '../ir/index.ts';

/** The syntax tree of Python as far as lowering needs it. Spans follow CPython's `ast`: brackets around an expression are not part of it. */
export type Expression =
  | Name
  | Literal
  | FormattedText
  | AttributeAccess
  | Subscript
  | Call
  | Binary
  | Unary
  | Logical
  | Comparison
  | Conditional
  | Lambda
  | Sequence
  | Dictionary
  | Comprehension
  | Await
  | Yield
  | Starred
  | Walrus
  | Slice
  | UnreadableExpression;

export interface Name extends Span {
  readonly type: 'name';
  readonly name: string;
}

export interface Literal extends Span {
  readonly type: 'literal';
  readonly value: Constant;
}

/** f-strings, t-strings and what stands beside them without an operator. */
export interface FormattedText extends Span {
  readonly type: 'formatted';
  readonly parts: readonly FormattedPart[];
  readonly isTemplate: boolean;
}

export type FormattedPart = string | Field;

export interface Field {
  readonly value: Expression;
  /** What stands after `:`. */
  readonly format: readonly FormattedPart[];
}

export interface AttributeAccess extends Span {
  readonly type: 'attribute';
  readonly object: Expression;
  readonly name: string;
}

export interface Subscript extends Span {
  readonly type: 'subscript';
  readonly object: Expression;
  readonly key: Expression;
}

export interface Call extends Span {
  readonly type: 'call';
  readonly callee: Expression;
  readonly arguments: readonly CallArgument[];
}

export interface CallArgument {
  readonly value: Expression;
  readonly name?: string;
  readonly spread?: 'items' | 'entries';
}

export interface Binary extends Span {
  readonly type: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Unary extends Span {
  readonly type: 'unary';
  readonly operator: string;
  readonly value: Expression;
}

export interface Logical extends Span {
  readonly type: 'logical';
  readonly operator: 'and' | 'or';
  readonly values: readonly Expression[];
}

export interface Comparison extends Span {
  readonly type: 'comparison';
  readonly first: Expression;
  readonly rest: readonly { readonly operator: ComparisonOperator; readonly right: Expression }[];
}

export type ComparisonOperator = '<' | '>' | '<=' | '>=' | '==' | '!=' | 'in' | 'not in' | 'is' | 'is not';

export interface Conditional extends Span {
  readonly type: 'conditional';
  readonly test: Expression;
  readonly whenTrue: Expression;
  readonly otherwise: Expression;
}

export interface Lambda extends Span {
  readonly type: 'lambda';
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
  readonly names: BoundNames;
}

export interface Sequence extends Span {
  readonly type: 'sequence';
  readonly kind: 'list' | 'tuple' | 'set';
  readonly items: readonly Expression[];
}

export interface Dictionary extends Span {
  readonly type: 'dictionary';
  /** Without a key: `**value`. */
  readonly entries: readonly { readonly key?: Expression; readonly value: Expression }[];
}

export interface Comprehension extends Span {
  readonly type: 'comprehension';
  readonly kind: 'list' | 'set' | 'dictionary' | 'generator';
  /** Of a dictionary: the value belongs to this key; absent after `**`. */
  readonly key?: Expression;
  readonly value: Expression;
  readonly clauses: readonly ComprehensionClause[];
}

export interface ComprehensionClause {
  readonly target: Expression;
  readonly over: Expression;
  readonly conditions: readonly Expression[];
  readonly isAsync: boolean;
  /** The names that the target binds. */
  readonly names: readonly string[];
}

export interface Await extends Span {
  readonly type: 'await';
  readonly value: Expression;
}

export interface Yield extends Span {
  readonly type: 'yield';
  readonly value?: Expression;
  readonly isDelegated: boolean;
}

export interface Starred extends Span {
  readonly type: 'starred';
  readonly value: Expression;
}

export interface Walrus extends Span {
  readonly type: 'walrus';
  readonly target: Name;
  readonly value: Expression;
}

export interface Slice extends Span {
  readonly type: 'slice';
  readonly parts: readonly (Expression | undefined)[];
}

export interface UnreadableExpression extends Span {
  readonly type: 'unreadable';
}

/** What the text of one function, class or module binds, collected while it is parsed. */
export interface BoundNames {
  readonly bound: Set<string>;
  readonly globals: Set<string>;
  readonly nonlocals: Set<string>;
  isGenerator: boolean;
}

export interface Parameter extends Span {
  readonly name: string;
  readonly kind: 'positional' | 'positional-only' | 'keyword-only' | 'rest' | 'keywords';
  readonly annotation?: Span;
  readonly default?: Expression;
}

export type Statement =
  | ExpressionStatement
  | Assignment
  | AugmentedAssignment
  | AnnotatedAssignment
  | Return
  | Raise
  | Delete
  | Assert
  | Jump
  | Import
  | FromImport
  | If
  | While
  | For
  | Try
  | With
  | Match
  | FunctionDefinition
  | ClassDefinition
  | UnreadableStatement;

export interface ExpressionStatement extends Span {
  readonly type: 'expression';
  readonly value: Expression;
}

export interface Assignment extends Span {
  readonly type: 'assignment';
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

export interface AugmentedAssignment extends Span {
  readonly type: 'augmented';
  readonly target: Expression;
  readonly operator: string;
  readonly value: Expression;
}

export interface AnnotatedAssignment extends Span {
  readonly type: 'annotated';
  readonly target: Expression;
  readonly annotation: Span;
  readonly value?: Expression;
}

export interface Return extends Span {
  readonly type: 'return';
  readonly value?: Expression;
}

export interface Raise extends Span {
  readonly type: 'raise';
  readonly value?: Expression;
  readonly cause?: Expression;
}

export interface Delete extends Span {
  readonly type: 'delete';
  readonly targets: readonly Expression[];
}

export interface Assert extends Span {
  readonly type: 'assert';
  readonly test: Expression;
  readonly message?: Expression;
}

/** `pass`, `global` and `nonlocal` do nothing when they run. */
export interface Jump extends Span {
  readonly type: 'break' | 'continue' | 'pass';
}

export interface ImportedName extends Span {
  /** `a.b` of `import a.b`, `b` of `from a import b`. */
  readonly name: string;
  readonly alias?: string;
}

export interface Import extends Span {
  readonly type: 'import';
  readonly names: readonly ImportedName[];
}

export interface FromImport extends Span {
  readonly type: 'from-import';
  /** With the dots of a relative import. */
  readonly specifier: string;
  /** `*`: every name. */
  readonly names: readonly ImportedName[] | '*';
}

export interface If extends Span {
  readonly type: 'if';
  /** `if` and each `elif`. */
  readonly arms: readonly { readonly test: Expression; readonly body: readonly Statement[] }[];
  readonly otherwise: readonly Statement[];
}

export interface While extends Span {
  readonly type: 'while';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

export interface For extends Span {
  readonly type: 'for';
  readonly target: Expression;
  readonly over: Expression;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
  readonly isAsync: boolean;
}

export interface Try extends Span {
  readonly type: 'try';
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptClause[];
  readonly otherwise: readonly Statement[];
  readonly final: readonly Statement[];
}

export interface ExceptClause extends Span {
  readonly kind?: Expression;
  readonly name?: Name;
  readonly body: readonly Statement[];
}

export interface With extends Span {
  readonly type: 'with';
  readonly items: readonly { readonly value: Expression; readonly target?: Expression }[];
  readonly body: readonly Statement[];
  readonly isAsync: boolean;
}

export interface Match extends Span {
  readonly type: 'match';
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}

export interface MatchCase extends Span {
  readonly pattern: Pattern;
  readonly guard?: Expression;
  readonly body: readonly Statement[];
}

export type Pattern =
  | ({ readonly type: 'value'; readonly value: Expression } & Span)
  /** Without a name: `_`. */
  | ({ readonly type: 'capture'; readonly name?: string } & Span)
  | ({ readonly type: 'star'; readonly name?: string } & Span)
  | ({ readonly type: 'as'; readonly pattern: Pattern; readonly name: string } & Span)
  | ({ readonly type: 'or'; readonly patterns: readonly Pattern[] } & Span)
  | ({ readonly type: 'sequence'; readonly patterns: readonly Pattern[] } & Span)
  | ({
      readonly type: 'mapping';
      readonly entries: readonly { readonly key: Expression; readonly pattern: Pattern }[];
      readonly rest?: string;
    } & Span)
  | ({
      readonly type: 'class';
      readonly class: Expression;
      readonly positional: readonly Pattern[];
      readonly named: readonly { readonly name: string; readonly pattern: Pattern }[];
    } & Span);

export interface FunctionDefinition extends Span {
  readonly type: 'function';
  readonly name: Name;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  readonly decorators: readonly Decorator[];
  readonly isAsync: boolean;
  readonly names: BoundNames;
}

export interface ClassDefinition extends Span {
  readonly type: 'class';
  readonly name: Name;
  readonly arguments: readonly CallArgument[];
  readonly body: readonly Statement[];
  readonly decorators: readonly Decorator[];
  readonly names: BoundNames;
}

/** Its span begins at `@`. */
export interface Decorator extends Span {
  readonly value: Expression;
}

/** Text that is not valid, with the statements of the block below it. */
export interface UnreadableStatement extends Span {
  readonly type: 'unreadable';
  readonly body: readonly Statement[];
}
