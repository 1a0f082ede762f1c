import type { FixIntent } from './fix-intent.ts';
import type { SourceRange } from './source-range.ts';
import type { NodeId } from './value.ts';

export const severities = ['info', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];
export type Confidence = 'low' | 'medium' | 'high';
export type FixKind = 'safe' | 'review' | 'none';

/** The identifiers of a check elsewhere: weakness lists, control frameworks and the peers' rules. */
export interface Mappings {
  /** OWASP Serverless Top 10, `SAS-1` to `SAS-10`. */
  readonly owasp?: readonly string[];
  /** CSA, The 12 Most Critical Risks for Serverless Applications, `CSA-1` to `CSA-12`. */
  readonly csa?: readonly string[];
  readonly cwe?: readonly number[];
  /** AWS Foundational Security Best Practices: `Lambda.1`. */
  readonly fsbp?: readonly string[];
  /** MITRE ATT&CK techniques: `T1190`. */
  readonly attack?: readonly string[];
  readonly checkov?: readonly string[];
  readonly kics?: readonly string[];
  readonly cfn_nag?: readonly string[];
  readonly trivy?: readonly string[];
  readonly prowler?: readonly string[];
  readonly cdk_nag?: readonly string[];
}

export interface Evidence {
  readonly at: SourceRange;
  /** What this place shows: `the role of the function allows dynamodb:* here`. */
  readonly message: string;
}

/** Data of somebody else on its way to a dangerous call. */
export interface FindingFlow {
  /** `sql-injection`. */
  readonly class: string;
  readonly cwe: number;
  readonly source: { readonly trigger: string; readonly path: string };
  readonly sink: { readonly callee: string; readonly at: SourceRange };
  /** From the source to the sink, both included. */
  readonly steps: readonly Evidence[];
  readonly confidence: Confidence;
}

/** One bad state of one subject, with its evidence. */
export interface Finding {
  /** First 16 hex digits of SHA-256 over check, subject id and key; holds no line. */
  readonly fingerprint: string;
  readonly check: string;
  /** One sentence about this very case. */
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly subject: NodeId;
  /** The functions it concerns, for grouping; may be empty (a bucket that no function uses). */
  readonly functions: readonly NodeId[];
  /** CDK: `PhotoShop/Resize/Resource`. */
  readonly constructPath?: string;
  readonly at: SourceRange;
  readonly evidence: readonly Evidence[];
  readonly flow?: FindingFlow;
  readonly fix: { readonly kind: FixKind; readonly summary: string };
  /** What the fix wants, for the writers of `leastwise fix`; all of them or none. Reports leave it out. */
  readonly intents?: readonly FixIntent[];
  readonly mappings: Mappings;
  /** The condition under which it holds, when not in every assignment: `Stage=prod`. */
  readonly when?: string;
  readonly suppressed?: { readonly by: string; readonly reason: string; readonly until?: string };
}

/** A value that a check needed and that the text does not give. */
export interface OpenQuestion {
  readonly at: SourceRange;
  /** What is not known: `AuthType of the function URL`. */
  readonly what: string;
  readonly why: string;
  readonly settleWith?: string;
  readonly check: string;
  readonly subject: NodeId;
}
