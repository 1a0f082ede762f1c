import type { CompiledPolicies, Policies } from '@leastwise/iam';
import type { TargetKind } from './paths/path.ts';

/** A role, user or group with all that limits it, as plain policies. Ids are those of the caller. */
export interface Identity {
  readonly id: string;
  readonly kind: 'role' | 'user' | 'group';
  readonly name: string;
  readonly arn: string;
  readonly policies: Policies;
  readonly compiled: CompiledPolicies;
  /** The boundary, asked as if it were all that the identity holds. Undefined: nothing limits it. */
  readonly limit?: CompiledPolicies;
  /** Of a role: its trust policy. Undefined: not known. */
  readonly trust?: unknown;
  /** Ids of the groups of a user. */
  readonly groups: readonly string[];
  /** ARNs of the customer managed policies that it holds. */
  readonly heldPolicies: readonly string[];
}

/** Something that exists and runs as a role: a function, a build project, the bucket that a function is deployed from. */
export interface Holder {
  readonly id: string;
  readonly kind: TargetKind;
  readonly name: string;
  readonly arn: string;
  readonly role: string;
}

/** Identities and what runs as them, all of one account. */
export interface Account {
  readonly identities: ReadonlyMap<string, Identity>;
  readonly holders: readonly Holder[];
}
