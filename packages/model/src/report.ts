import type { Confidence, FixKind, Mappings, Severity } from './finding.ts';
import type { Location } from './source-range.ts';

/**
 * The public contract of `leastwise scan --format json`, described by `schemas/report.schema.json`. Within `/1` it changes
 * only by addition. The same input gives the same bytes: no clock, no timing, everything sorted.
 */
export interface Report {
  readonly schema: 'leastwise.report/1';
  readonly tool: { readonly name: 'leastwise'; readonly version: string };
  /** ISO date given by the caller; what "deprecated" and "expired" were judged against. */
  readonly asOf: string;
  readonly inputs: readonly ReportInput[];
  readonly functions: readonly ReportFunction[];
  readonly resources: readonly ReportResource[];
  /** Every finding, whatever the level of the screen. */
  readonly findings: readonly ReportFinding[];
  readonly checks: readonly ReportCheck[];
  readonly unknowns: readonly ReportUnknown[];
  readonly summary: ReportSummary;
}

export interface ReportInput {
  readonly file: string;
  readonly format: string;
  readonly application: string;
  readonly functions: number;
  /** The assignments of the conditions that were looked at, when there is more than one. */
  readonly assignments?: readonly string[];
  readonly diagnostics: readonly ReportDiagnostic[];
}

export interface ReportDiagnostic {
  readonly code: string;
  readonly message: string;
  readonly location: Location;
  readonly hint: string;
  readonly effect: 'incomplete' | 'note';
}

/** A plain value, or why there is none. Null: not set, and the platform has no value of its own. */
export type ReportValue<T> = T | null | { readonly unknown: string } | { readonly oneOf: readonly T[] };

export interface ReportFunction {
  readonly id: string;
  readonly name: string;
  readonly provider: 'aws';
  readonly runtime: ReportValue<string>;
  readonly application: string;
  readonly location: Location;
  /** The condition under which it exists, when not always. */
  readonly when?: string;
  readonly constructPath?: string;
  readonly owner: ReportOwner | null;
  readonly handler: {
    readonly declared: string | null;
    readonly file: string | null;
    readonly export: string | null;
    readonly resolved: boolean;
    readonly reason?: string;
  };
  readonly config: {
    /** Seconds. */
    readonly timeout: ReportValue<number>;
    /** MB. */
    readonly memory: ReportValue<number>;
    readonly reservedConcurrency: ReportValue<number>;
  };
  readonly exposure: string;
  readonly triggers: readonly ReportTrigger[];
  readonly identity: { readonly id: string; readonly shared: boolean } | null;
  readonly reaches: readonly {
    readonly resource: string;
    readonly how: 'reads' | 'writes' | 'invokes';
    readonly via: string;
  }[];
  readonly permissions: ReportPermissions;
  /** Event data on its way to dangerous calls; every one at the default level is a finding too. */
  readonly flows: readonly ReportFlow[];
  readonly hosts: readonly ReportHost[];
  /** Credentials that stand in its configuration or code; never the value. */
  readonly secrets: readonly ReportSecret[];
}

/** What the function needs, what its role allows, and the difference. Resources are written as a template writes them. */
export interface ReportPermissions {
  readonly needed: readonly ReportNeed[];
  /** What the role allows and the function does not need, as the policies write it. */
  readonly excess: readonly ReportExcess[];
  /** Needed and surely refused: it will fail when it is called. */
  readonly missing: readonly ReportNeed[];
  /** Single actions that the role allows; null when the role is not known. */
  readonly held: number | null;
  /** Single actions that are needed. */
  readonly required: number;
  /** Why the answer may not be whole; while there are any, nothing may be taken away by itself. */
  readonly unknown: readonly { readonly reason: string; readonly location: Location | null }[];
}

export interface ReportNeed {
  readonly action: string;
  readonly resources: readonly string[];
  readonly confidence: 'proved' | 'likely' | 'possible';
  /** Under what it is needed; null: always. */
  readonly condition: string | null;
  readonly evidence: readonly { readonly location: Location; readonly message: string }[];
}

export interface ReportExcess {
  readonly action: string;
  readonly resources: readonly string[];
  /** `action`: nothing needs it; `breadth`: it is needed, but not so wide. */
  readonly by: 'action' | 'breadth';
  readonly policy: string;
  readonly location: Location | null;
  /** Other functions with the same role, by their ids, that need it: it is held only because the role is shared. */
  readonly neededBy: readonly string[];
}

export interface ReportSecret {
  /** The rule that knows it: `stripe-live-key`. */
  readonly kind: string;
  /** Equal for equal values of one kind, so that one secret in two places can be told. */
  readonly fingerprint: string;
  readonly location: Location;
}

export interface ReportOwner {
  readonly name: string;
  /** Where it was read: `tag Owner`, `CODEOWNERS line 3`, `leastwise.yaml`. */
  readonly evidence: string;
}

export interface ReportTrigger {
  readonly kind: string;
  readonly source: string;
  readonly route?: string;
  readonly auth: readonly string[];
  readonly exposure: string;
  readonly via: readonly string[];
  readonly invocation: 'sync' | 'async' | 'poll';
  readonly location: Location;
}

export interface ReportResource {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly application: string;
  readonly location: Location;
  readonly exposure: string;
  readonly encrypted: 'customer-key' | 'platform-key' | 'no' | 'unknown' | 'not-applicable';
  readonly readBy: readonly string[];
  readonly writtenBy: readonly string[];
  readonly owner: ReportOwner | null;
}

export interface ReportFlow {
  readonly class: string;
  readonly cwe: number;
  /** What starts the function, and the part of its event: `body.email`. */
  readonly source: { readonly trigger: string; readonly path: string };
  readonly sink: { readonly callee: string; readonly location: Location };
  readonly steps: readonly { readonly location: Location; readonly message: string }[];
  readonly confidence: Confidence;
}

/** A host that the code of a function calls. */
export interface ReportHost {
  /** As far as it is known: `api.stripe.com`, `${PAYMENT_URL}`. */
  readonly host: string;
  readonly tls: boolean | null;
  /** How it authenticates, when that can be seen. */
  readonly credential: string | null;
  readonly location: Location;
}

export interface ReportFinding {
  readonly fingerprint: string;
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly subject: string;
  /** CDK: the construct of the subject; the line that makes it is the last evidence. */
  readonly constructPath?: string;
  /** Ids of the functions that it concerns. */
  readonly functions: readonly string[];
  readonly location: Location;
  readonly evidence: readonly { readonly location: Location; readonly message: string }[];
  /** Null: no flow of data is behind it. */
  readonly flow: ReportFlow | null;
  readonly fix: { readonly kind: FixKind; readonly summary: string };
  readonly mappings: Mappings;
  readonly when?: string;
  readonly suppressed: { readonly by: string; readonly reason: string; readonly until: string | null } | null;
  readonly baseline: 'new' | 'worse' | 'known';
}

export interface ReportCheck {
  readonly check: string;
  /** Subjects that were asked. */
  readonly evaluated: number;
  readonly unknown: number;
  /** Why nothing was evaluated: `no queue in the input`, `turned off in leastwise.yaml`. */
  readonly whyNot: string | null;
}

export interface ReportUnknown {
  readonly location: Location;
  readonly what: string;
  readonly why: string;
  readonly settleWith: string | null;
  readonly check: string | null;
  readonly subject: string | null;
}

export interface ReportSummary {
  readonly functions: number;
  readonly resources: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly fixable: number;
  readonly unknown: number;
}
