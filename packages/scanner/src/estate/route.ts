import type { NodeId, SourceRange, Value } from '@leastwise/model';
import type { AuthRequirement } from './auth-requirement.ts';

/**
 * One route of a gateway, however it was written: a method resource, an operation of an OpenAPI body, a route of an HTTP
 * or WebSocket API, a GraphQL field's resolver, a listener rule, a function URL.
 */
export interface RouteFacet {
  /** The gateway: REST API, HTTP API, GraphQL API, load balancer, or the function URL itself. */
  readonly api: NodeId;
  readonly protocol: 'rest' | 'http' | 'websocket' | 'graphql' | 'events' | 'function-url' | 'alb' | 'cloudfront';
  /** `GET`, `ANY`; for WebSocket, GraphQL and event APIs `''`. `*` where the document of the API cannot be read. */
  readonly method: string;
  /** `/orders/{id}`, `$default`, `$connect`, `Mutation.placeOrder`; a `Value` part that is not known prints as `${?}`. */
  readonly path: string;
  /**
   * All that must be passed to get through this route, api-wide requirements (resource policy, mutual TLS) included.
   * Empty: nothing. An entry `unknown` carries the reason.
   */
  readonly auth: readonly AuthRequirement[];
  /**
   * Other ways through, each a list of all that it asks: the further providers that a GraphQL field admits. `auth` is the
   * weakest of them, so who only asks "how open is it" need not look here.
   */
  readonly alternatives: readonly (readonly AuthRequirement[])[];
  /** WebSocket: the `$connect` route, which alone is asked; `auth` of the others is what it asks. */
  readonly decidedBy?: NodeId;
  /** Where the authorization of this route is, or would be, written. */
  readonly authAt: SourceRange;
  /** The integration that a call reaches. */
  readonly integration: {
    readonly kind: 'lambda' | 'service' | 'http' | 'mock' | 'vpc-link' | 'unknown';
    /** The function, alias or version that it names; or the queue, state machine, ... of a service integration. */
    readonly target?: NodeId;
    readonly uri: Value;
    readonly credentials: Value;
    /** Milliseconds. */
    readonly timeout: Value<number>;
    readonly asynchronous: boolean;
    readonly at: SourceRange;
  };
  /** REST: whether body and parameters are validated by a request validator with a model or parameters. */
  readonly validated: Value<boolean>;
  /** A preflight answer that carries no data: an OPTIONS method with a mock integration, or the CORS of an HTTP API. */
  readonly preflight: boolean;
}
