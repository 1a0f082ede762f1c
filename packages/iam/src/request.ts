/** One request to judge, or with patterns in `action` and `resource` all requests that they stand for. */
export interface AccessRequest {
  /**
   * Who asks. Left out: some principal that the identity policies are attached to, which no more is known of.
   */
  readonly principal?: RequestPrincipal;
  /** `s3:GetObject`; or a pattern such as `s3:Get*`, which is allowed only when all of it is. */
  readonly action: string;
  /**
   * The ARN of the resource, or a pattern of ARNs. `*` alone is what a request has whose action knows no resource, such as
   * `s3:ListAllMyBuckets`; it matches only statements that say so.
   */
  readonly resource: string | RequestResource;
  /** Condition keys of the request; letter case of keys does not count. A list is a key with several values. */
  readonly context?: RequestContext;
  /** Keys, or patterns of keys, whose value nobody knows: `aws:SourceIp`, `aws:PrincipalTag/*`, `*` for all that `context` does not give. */
  readonly unknownKeys?: readonly string[];
}

export interface RequestContext {
  readonly [key: string]: string | number | boolean | readonly (string | number | boolean)[];
}

export interface RequestResource {
  readonly arn: string;
  /** The account that owns it. Left out: the account in the ARN; without one (S3), the account of the principal. */
  readonly account?: string;
}

/**
 * The ARN of a user, role, role session (`arn:aws:sts::...:assumed-role/name/session`), federated user or account root; an
 * account id, which is its root user; a service (`events.amazonaws.com`); an identity provider (`accounts.google.com`, or its
 * ARN); `*` for an anonymous request. A role's ARN is some session of the role.
 */
export type RequestPrincipal = string | PrincipalDetails;

export interface PrincipalDetails {
  readonly arn: string;
  /** For a session: the ARN of its role with its path. */
  readonly roleArn?: string;
  /** For a federated user: the IAM user who asked for the session. */
  readonly issuer?: string;
  /** `aws:userid`. */
  readonly userId?: string;
  /** The canonical user id of the account, which some bucket policies name. */
  readonly canonicalUser?: string;
}
