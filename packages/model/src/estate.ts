import type { SourceRange } from './source-range.ts';
import type { NodeId, Value } from './value.ts';

/** Edges are verbs; `from` does it to `to`. */
export type EdgeVerb =
  | 'starts' // a source or principal starts a function
  | 'routesTo' // a route, rule or subscription hands on to a target
  | 'authorizedBy'
  | 'protectedBy' // a web ACL
  | 'assumes' // a function or service runs as an identity
  | 'attachedTo' // a policy to an identity or resource
  | 'allows'
  | 'reads'
  | 'writes'
  | 'invokes'
  | 'encryptsWith'
  | 'logsTo'
  | 'deploys'
  | 'ships'
  | 'imports'
  | 'calls'
  | 'owns'
  | 'references'; // mentions it, with no meaning known

export interface Edge {
  readonly verb: EdgeVerb;
  readonly from: NodeId;
  readonly to: NodeId;
  /** Where the user's text says so. */
  readonly at: SourceRange;
  /** What a person should read with it: `through environment variable TABLE`. */
  readonly note?: string;
}

/** A node of the estate. `facet` is typed by `kind`; a type without a mapping has kind `other` and no facet. */
export interface EstateNode<Kind extends string = string, Facet = unknown> {
  readonly id: NodeId;
  readonly kind: Kind;
  /** The provider's word: `AWS::S3::Bucket`. Checks do not look at it. */
  readonly type: string;
  /** What people call it: the given name where known, else the logical id. */
  readonly name: string;
  readonly facet: Facet;
  /** The entry in the template. */
  readonly at: SourceRange;
  /** The key of that entry: what a one-line pointer underlines. */
  readonly keyRange: SourceRange;
  /** The properties as read; for `explain` and for nodes without a facet. */
  readonly properties: Value;
  readonly generatedFrom?: { readonly id: NodeId; readonly by: string };
  readonly constructPath?: string;
  /** CDK with stack traces: where in the user's program the construct is made. */
  readonly constructOrigin?: SourceRange;
  readonly metadata?: Value;
  readonly stack: string;
}
