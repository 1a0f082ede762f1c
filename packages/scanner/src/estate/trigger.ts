import type { NodeId, SourceRange } from '@leastwise/model';
import type { AuthRequirement } from './auth-requirement.ts';

export type TriggerKind =
  | 'rest-api'
  | 'http-api'
  | 'websocket-api'
  | 'graphql-api'
  | 'function-url'
  | 'load-balancer'
  | 'cloudfront'
  | 'authorizer' // a gateway calls the function to decide
  | 'bucket'
  | 'queue'
  | 'topic'
  | 'table-stream'
  | 'stream'
  | 'kafka'
  | 'message-broker'
  | 'document-db'
  | 'rule' // an EventBridge rule with a pattern
  | 'schedule' // a rule or scheduler with a rate or cron
  | 'pipe'
  | 'state-machine'
  | 'user-pool'
  | 'iot'
  | 'mail'
  | 'log-group'
  | 'delivery-stream'
  | 'secret-rotation'
  | 'config-rule'
  | 'custom-resource'
  | 'macro'
  | 'alarm'
  | 'object-transform' // S3 Object Lambda
  | 'bot' // Lex
  | 'contact-center' // Connect
  | 'agent' // an action group of a Bedrock agent
  | 'file-transfer' // a step of a Transfer Family workflow
  | 'pipeline' // an action of CodePipeline
  | 'destination' // the on-success or on-failure destination of another function
  | 'invoke' // another identity of the estate may call it
  | 'permission'; // a resource policy admits a caller, with no source in the tree

/** One way in which a function is started. The same source may start it in several ways. */
export interface TriggerFacet {
  readonly kind: TriggerKind;
  /** The function itself, even when an alias or version is named. */
  readonly function: NodeId;
  /** The alias or version that is named, if any. */
  readonly qualifier?: NodeId;
  /** The node that starts it, when it is in the estate: API, bucket, queue, rule, ... */
  readonly source?: NodeId;
  /** What people call the source: `POST /orders`, `bucket Photos`, `rate(5 minutes)`, `service s3.amazonaws.com`. */
  readonly label: string;
  /** The route, for ways in through a gateway. */
  readonly route?: NodeId;
  readonly auth: readonly AuthRequirement[];
  readonly invocation: 'sync' | 'async' | 'poll';
  /** Whom a resource policy admits, for `permission`: a service, an account, `*`. */
  readonly principal?: string;
  /** False when the source is there but disabled (`Enabled: false`, `State: DISABLED`). */
  readonly enabled: boolean;
  /** Where the user's text makes this connection. */
  readonly at: SourceRange;
}
