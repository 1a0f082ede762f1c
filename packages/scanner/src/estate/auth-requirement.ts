import type { NodeId, SourceRange } from '@leastwise/model';

/**
 * One thing a caller must pass. Authentication of a way in is a list of all that apply. An API key is no authentication
 * (it names a client of a usage plan), so a way in that asks for nothing else is still public.
 * `network` means that only callers inside a private network or VPC endpoint get there at all.
 */
export interface AuthRequirement {
  readonly kind:
    | 'iam'
    | 'jwt'
    | 'cognito'
    | 'lambda-authorizer'
    | 'api-key'
    | 'resource-policy'
    | 'signature'
    | 'mutual-tls'
    | 'network'
    | 'unknown';
  /** Where it is written. */
  readonly at: SourceRange;
  /** The authorizer, user pool, policy or role behind it. */
  readonly node?: NodeId;
  /** OAuth scopes that are asked for, when known. */
  readonly scopes?: readonly string[];
  /** For `unknown`: why. For others: what a reader should know (`identity source is empty`). */
  readonly note?: string;
  readonly settleWith?: string;
  /** Nobody at all can pass: the platform refuses every caller. */
  readonly refusesAll?: true;
  /** For `network`: a private address that every account can make an endpoint to. */
  readonly ofAnyAccount?: true;
}
