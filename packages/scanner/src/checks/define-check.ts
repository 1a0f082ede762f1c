import type {
  Confidence,
  Evidence,
  FindingFlow,
  FixIntent,
  FixKind,
  Mappings,
  Severity,
  SourceRange,
  Value,
} from '@leastwise/model';
import type { Facts } from '../analyses/facts.ts';
import type { Estate, NodeOf } from '../estate/estate.ts';
import type { Kind } from '../estate/facets/index.ts';
import type { Settings } from './settings.ts';

/**
 * A check asks one question of every subject of some kinds. It sees facets and facts: no file, no template format.
 * Its prose and examples stand in `<check>.doc.ts` beside it and load only when somebody reads them.
 */
export interface Check<K extends Kind = Kind> {
  /** The bad state that it finds, kebab-case, unique, never reused: `function-url-without-auth`. */
  readonly name: string;
  /** Names it had before. */
  readonly aliases?: readonly string[];
  /** The bad state as a sentence without subject: `Function URL can be called by anyone`. */
  readonly title: string;
  /** The folder of the check. */
  readonly area: Area;
  readonly subjects: readonly K[];
  /** By the rubric, before exposure is looked at; an outcome may raise or lower it. */
  readonly severity: Severity;
  readonly confidence?: Confidence;
  /** The release that brought it. */
  readonly since: string;
  /** The rows of the catalogue that it answers. */
  readonly rows: readonly number[];
  readonly mappings: Mappings;
  /** The part of `mappings` that is about one kind; made by `mappingsByKind`. */
  readonly byKind?: Readonly<Partial<Record<K, Mappings>>>;
  readonly fix: FixKind;
  /** May yield several outcomes when one subject can fail in several places. */
  readonly evaluate: (subject: SubjectOf<K>, context: CheckContext) => Outcome | readonly Outcome[];
}

/** A node of one of the kinds; `kind` tells its facet. */
export type SubjectOf<K extends Kind> = { readonly [P in K]: NodeOf<P> }[K];

export type Area =
  | 'entry'
  | 'function'
  | 'identity'
  | 'code'
  | 'secrets'
  | 'storage'
  | 'messaging'
  | 'network'
  | 'observability'
  | 'cost'
  | 'upkeep';

export interface CheckContext {
  readonly estate: Estate;
  readonly facts: Facts;
  readonly settings: Settings;
}

export type Outcome = Pass | Fail | OpenOutcome | NotApplicable;

export interface Pass {
  readonly result: 'pass';
}

export interface NotApplicable {
  readonly result: 'not-applicable';
}

export interface Fail {
  readonly result: 'fail';
  /** The property that is wrong, or where it is missing: as narrow as the text allows. */
  readonly at: SourceRange;
  /** One sentence on this case, with names: what is wrong and what it lets somebody do. */
  readonly message: string;
  /** Tells several failures of one subject apart in the fingerprint: a route, a variable; never a line or an index. */
  readonly key?: string;
  readonly evidence?: readonly Evidence[];
  /** The flow of data that it is; its steps are shown as the evidence. */
  readonly flow?: FindingFlow;
  /** When this case is graver or milder than the check's own severity. */
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** What to write, one line: `set AuthType: AWS_IAM`. */
  readonly fix?: {
    readonly kind?: FixKind;
    readonly summary: string;
    /** The same for a writer; made by the functions of `fix-intents.ts`. All of them together are the fix. */
    readonly edit?: readonly FixIntent[];
  };
  /** When this case is one part of what the check asks: the identifiers of that part, instead of all of the check's. */
  readonly mappings?: Mappings;
}

/** The answer hangs on a value that the text does not give. */
export interface OpenOutcome {
  readonly result: 'unknown';
  readonly at: SourceRange;
  readonly what: string;
  readonly why: string;
  readonly settleWith?: string;
}

export const pass: Pass = { result: 'pass' };
export const notApplicable: NotApplicable = { result: 'not-applicable' };

export function fail(at: SourceRange, message: string, more: Omit<Fail, 'result' | 'at' | 'message'> = {}): Fail {
  return { result: 'fail', at, message, ...more };
}

/** The outcome for a value that `estate.openReason` could not settle. */
export function open(what: string, value: Value<unknown>, estate: Estate): OpenOutcome {
  const reason = estate.openReason(value);
  return {
    result: 'unknown',
    at: value.origin,
    what,
    why: reason?.reason ?? 'It is known only to a deployment.',
    ...(reason?.settleWith === undefined ? {} : { settleWith: reason.settleWith }),
  };
}

export function defineCheck<const K extends Kind>(check: Check<K>): Check {
  return check as unknown as Check;
}
