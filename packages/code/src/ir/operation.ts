import type { Span } from './span.ts';

/** A value computed once inside one function; numbered from 0 in each function. */
export type Register = number;
/** A named, assignable variable; numbered from 0 in each module, so that closures can name those of the functions around them. */
export type VariableId = number;
/** A function of the module; 0 is the module's own body. */
export type FunctionId = number;

export type Constant = string | number | bigint | boolean | null | undefined;

/**
 * What a function does, in the same few words for every language. Statements nest (a branch holds the operations of its
 * arms), so the order of evaluation can be read off; expressions are flat, one register each. Everything that a language
 * offers beyond this is spelled out by its front end: destructuring, default values, comprehensions, `with`, optional
 * chaining, decorators (calls), f-strings, `match`.
 */
export type Operation = OperationBody & Span;

type OperationBody =
  /** A literal. */
  | { readonly op: 'constant'; readonly to: Register; readonly value: Constant }
  | { readonly op: 'pattern'; readonly to: Register; readonly source: string; readonly flags: string }
  /** `prefix ${value} suffix`, f-strings, and chains of `+` in which a part is text. `tag`: a tagged template. */
  | {
      readonly op: 'join';
      readonly to: Register;
      readonly parts: readonly (string | Register)[];
      readonly tag?: Register;
    }
  | { readonly op: 'load'; readonly to: Register; readonly variable: VariableId }
  | { readonly op: 'store'; readonly variable: VariableId; readonly value: Register }
  /** A name that no scope of the module declares: `process`, `open`, `JSON`. */
  | { readonly op: 'global'; readonly to: Register; readonly name: string }
  | { readonly op: 'set-global'; readonly name: string; readonly value: Register }
  /** `object.key`, `object[key]`. Python: attribute and subscript differ in `access`. */
  | { readonly op: 'get'; readonly to: Register; readonly object: Register; readonly key: Key; readonly access: Access }
  | {
      readonly op: 'set';
      readonly object: Register;
      readonly key: Key;
      readonly access: Access;
      readonly value: Register;
    }
  | { readonly op: 'delete'; readonly object: Register; readonly key: Key; readonly access: Access }
  | {
      readonly op: 'call';
      readonly to: Register;
      readonly callee: Register;
      /** The object of a method call; the callee is then the result of the `get` before it. */
      readonly receiver?: Register;
      readonly arguments: readonly Argument[];
      readonly style: 'call' | 'new' | 'super';
    }
  /** A closure over the variables of the functions around it. */
  | { readonly op: 'function'; readonly to: Register; readonly function: FunctionId }
  | {
      readonly op: 'class';
      readonly to: Register;
      readonly name: string;
      readonly bases: readonly Register[];
      readonly members: readonly Member[];
    }
  | { readonly op: 'object'; readonly to: Register; readonly entries: readonly ObjectEntry[] }
  | {
      readonly op: 'list';
      readonly to: Register;
      readonly kind: 'list' | 'tuple' | 'set';
      readonly items: readonly ListItem[];
    }
  | { readonly op: 'unary'; readonly to: Register; readonly operator: string; readonly value: Register }
  /** Python's operators are spelled as in JavaScript where they mean the same (`===`, `&&` never appears: see `branch`). `in`, `instanceof`. */
  | {
      readonly op: 'binary';
      readonly to: Register;
      readonly operator: string;
      readonly left: Register;
      readonly right: Register;
    }
  /**
   * A module, or one thing of it. `name` `*` (or absent) is the whole module; `default` is the default export.
   * `specifier` as written: `./orders`, `@aws-sdk/client-s3`; Python relative imports keep their dots: `..orders`.
   */
  | {
      readonly op: 'import';
      readonly to: Register;
      readonly specifier: string;
      readonly name: string;
      readonly style: ImportStyle;
    }
  | { readonly op: 'this'; readonly to: Register }
  | { readonly op: 'await'; readonly to: Register; readonly value: Register }
  | { readonly op: 'yield'; readonly to: Register; readonly value?: Register; readonly delegate?: boolean }
  /** One of these, by a condition that the engine does not follow (an optional chain that ends early). */
  | { readonly op: 'choose'; readonly to: Register; readonly values: readonly Register[] }
  /**
   * A statement or expression with a condition. `&&`, `||`, `??` and `?:` become branches that store to a variable, so that
   * a guard in them counts: `isKnown(name) && run(name)`.
   */
  | { readonly op: 'branch'; readonly condition: Register; readonly then: Block; readonly otherwise: Block }
  /** `while`, `for(;;)`: `before` computes the condition at each turn. */
  | {
      readonly op: 'loop';
      readonly before: Block;
      readonly condition?: Register;
      readonly body: Block;
      readonly update: Block;
      readonly label?: string;
    }
  /** `for … of`, Python `for … in`, comprehensions: `item` is one element. `keys`: JavaScript `for … in`. */
  | {
      readonly op: 'iterate';
      readonly item: Register;
      readonly over: Register;
      readonly keys: boolean;
      readonly isAsync: boolean;
      readonly body: Block;
      readonly label?: string;
    }
  | { readonly op: 'try'; readonly body: Block; readonly handlers: readonly Handler[]; readonly final: Block }
  | { readonly op: 'return'; readonly value?: Register }
  | { readonly op: 'throw'; readonly value?: Register }
  | { readonly op: 'break'; readonly label?: string }
  | { readonly op: 'continue'; readonly label?: string }
  /** The text here is not valid, and what it would do is not known: the function's facts are incomplete. */
  | { readonly op: 'unreadable'; readonly to?: Register };

export type Block = readonly Operation[];
/** A name that is written, or a computed one. */
export type Key = string | { readonly register: Register };
/** JavaScript always `member`; in Python `item` is `x[k]`. */
export type Access = 'member' | 'item';
export type ImportStyle = 'import' | 'require' | 'dynamic';

export interface Argument {
  readonly value: Register;
  /** Python: `name=value`. */
  readonly name?: string;
  /** `...list`, `*list`; `entries`: Python `**map`. */
  readonly spread?: 'items' | 'entries';
}

export type ObjectEntry =
  | { readonly kind: 'entry'; readonly key: Key; readonly value: Register }
  | { readonly kind: 'spread'; readonly value: Register }
  /** JavaScript `{ get total() { … } }`: the function runs when the member is read or assigned. */
  | { readonly kind: 'getter' | 'setter'; readonly key: Key; readonly function: FunctionId };

export interface ListItem {
  readonly value: Register;
  readonly spread: boolean;
}

export interface Handler {
  /** Python: the classes that it takes. */
  readonly types: readonly Register[];
  readonly error?: VariableId;
  readonly body: Block;
}

/**
 * A member of a class. A Python method is a `method` whose first parameter is the instance (`staticmethod` and
 * `classmethod` by `binding`); a decorated one is a `field` whose value was computed by the decorator's call.
 */
export interface Member extends Span {
  readonly key: Key;
  readonly kind: 'method' | 'getter' | 'setter' | 'field' | 'constructor';
  readonly binding: 'instance' | 'class' | 'static';
  /** Methods, accessors and JavaScript field initialisers (run with `this` at construction). */
  readonly function?: FunctionId;
  /** Python class variables and decorated methods; computed where the class stands. */
  readonly value?: Register;
  /** Python fields: the annotated type as written (`id: UUID = Field(...)`), for models that validate. */
  readonly type?: string;
  /** JavaScript and TypeScript decorators, outermost first. */
  readonly decorators?: readonly Register[];
  /** JavaScript: the parameter decorators of the method, by the index of the parameter (`@Body() body`). */
  readonly parameterDecorators?: ReadonlyMap<number, readonly Register[]>;
}
