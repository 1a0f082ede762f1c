import type { Estate, NodeOf } from '../../estate/estate.ts';
import type { AuthVerdict } from './auth-verdict.ts';

const words: Readonly<Record<NodeOf<'route'>['facet']['protocol'], string>> = {
  rest: 'API',
  http: 'HTTP API',
  websocket: 'WebSocket API',
  graphql: 'GraphQL API',
  events: 'event API',
  'function-url': 'function URL',
  alb: 'load balancer',
  cloudfront: 'distribution',
};

const callers: Readonly<Record<AuthVerdict['exposure'], string>> = {
  public: 'anyone on the internet',
  'public-sign-up': 'anyone who signs up',
  authenticated: 'only callers who are admitted',
  internal: 'only callers inside',
  unknown: 'callers that are not known',
};

/** `anyone on the internet → POST /orders of API Shop (no authentication)`. */
export function throughGateway(estate: Estate, route: NodeOf<'route'>, verdict: AuthVerdict): string {
  const { api, method, path, protocol } = route.facet;
  const gateway = estate.nodes.get(api);
  const place = `${method} ${path}`.trim() + (gateway === undefined ? '' : ` of ${words[protocol]} ${gateway.name}`);
  return callerOf(verdict, place);
}

/** `anyone on the internet → viewer-request * of distribution Site (no authentication)`. */
export function callerOf(verdict: AuthVerdict, place: string): string {
  return `${callers[verdict.exposure]} → ${place} (${verdict.message})`;
}
