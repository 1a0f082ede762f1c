/** A policy document as JSON, with the name that explanations call it by. */
export interface NamedPolicy {
  readonly name: string;
  /** As AWS has it: an object, or its JSON text. */
  readonly document: unknown;
}

/** The policies attached to one level of an organization: the root, an organizational unit, the account. */
export interface PolicyLevel {
  readonly name: string;
  readonly policies: readonly NamedPolicy[];
}

/**
 * Every policy that applies to a request. A type that is left out (or undefined) is not there: no boundary limits nothing, no
 * identity policy allows nothing. A type of which nobody knows whether it is there is named in `unknown`.
 */
export interface Policies {
  /** Inline, managed and group policies of the principal. */
  readonly identity?: readonly NamedPolicy[];
  /** The permissions boundary of the user or role. An empty list is a boundary that allows nothing. */
  readonly boundary?: readonly NamedPolicy[];
  /** What was given when the session was made; together they are one ceiling. */
  readonly session?: readonly NamedPolicy[];
  /** SCPs of the principal's account, one entry each level; every level must allow. */
  readonly serviceControl?: readonly PolicyLevel[];
  /** RCPs of the resource's account, one entry each level; every level must allow. */
  readonly resourceControl?: readonly PolicyLevel[];
  /** The policy of the resource: bucket policy, key policy, trust policy of a role, ... */
  readonly resource?: readonly NamedPolicy[];
  /** Of the VPC endpoint that the request goes through. */
  readonly vpcEndpoint?: readonly NamedPolicy[];
  /** Grants on the KMS key. */
  readonly grants?: readonly KmsGrant[];
  /** SCPs and RCPs do not touch the principals and the resources of this account. */
  readonly managementAccount?: string;
  /** Types of which it is not known whether there are (further) policies. Whatever they could change is Unknown. */
  readonly unknown?: readonly PolicyType[];
}

export type PolicyType =
  | 'identity'
  | 'boundary'
  | 'session'
  | 'serviceControl'
  | 'resourceControl'
  | 'resource'
  | 'vpcEndpoint';

/** https://docs.aws.amazon.com/kms/latest/developerguide/grants.html */
export interface KmsGrant {
  readonly name?: string;
  /** ARN of the key. */
  readonly key: string;
  readonly granteePrincipal: string;
  /** `Decrypt`, `GenerateDataKey`, ... */
  readonly operations: readonly string[];
  readonly encryptionContextSubset?: { readonly [key: string]: string };
  readonly encryptionContextEquals?: { readonly [key: string]: string };
}
