import type { EventSource, TrustClass } from '../facts/event-source.ts';
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
 *
 * More conventions:
 * - The module itself, or its default export, is the empty way: `axios(url)` calls `axios#`, its result is `axios#()`,
 *   `new Stripe()` is `stripe#()`, `axios.get(url)` calls `axios#get`.
 * - Calls named in `namedCalls` carry their first text argument: `boto3#client(s3).get_object`,
 *   `boto3#resource(dynamodb).Table().query`. An argument that is not known leaves `boto3#client()`.
 * - `alias.ts` rewrites a prefix of whole segments (`boto3#Session().client` to `boto3#client`) before rows are looked up,
 *   again until nothing matches. An empty way is the module with all in it (`fs/promises#` is `fs#promises`), what its default
 *   export makes is `sequelize#()` (each alias leads to a shorter or a final name).
 * - `return#response` is what a handler of the platform returns, `return#<name>` what a function returns that a callback row
 *   registers with `returns`. Its argument 0 is the returned value, so `{ index: 0, member: 'headers.Location' }` is the header.
 * - `set#<name>.<member>` is an assignment to a member of an instance: `set#express#Response.body`; argument 0 is the value.
 * - `tag#<name>` is a tagged template; argument 0 is the text with its holes. Without such a row a tag quotes its holes.
 * - `operator#pattern-test` is a regular expression of the code that meets a text: argument 0 is its source, 1 the text.
 * - `operator#set-deep-key` is `object[first][second] = value` with computed keys: argument 0 is what is written to, 1 the
 *   first key, 2 the second, 3 the value.
 */
export type CalleeName = string;

/**
 * Which argument: an index, a Python keyword, or a member of an object argument; `receiver` is the object itself.
 * `index` and `name` together: whichever is given. A member is a path: dots lead deeper, `[]` is any item, `*` any key;
 * without `index` and `name` it is a member of argument 0. Below `headers` and `multiValueHeaders` case does not matter.
 * `made` is an argument of the call that made the value: the options of the parser that is given.
 * `{ name: '*' }` is every keyword argument, `{ name: '**' }` a map that is spread into them. A number in a path is an index.
 */
export type ArgumentPlace =
  | number
  | 'receiver'
  | 'all'
  | 'rest' // every argument from `from` on
  | {
      readonly index?: number;
      readonly name?: string;
      readonly member?: string;
      readonly from?: number;
      readonly made?: ArgumentPlace;
    };

/** A fact about another argument that decides whether the row counts. */
export interface Requirement {
  readonly argument: ArgumentPlace;
  /** What is not known counts as not holding; otherwise it lowers the confidence. */
  readonly sure?: true;
  readonly is:
    | 'true'
    | 'false'
    | 'given'
    | 'not-given'
    | 'text' // a string, not a list
    | 'list'
    /** An object (dict) that the code makes: its members are known. Anything else is none. */
    | 'map'
    /** No such object; what is not known holds. */
    | 'not-map'
    /** The code writes every key on the way to this member itself: it does not come in by a spread. */
    | 'written'
    /** The literal text of a regular expression that may take exponential time. */
    | 'slow-pattern'
    | { readonly equals: string | number | boolean }
    | { readonly oneOf: readonly string[] }
    | { readonly startsWith: string }
    | { readonly symbol: CalleeName }
    /** A literal (also: a text whose fixed part) that holds this; a list or map with such an item or key. */
    | { readonly contains: string }
    /** The opposite of `contains`; what is not known counts as not holding it. */
    | { readonly lacks: string }
    /** Not this one; what is not given holds. `verify=False` is `equals`, "no safe loader" is `not`. */
    | { readonly not: CalleeName };
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
   * `markup`: in text with tags. For arguments of a command, `start` is the beginning of the item (`--out=${x}` is not).
   * Given a list, all look at its items. Given an object that the code makes, `text` and `start` look nowhere (a row for the
   * member says what is dangerous), `name`, `any` and `markup` at its members, `whole` at members whose data may itself
   * be an object (none of `notWhole`).
   */
  readonly position: 'text' | 'start' | 'whole' | 'name' | 'markup' | 'any';
  readonly confidence?: 'high' | 'medium' | 'low';
  /** Events whose data is meant to stand here: the key of a bucket's event is what GetObject asks for. */
  readonly notFrom?: readonly EventSource[];
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
  /** `false`: nothing moves, the result is clean (a length, a status). Absent: moves. */
  readonly moves?: false;
  /** One expression with `X` for the tainted value, and the import that it needs; proved by the tests. */
  readonly example: Example;
}

/** `X` stands for the tainted value. `before`: imports and statements. `after`: statements, when the result is not the call's. */
export interface Example {
  readonly before?: string;
  /** The expression that holds the result; for `to: 'receiver'` the variable of it. */
  readonly value: string;
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
  | 'word' // letters, digits and `_.:@+/-` only: no white space, quote, bracket or operator
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
  | 'allow-listed'
  | 'host-checked' // the host of the URL was compared
  | 'inside-folder' // the resolved path was compared with its folder
  | 'operator-free'; // keys that begin with `$` are gone

export interface SanitizerSpec {
  readonly id: string;
  readonly language: 'javascript' | 'python';
  readonly callees: readonly CalleeName[];
  readonly from: ArgumentPlace;
  readonly transform: Transform;
  /** `result`: the result is clean. `guard`: true, or not throwing, says that the argument is. */
  readonly works: 'result' | 'guard' | 'throws' | 'guard-when-false';
  readonly when?: readonly Requirement[];
  /** `result`: the cleaned value. `guard`: the condition. `throws`: the call, a statement. */
  readonly example: Example;
}

/** What a transform makes untrue: `json-parsed` ends `text-only`; `all` ends every earlier one. */
export type UndoingTable = Readonly<Record<Transform, readonly Transform[] | 'all'>>;

/** Which transforms clear which class; `all` clears every one. */
export type ClearingTable = Readonly<Record<Transform, readonly FlowClass[] | 'all'>>;

/** A path of an event or request whose data somebody else decides. */
export interface SourcePath {
  /** `queryStringParameters`, `Records[].s3.object.key`; `[]` any item, `*` any one key. All below it is tainted too. */
  readonly path: string;
  readonly trust: TrustClass;
  /** What is true of it from the start: a header is `text-only`, the key in a bucket's event is `url-encoded`. */
  readonly transforms?: readonly Transform[];
  /** How its text is to be read, for messages and guards: a body is JSON as a rule. */
  readonly holds?: 'json' | 'base64' | 'base64-gzip' | 'url-encoded' | 'text' | 'xml';
  /** The members of it whose trust or taint is another, by path below this one. */
  readonly note?: string;
}

/** What one kind of event looks like. */
export interface EventSchema {
  readonly source: EventSource;
  readonly sourcePaths: readonly SourcePath[];
  /** The platform writes these; they clear nothing that they stand below. A longer path wins over a shorter. */
  readonly clean: readonly string[];
  /** Paths whose value is known, or one of few: `version` is `2.0`. */
  readonly known: Readonly<Record<string, string | readonly string[]>>;
  /** Events of another source that stand as text inside: `Records[].body` of a queue can hold a topic's or a bucket's. */
  readonly nested?: Readonly<Record<string, readonly EventSource[]>>;
  /** Where the platform's documentation describes it. */
  readonly page: string;
}

/** A request object of a framework: `express#Request`, `flask#request`. */
export interface InputObject {
  readonly id: string;
  readonly language: 'javascript' | 'python';
  /** Instances and globals with these canonical names. */
  readonly names: readonly CalleeName[];
  /** Members and calls: `body`, `query`, `get()`, `json()`, `args.get()`. Paths as in `SourcePath`. */
  readonly paths: readonly SourcePath[];
  /** Where in the platform's own event a member leads, when it is a view of it: `json_body` to `body`. */
  readonly views?: Readonly<Record<string, string>>;
}

/** A value that somebody else's code passes to a function of ours. */
export type PassedValue =
  | { readonly kind: 'argument'; readonly place: ArgumentPlace }
  /** An item of a list, a value of a map, or what a promise or stream holds. */
  | { readonly kind: 'items'; readonly of: ArgumentPlace }
  | { readonly kind: 'keys'; readonly of: ArgumentPlace }
  /** What the function returned before: the accumulator of `reduce`. */
  | { readonly kind: 'returned' }
  | { readonly kind: 'instance'; readonly name: CalleeName }
  /** Data from outside that is no member of the event: a path parameter of a route. */
  | { readonly kind: 'input'; readonly source: SourcePath }
  /** The event that starts the function, or an event of this source. */
  | { readonly kind: 'event'; readonly source?: EventSource }
  | { readonly kind: 'context' }
  | { readonly kind: 'clean' }
  | { readonly kind: 'unknown' };

/** An external that calls a function it is given. */
export interface CallbackSpec {
  readonly id: string;
  readonly language: 'javascript' | 'python';
  readonly callees: readonly CalleeName[];
  /** The function; a place that is not a function is passed over (`app.get(path, mw, handler)` is `{ from: 1 }`). */
  readonly function: ArgumentPlace;
  /** What it is called with, in order; `every`: each parameter, by position or name. */
  readonly passes: readonly PassedValue[] | { readonly every: PassedValue };
  /**
   * What the call returns. `same-function`: something that behaves as the function (a wrapper, a decorator); calling it
   * calls the function with the same arguments. `returned`: what the function returned (in a promise or not). `list`:
   * a list of what it returned. `receiver`: for chains. `nothing`.
   */
  readonly result: 'same-function' | 'returned' | 'list' | 'receiver' | 'argument-items' | 'nothing';
  /** Where what the function returns goes: `return#response`, `return#flask`. */
  readonly returns?: CalleeName;
  /** The call registers a way in: the function runs with outside data whoever calls it. */
  readonly route?: true;
}

/** A canonical name that is another thing's too. */
export interface AliasSpec {
  readonly language: 'javascript' | 'python';
  readonly from: readonly CalleeName[];
  readonly to: CalleeName;
}
