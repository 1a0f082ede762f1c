import { isAbsent, settled, type NodeId, type Value } from '@leastwise/model';
import type { AuthRequirement } from '../auth-requirement.ts';
import type { EstateBuilder, NodeOf } from '../estate.ts';
import { addRoute } from './add-route.ts';
import { httpIntegration } from './http-integration.ts';
import { linkUnreadDocument } from './link-unread-document.ts';
import { methodAuth } from './method-auth.ts';
import { mutualTlsRequirement } from './mutual-tls.ts';
import { operationsOf } from './openapi-document.ts';
import { operationIntegration } from './openapi-integration.ts';
import { schemesOf } from './openapi-schemes.ts';
import { operationAuth } from './openapi-security.ts';
import { readIntegration } from './read-integration.ts';

/** HTTP APIs have no validators: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html */
const neverValidated = (at: NodeOf<'http-api'>['at']): Value<boolean> => ({
  kind: 'absent',
  origin: at,
  default: false,
});

/** Routes of HTTP and WebSocket APIs: operations of their documents, the quick-create target, route resources. */
export function linkHttp(estate: EstateBuilder): void {
  const wide = new Map<NodeId, readonly AuthRequirement[]>();
  for (const api of estate.of('http-api')) {
    wide.set(api.id, mutualTlsRequirement(estate, api.id, settled(api.facet.defaultEndpointDisabled) === true));
    linkDocument(estate, api, wide.get(api.id) ?? []);
    linkQuickCreate(estate, api, wide.get(api.id) ?? []);
    linkUnreadDocument(estate, api, 'http');
  }
  const routes = estate.of('http-route');
  const connects = connectRoutes(estate, routes);
  for (const route of routes) linkRoute(estate, route, wide, connects);
}

function linkDocument(estate: EstateBuilder, api: NodeOf<'http-api'>, wide: readonly AuthRequirement[]): void {
  const document = api.facet.body;
  const schemes = schemesOf(estate, api, document);
  for (const operation of operationsOf(document).operations) {
    const asked = operationAuth(estate, document, operation.value, schemes);
    const { method, path } = operation;
    const name = path === '/$default' ? '$default' : `${method} ${path}`;
    addRoute(estate, {
      facet: {
        api: api.id,
        protocol: 'http',
        method,
        path: path === '/$default' ? '$default' : path,
        // HTTP APIs know no API keys: a scheme that asks for one has no effect.
        auth: [...asked.auth.filter((requirement) => requirement.kind !== 'api-key'), ...wide],
        alternatives: [],
        authAt: asked.at,
        integration: operationIntegration(estate, document, operation, 30_000),
        validated: neverValidated(api.at),
        preflight: false,
      },
      suffix: name,
      at: operation.at,
      keyRange: operation.at,
      properties: operation.value,
      stack: api.stack,
      writtenIn: api.id,
    });
  }
}

/** Quick create makes one catch-all route that asks for nothing. */
function linkQuickCreate(estate: EstateBuilder, api: NodeOf<'http-api'>, wide: readonly AuthRequirement[]): void {
  const { target, credentials, routeKey } = api.facet;
  if (isAbsent(target)) return;
  const key = settled(routeKey) ?? '$default';
  const at = target.origin;
  addRoute(estate, {
    facet: {
      api: api.id,
      protocol: 'http',
      ...splitKey(key, 'http'),
      auth: wide,
      alternatives: [],
      authAt: at,
      integration: readIntegration(estate, {
        present: true,
        type: { kind: 'absent', origin: at },
        uri: target,
        credentials,
        connectionType: { kind: 'absent', origin: at },
        timeout: { kind: 'absent', origin: at, default: 30_000 },
        parameters: [],
        templates: [],
        at,
      }),
      validated: neverValidated(at),
      preflight: false,
    },
    suffix: key,
    at,
    keyRange: at,
    properties: api.properties,
    stack: api.stack,
    writtenIn: api.id,
  });
}

/**
 * A WebSocket API authorizes at `$connect` only; messages on other routes come over the connection that it let in.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html
 */
function connectRoutes(
  estate: EstateBuilder,
  routes: readonly NodeOf<'http-route'>[],
): ReadonlyMap<NodeId, NodeOf<'http-route'>> {
  const connects = new Map<NodeId, NodeOf<'http-route'>>();
  for (const route of routes) {
    const api = estate.resolve(route.facet.api, 'http-api')?.id;
    if (api !== undefined && settled(route.facet.key) === '$connect') connects.set(api, route);
  }
  return connects;
}

function linkRoute(
  estate: EstateBuilder,
  node: NodeOf<'http-route'>,
  wide: ReadonlyMap<NodeId, readonly AuthRequirement[]>,
  connects: ReadonlyMap<NodeId, NodeOf<'http-route'>>,
): void {
  const { facet } = node;
  const api = estate.get(estate.resolve(facet.api, 'http-api')?.id, 'http-api');
  const key = settled(facet.key) ?? '${?}';
  const isSocket =
    api === undefined
      ? /^\$(connect|disconnect)$/.test(key)
      : settled(api.facet.protocol)?.toUpperCase() === 'WEBSOCKET';
  const connect = isSocket && api !== undefined && key !== '$connect' ? connects.get(api.id) : undefined;
  const asked =
    isSocket && api !== undefined && connect === undefined && key !== '$connect'
      ? []
      : methodAuth(estate, connect?.facet ?? facet);
  addRoute(estate, {
    facet: {
      api: api?.id ?? node.id,
      protocol: isSocket ? 'websocket' : 'http',
      ...splitKey(key, isSocket ? 'websocket' : 'http'),
      auth: [
        ...(isSocket ? asked : asked.filter(({ kind }) => kind !== 'api-key')),
        ...(api === undefined ? [] : (wide.get(api.id) ?? [])),
      ],
      alternatives: [],
      ...(connect === undefined || api === undefined ? {} : { decidedBy: `${api.id}/$connect` }),
      authAt: facet.auth.origin,
      integration: httpIntegration(estate, facet.target, isSocket ? 29_000 : 30_000),
      validated: neverValidated(node.at),
      preflight: false,
    },
    suffix: key,
    at: node.at,
    keyRange: node.keyRange,
    properties: node.properties,
    stack: node.stack,
    writtenIn: node.id,
  });
}

function splitKey(key: string, protocol: 'http' | 'websocket'): { method: string; path: string } {
  const space = key.indexOf(' ');
  if (protocol === 'websocket' || space === -1) return { method: protocol === 'http' ? 'ANY' : '', path: key };
  return { method: key.slice(0, space).toUpperCase(), path: key.slice(space + 1).trim() };
}
