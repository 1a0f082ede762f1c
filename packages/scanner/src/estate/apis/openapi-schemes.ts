import { asMap, asText, member, type NodeId, type SourceRange, type Value } from '@leastwise/model';
import type { EstateBuilder, NodeOf } from '../estate.ts';
import { data, number, text, values } from '../mapping.ts';
import { dereference } from './openapi-document.ts';

/** What a security scheme of a document makes the gateway ask. */
export interface Scheme {
  readonly name: string;
  readonly asks: 'iam' | 'jwt' | 'cognito' | 'lambda-authorizer' | 'api-key' | 'unknown';
  /** The authorizer that stands for it in the estate. */
  readonly authorizer?: NodeId;
  readonly at: SourceRange;
  /** For `unknown`: why. */
  readonly note?: string;
}

type Gateway = NodeOf<'rest-api'> | NodeOf<'http-api'>;

/**
 * Reads `securityDefinitions` or `components.securitySchemes` and adds a node for every authorizer among them.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
 */
export function schemesOf(estate: EstateBuilder, api: Gateway, document: Value): ReadonlyMap<string, Scheme> {
  const schemes = new Map<string, Scheme>();
  for (const place of [member(document, 'securityDefinitions'), member(document, 'components', 'securitySchemes')]) {
    for (const [name, written] of asMap(place) ?? []) {
      schemes.set(name, readScheme(estate, api, name, dereference(document, written)));
    }
  }
  return schemes;
}

function readScheme(estate: EstateBuilder, api: Gateway, name: string, scheme: Value): Scheme {
  const at = scheme.origin;
  const authType = asText(member(scheme, 'x-amazon-apigateway-authtype'))?.toLowerCase();
  if (authType === 'awssigv4') return { name, asks: 'iam', at };
  const written = member(scheme, 'x-amazon-apigateway-authorizer');
  if (written.kind !== 'absent') return authorizerScheme(estate, api, name, scheme, written);
  const type = asText(member(scheme, 'type'));
  if (type === 'apiKey' && asText(member(scheme, 'name'))?.toLowerCase() === 'x-api-key')
    return { name, asks: 'api-key', at };
  return {
    name,
    asks: 'unknown',
    at,
    note: `Security scheme ${name} has no x-amazon-apigateway-authorizer, and what the import makes of it is not documented.`,
  };
}

const asksOf: Readonly<Record<string, Scheme['asks']>> = {
  token: 'lambda-authorizer',
  request: 'lambda-authorizer',
  cognito_user_pools: 'cognito',
  jwt: 'jwt',
};

function authorizerScheme(estate: EstateBuilder, api: Gateway, name: string, scheme: Value, written: Value): Scheme {
  const type = asText(member(written, 'type'))?.toLowerCase();
  const asks = asksOf[type ?? ''];
  const id = `${api.id}/authorizers/${name}`;
  if (!estate.nodes.has(id)) estate.add(authorizerNode(api, id, name, scheme, written));
  return asks === undefined
    ? {
        name,
        asks: 'unknown',
        authorizer: id,
        at: written.origin,
        note: `The type of authorizer ${name} is not known.`,
      }
    : { name, asks, authorizer: id, at: written.origin };
}

function authorizerNode(
  api: Gateway,
  id: NodeId,
  name: string,
  scheme: Value,
  written: Value,
): NodeOf<'rest-authorizer'> | NodeOf<'http-authorizer'> {
  const node = {
    id,
    type: 'x-amazon-apigateway-authorizer',
    name,
    at: scheme.origin,
    keyRange: scheme.origin,
    properties: scheme,
    stack: api.stack,
    generatedFrom: { id: api.id, by: 'openapi' },
  };
  const apiReference = { kind: 'reference', node: api.id, attribute: 'Ref', origin: scheme.origin } as const;
  const named = { kind: 'known', value: name, origin: scheme.origin } as const;
  const type = upper(text('type').read(written));
  if (api.kind === 'rest-api') {
    return {
      ...node,
      kind: 'rest-authorizer',
      facet: {
        name: named,
        api: apiReference,
        type,
        uri: data('authorizerUri').read(written),
        credentials: data('authorizerCredentials').read(written),
        identitySource: restIdentitySource(scheme, written),
        validation: text('identityValidationExpression').read(written),
        providers: values('providerARNs').read(written),
        cacheTime: number('authorizerResultTtlInSeconds', { default: 300 }).read(written),
      },
    };
  }
  return {
    ...node,
    kind: 'http-authorizer',
    facet: {
      name: named,
      api: apiReference,
      type,
      uri: data('authorizerUri').read(written),
      credentials: data('authorizerCredentials').read(written),
      identitySources: values('identitySource').read(written),
      issuer: data('jwtConfiguration.issuer').read(written),
      audiences: values('jwtConfiguration.audience').read(written),
      cacheTime: number('authorizerResultTtlInSeconds', { default: 0 }).read(written),
      simpleResponses: { kind: 'absent', origin: written.origin, default: false },
    },
  };
}

/** A token authorizer reads the header that the scheme names. */
function restIdentitySource(scheme: Value, written: Value): Value<string> {
  const source = text('identitySource').read(written);
  const header = asText(member(scheme, 'name'));
  if (source.kind !== 'absent' || header === undefined || asText(member(written, 'type'))?.toLowerCase() === 'request')
    return source;
  return { kind: 'known', value: `method.request.header.${header}`, origin: member(scheme, 'name').origin };
}

function upper(value: Value<string>): Value<string> {
  return value.kind === 'known' ? { ...value, value: value.value.toUpperCase() } : value;
}
