import type { SourceRange } from './source-range.ts';

/** Identifies a node of the estate: `aws:<file from root>#<nested stack path>/<logical id>`; never holds a line. */
export type NodeId = string & { readonly __brand?: 'NodeId' };

export type Scalar = string | number | boolean | null;

/** What a template property may hold once read: a scalar, a list or a map, each member a value of its own. */
export type Data = Scalar | readonly Value[] | ReadonlyMap<string, Value>;

/**
 * Something read from a template, which may not be known until deployment. Never a guess: `unknown` says why, and what
 * input would settle it. A check sees one consistent assignment of the conditions at a time, so `choice` remains only
 * where an allowed value of a parameter is still open.
 */
export type Value<T = Data> = Known<T> | Absent<T> | Reference | Text | Choice<T> | Unknown;

interface Originated {
  /** Where the value stands in the user's own text. */
  readonly origin: SourceRange;
  /** The definitions that it was computed through, outermost first: a parameter, a mapping entry, Globals. */
  readonly via?: readonly SourceRange[];
}

export interface Known<T = Data> extends Originated {
  readonly kind: 'known';
  readonly value: T;
  /** The name of the parameter whose default this is: likely, but a deployment may say otherwise. */
  readonly assumed?: string;
  /** Set when the text came from a parameter with NoEcho, or from a dynamic reference that yields a secret. */
  readonly sensitive?: boolean;
}

/** Not written. `origin` is the map in which it would stand; `default` is what the platform does then. */
export interface Absent<T = Data> extends Originated {
  readonly kind: 'absent';
  readonly default?: T;
}

/** An attribute of another node that only deployment knows: `attribute` is `Ref` or a GetAtt name such as `Arn`. */
export interface Reference extends Originated {
  readonly kind: 'reference';
  readonly node: NodeId;
  readonly attribute: string;
}

/** A string with parts that are not known yet, in order. Adjacent literals are joined. */
export interface Text extends Originated {
  readonly kind: 'text';
  readonly parts: readonly (string | Reference | Unknown)[];
  readonly sensitive?: boolean;
}

export interface Choice<T = Data> extends Originated {
  readonly kind: 'choice';
  readonly options: readonly { readonly when: string; readonly value: Value<T> }[];
}

export interface Unknown extends Originated {
  readonly kind: 'unknown';
  /** One plain sentence: `Parameter Stage has no default.` */
  readonly reason: string;
  /** The exact input that would settle it: `--param Stage=<value>`. */
  readonly settleWith?: string;
  /** What class of unknown this is, for totals and tables. */
  readonly cause: UnknownCause;
  /** What it is called in the template: `Stage`, `AWS::Region`; two unknowns of one name are the same value. */
  readonly name?: string;
  readonly sensitive?: boolean;
  /** The nodes that it is read from or computed of: the secret behind `{{resolve:secretsmanager:${Secret}}}`. */
  readonly about?: readonly NodeId[];
}

export type UnknownCause =
  | 'parameter' // a parameter without default
  | 'pseudo' // account, region, partition, stack name: known only to a deployment
  | 'import' // an export of a stack that is not in the tree
  | 'dynamic-reference' // {{resolve:...}}
  | 'attribute' // an attribute that the platform makes up
  | 'macro' // a transform or macro that runs in the account
  | 'custom-resource'
  | 'invalid' // the template is wrong here
  | 'missing-file'
  | 'limit'; // a cap of the reader was reached

/** The value when it is known, or the default when it is absent and the platform has one; undefined otherwise. */
export function settled<T>(value: Value<T>): T | undefined {
  if (value.kind === 'known') return value.value;
  if (value.kind === 'absent') return value.default;
  return undefined;
}

export function isAbsent(value: Value<unknown>): boolean {
  return value.kind === 'absent' || (value.kind === 'known' && value.value === null);
}

/** True when no more can be said: neither known nor absent, and no reference that leads to a node. */
export function isOpen(value: Value<unknown>): value is Unknown | Choice<never> | Text {
  return value.kind === 'unknown' || value.kind === 'choice' || value.kind === 'text';
}

/** Every literal value that this one can take, or undefined when that cannot be listed. */
export function alternatives<T>(value: Value<T>): readonly T[] | undefined {
  const single = settled(value);
  if (single !== undefined) return [single];
  if (value.kind !== 'choice') return undefined;
  const found: T[] = [];
  for (const option of value.options) {
    const inner = alternatives(option.value);
    if (inner === undefined) return undefined;
    found.push(...inner);
  }
  return found;
}

export function asMap(value: Value): ReadonlyMap<string, Value> | undefined {
  return value.kind === 'known' && value.value instanceof Map ? value.value : undefined;
}

export function asList(value: Value): readonly Value[] | undefined {
  return value.kind === 'known' && Array.isArray(value.value) ? (value.value as readonly Value[]) : undefined;
}

/** The text of a scalar as CloudFormation passes it on: `true`, `30`, `dev`. Undefined for what is no known scalar. */
export function asText(value: Value): string | undefined {
  if (value.kind !== 'known') return undefined;
  const data = value.value;
  if (typeof data === 'string') return data;
  return typeof data === 'number' || typeof data === 'boolean' ? String(data) : undefined;
}

/**
 * The member at a path such as `Code.S3Bucket` or `Rules[0].Id`. A step into something absent stays absent, a step into
 * something unknown stays unknown with the same reason.
 */
export function member(value: Value, ...path: readonly (string | number)[]): Value {
  let current = value;
  for (const step of path) {
    if (current.kind === 'absent' || current.kind === 'unknown') return current;
    if (current.kind === 'choice') {
      const rest: readonly (string | number)[] = path.slice(path.indexOf(step));
      return {
        kind: 'choice',
        origin: current.origin,
        options: current.options.map((option) => ({ when: option.when, value: member(option.value, ...rest) })),
      };
    }
    const next: Value | undefined = typeof step === 'number' ? asList(current)?.[step] : asMap(current)?.get(step);
    if (next === undefined) {
      if (current.kind === 'known') return { kind: 'absent', origin: current.origin };
      return {
        kind: 'unknown',
        cause: 'attribute',
        reason: 'What stands here is known only to a deployment.',
        origin: current.origin,
      };
    }
    current = next;
  }
  return current.kind === 'known' && current.value === null ? { kind: 'absent', origin: current.origin } : current;
}

/** The places that led to a value, the value's own first: what a finding shows as evidence. */
export function provenance(value: Value<unknown>): readonly SourceRange[] {
  return [value.origin, ...(value.via ?? [])];
}

/** A plain rendering for people: literals as they are, holes as `${Logical.Attribute}`, `${Parameter}` or `${?}`. Never of a secret. */
export function describe(value: Value<unknown>): string {
  switch (value.kind) {
    case 'known':
      if (value.sensitive) return '(hidden)';
      if (value.value instanceof Map) return '{…}';
      if (Array.isArray(value.value)) return '[…]';
      return String(value.value);
    case 'absent':
      return value.default === undefined ? '(not set)' : `(not set: ${String(value.default)})`;
    case 'reference':
      return `\${${logicalIdOf(value.node)}${value.attribute === 'Ref' ? '' : `.${value.attribute}`}}`;
    case 'text':
      return value.sensitive
        ? '(hidden)'
        : value.parts.map((part) => (typeof part === 'string' ? part : describe(part))).join('');
    case 'choice':
      return value.options.map((option) => describe(option.value)).join(' | ');
    case 'unknown':
      return `\${${value.name ?? '?'}}`;
  }
}

/** The last part of a node id: the logical id. */
export function logicalIdOf(id: NodeId): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
