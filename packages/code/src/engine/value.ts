import type { SourceRange } from '@leastwise/model';
import type { IrFunction } from '../ir/module.ts';
import type { Constant } from '../ir/operation.ts';
import type { Cells } from './cells.ts';
import type { InputRoot } from './input-root.ts';
import type { Labels } from './label.ts';
import type { NativeCall } from './native-call.ts';
import type { TransformSet } from './transforms.ts';

/** What the engine knows of a value. Values never change; what can change stands in cells. */
export type Value =
  | ConstantValue
  | TextValue
  | OpaqueValue
  | InputValue
  | ObjectValue
  | FunctionValue
  | NativeValue
  | ClassValue
  | SuperValue
  | ExternalValue
  | EnvironmentValue
  | PatternValue
  | TestValue
  | PendingValue
  | UnionValue;

export interface ConstantValue {
  readonly kind: 'constant';
  readonly value: Constant;
}

/** Text with at least one hole. Literals never stand side by side. */
export interface TextValue {
  readonly kind: 'text';
  readonly parts: readonly (string | Value)[];
}

export type OpaqueType = 'any' | 'text' | 'number' | 'boolean' | 'list' | 'map' | 'path';

/** A value of which no more is known than where its data comes from. */
export interface OpaqueValue {
  readonly kind: 'opaque';
  readonly labels: Labels;
  readonly type: OpaqueType;
  /** What it is or why it is not known: said in `CodeValue`. */
  readonly reason: string;
  /** Members that the code sets on it. */
  readonly members?: Cells;
  /** What it only writes down in another form: the object behind its JSON. */
  readonly spells?: Value;
}

/** A place in the event, read when it is needed. */
export interface InputValue {
  readonly kind: 'input';
  readonly root: InputRoot;
  readonly path: string;
  /** Where the code reads it. */
  readonly at: SourceRange;
}

export interface ObjectValue {
  readonly kind: 'object';
  readonly object: HeapObject;
}

export type HeapKind = 'plain' | 'list' | 'tuple' | 'set' | 'map' | 'instance' | 'module' | 'arguments';

/**
 * An object of the heap. In its cells stand members by name; `[]` is any item, `*` a member of a name that is not known,
 * `#` the exact number of items, when it is known.
 */
export interface HeapObject {
  readonly kind: HeapKind;
  readonly cells: Cells;
  readonly id: number;
  readonly at: SourceRange;
  /** Of an instance. */
  readonly type?: ClassValue;
  /** Of an instance of a function called with `new`. */
  readonly prototype?: Value;
}

/** A function of the scanned code with the variables around it. */
export interface FunctionValue {
  readonly kind: 'function';
  readonly function: IrFunction;
  readonly module: ModuleInstance;
  readonly scope: Scope;
  readonly self?: Value;
  /** The class that it is a method of, for Python's `super()`. */
  readonly homeClass?: ClassValue;
  readonly boundArguments?: readonly PassedArgument[];
  /** Members set on the function itself, its `prototype` too. */
  readonly members: Cells;
}

/** A function that the engine itself provides. */
export interface NativeValue {
  readonly kind: 'native';
  readonly name: string;
  readonly call: (call: NativeCall) => Value;
  readonly members?: Cells;
  /** Answers calls of members that are not set: `middy(handler).use(…)`. */
  readonly fluent?: (method: string, call: NativeCall) => Value;
  readonly middlewares?: readonly Value[];
}

export interface ClassValue {
  readonly kind: 'class';
  readonly name: string;
  readonly id: number;
  readonly language: 'javascript' | 'python';
  readonly bases: readonly Value[];
  readonly members: ReadonlyMap<string, ClassMember>;
  readonly accessors: ReadonlyMap<string, { readonly getter?: FunctionValue; readonly setter?: FunctionValue }>;
  /** JavaScript: run with `this` when an instance is made. */
  readonly initialisers: readonly { readonly key: string; readonly function: FunctionValue }[];
  readonly construct?: FunctionValue;
  /** Static members and those set later. */
  readonly statics: Cells;
  readonly module: ModuleInstance;
  readonly decorators: readonly MemberDecorators[];
  /** Python: the annotated types as written, for models that validate. */
  readonly fieldTypes: ReadonlyMap<string, string>;
  readonly at: SourceRange;
}

export interface ClassMember {
  readonly value: Value;
  readonly binding: 'instance' | 'class' | 'static';
}

export interface MemberDecorators {
  readonly key: string;
  readonly values: readonly Value[];
  readonly parameters: ReadonlyMap<number, readonly Value[]>;
}

/** The members of a class's instances without an instance: `Order.prototype`, `super` (then those of the bases). */
export interface SuperValue {
  readonly kind: 'super';
  readonly type: ClassValue;
  readonly from: 'type' | 'bases';
  /** Python: what methods that are read from it are bound to. */
  readonly self: Value | undefined;
}

/** Something that is not the scanned code, by its canonical name. */
export interface ExternalValue {
  readonly kind: 'external';
  readonly name: string;
  readonly labels: Labels;
  /** For the result of a call or construction. */
  readonly made?: {
    readonly arguments: readonly PassedArgument[];
    readonly receiver: Value | undefined;
    readonly at: SourceRange;
  };
  /** The object that a member was read from. */
  readonly owner?: Value;
  /** Members set on it; shared by all that is read from the same instance. */
  readonly members?: Cells;
}

export interface EnvironmentValue {
  readonly kind: 'environment';
  readonly name: string;
  readonly fallback?: Value;
}

export interface PatternValue {
  readonly kind: 'pattern';
  readonly source: string;
  readonly flags: string;
}

/** A truth value, with what is known of data when it is true or false. */
export interface TestValue {
  readonly kind: 'test';
  readonly whenTrue: readonly Learned[];
  readonly whenFalse: readonly Learned[];
  /** What stands there when it is true: the match of a pattern. */
  readonly holds?: Value;
}

/** Of data with this `guardKey` these transforms are true. */
export interface Learned {
  readonly key: string;
  readonly bits: TransformSet;
}

/** An import of a module that is still being read (modules that import each other); settled when it is used. */
export interface PendingValue {
  readonly kind: 'pending';
  readonly module: ModuleInstance;
  readonly name: string;
}

export interface UnionValue {
  readonly kind: 'union';
  readonly options: readonly Value[];
}

export interface PassedArgument {
  readonly value: Value;
  readonly name?: string;
  readonly spread?: 'items' | 'entries';
}

/** The variables of one activation of a function. */
export interface Scope {
  readonly function: IrFunction;
  readonly parent: Scope | undefined;
  readonly cells: Cells;
}

/** A module while an application is interpreted. */
export interface ModuleInstance {
  readonly file: string;
  readonly language: 'javascript' | 'python';
  readonly ir: import('../ir/module.ts').IrModule;
  readonly scope: Scope;
  /** `module.exports`, or the namespace of a Python module. */
  readonly exportsHolder: HeapObject;
  /** JavaScript: `module`, whose member `exports` may be set anew. */
  readonly moduleObject: HeapObject;
  /** Offsets of inline code lead to the template. */
  readonly place: (start: number, end: number) => SourceRange;
}

export const undefinedValue: ConstantValue = { kind: 'constant', value: undefined };
export const nullValue: ConstantValue = { kind: 'constant', value: null };
export const trueValue: ConstantValue = { kind: 'constant', value: true };
export const falseValue: ConstantValue = { kind: 'constant', value: false };

export function constant(value: Constant): ConstantValue {
  if (value === undefined) return undefinedValue;
  if (value === null) return nullValue;
  if (value === true) return trueValue;
  if (value === false) return falseValue;
  return { kind: 'constant', value };
}

export function opaque(labels: Labels, type: OpaqueType = 'any', reason = 'computed at run time'): OpaqueValue {
  return { kind: 'opaque', labels, type, reason };
}

export function unknown(reason: string): OpaqueValue {
  return { kind: 'opaque', labels: [], type: 'any', reason };
}

export function external(name: string, labels: Labels = []): ExternalValue {
  return { kind: 'external', name, labels };
}

export function options(value: Value): readonly Value[] {
  return value.kind === 'union' ? value.options : [value];
}
