import type { FlowClass } from '../facts/flow-class.ts';

/**
 * The canonical name of something that is not the scanned code: module, `#`, the way to it. `()` is "the result of calling
 * or constructing it", `.x` a member.
 *
 * - `child_process#exec`, `mysql2#createConnection().query`, `pg#Client().query`, `fs#promises.readFile`
 * - globals: `global#eval`, `global#process.env`, `global#String.raw`
 * - Python: `subprocess#run`, `os#system`, `builtins#open`, `sqlite3#connect().cursor().execute`
 *
 * `node:` prefixes and `.default` are dropped, `fs/promises` is `fs#promises`, `await` changes nothing.
 * `*#name` is a method of that name on a receiver that is not known; a row with it has lower confidence.
 */
export type CalleeName = string;

/** Which argument: an index, a Python keyword, or a member of an object argument; `receiver` is the object itself. */
export type ArgumentPlace =
  | number
  | 'receiver'
  | 'all'
  | 'rest' // every argument from `from` on
  | { readonly index?: number; readonly name?: string; readonly member?: string; readonly from?: number };

/** A fact about another argument that decides whether the row counts. */
export interface Requirement {
  readonly argument: ArgumentPlace;
  readonly is:
    | 'true'
    | 'false'
    | 'given'
    | 'not-given'
    | 'text' // a string, not a list
    | 'list'
    | { readonly equals: string | number | boolean }
    | { readonly oneOf: readonly string[] }
    | { readonly startsWith: string }
    | { readonly symbol: CalleeName };
}

export interface SinkSpec {
  /** `javascript/child_process.exec`; unique, stable. */
  readonly id: string;
  readonly language: 'javascript' | 'python';
  readonly callees: readonly CalleeName[];
  readonly class: FlowClass;
  /** The dangerous argument. */
  readonly argument: ArgumentPlace;
  /** All must hold; an unknown one lowers the confidence. */
  readonly when?: readonly Requirement[];
  /**
   * Where in the argument the data must stand. `text`: anywhere in a string (SQL, command). `start`: only before the fixed
   * scheme and host (SSRF, redirect). `whole`: the value itself or a whole object (NoSQL operators). `name`: a path or key.
   * `markup`: in text with tags.
   */
  readonly position: 'text' | 'start' | 'whole' | 'name' | 'markup' | 'any';
  readonly confidence?: 'high' | 'medium' | 'low';
  /** Code that must be found, and its repaired twin. `event` is an API request of payload 1.0; the handler is `handler`. */
  readonly bad: string;
  readonly good: string;
}

/** What a call does to the taint of its arguments. */
export interface PropagatorSpec {
  readonly id: string;
  readonly language: 'javascript' | 'python';
  readonly callees: readonly CalleeName[];
  /** Taint moves from here … */
  readonly from: ArgumentPlace;
  /** … to the result (default), to the receiver or to an argument. */
  readonly to?: 'result' | 'receiver' | ArgumentPlace;
  /** What is true of the result from now on. */
  readonly transform?: Transform;
}

/** What a label went through; a sink asks whether that clears its class. */
export type Transform =
  | 'json-parsed'
  | 'json-encoded'
  | 'url-decoded'
  | 'url-encoded'
  | 'base64-decoded'
  | 'decompressed'
  | 'number'
  | 'boolean'
  | 'identifier' // letters, digits, `_` and `-` only: a uuid, a hash, an id that a regular expression holds
  | 'file-name' // no separators: basename
  | 'shell-quoted'
  | 'html-escaped'
  | 'sql-escaped'
  | 'regex-escaped'
  | 'ldap-escaped'
  | 'xpath-escaped'
  | 'line-free' // no new lines
  | 'text-only' // a string for sure: no operator objects
  | 'schema-checked'
  | 'allow-listed';

export interface SanitizerSpec {
  readonly id: string;
  readonly language: 'javascript' | 'python';
  readonly callees: readonly CalleeName[];
  readonly from: ArgumentPlace;
  readonly transform: Transform;
  /** `result`: the result is clean. `guard`: true, or not throwing, says that the argument is. */
  readonly works: 'result' | 'guard' | 'throws';
}

/** Which transforms clear which class; `all` clears every one. */
export type ClearingTable = Readonly<Record<Transform, readonly FlowClass[] | 'all'>>;
