import type { Linker } from '../estate.ts';
import type { RouteFacet } from '../route.ts';
import type { TriggerKind } from '../trigger.ts';
import { addTrigger } from './add-trigger.ts';
import { functionNamed } from './function-named.ts';

const kindOf = {
  rest: 'rest-api',
  http: 'http-api',
  websocket: 'websocket-api',
  graphql: 'graphql-api',
  events: 'graphql-api',
  'function-url': 'function-url',
  alb: 'load-balancer',
  cloudfront: 'cloudfront',
} as const satisfies Record<RouteFacet['protocol'], TriggerKind>;

/** Routes whose integration is a function. */
export const linkRoutes: Linker = (estate) => {
  for (const route of estate.of('route')) {
    const { integration } = route.facet;
    if (integration.kind !== 'lambda') continue;
    const target = functionNamed(estate, integration.target) ?? estate.functionOf(integration.uri);
    if (target === undefined) continue;
    addTrigger(estate, {
      kind: kindOf[route.facet.protocol],
      target,
      source: route.facet.api,
      route: route.id,
      label: `${route.facet.method} ${route.facet.path}`.trim(),
      auth: route.facet.auth,
      invocation: integration.asynchronous ? 'async' : 'sync',
      at: integration.at,
    });
  }
};
