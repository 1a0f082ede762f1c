import { asList, asMap, asText, type Value } from '@leastwise/model';
import { editableMap, entriesOf, flagOf, get, isMap, isSet } from '../read-value.ts';
import type { Maker } from '../made.ts';
import type { SamResource, Workbench } from '../workbench.ts';
import type { ApiDraft } from './api-draft.ts';
import { childMap, integrationKey, isDefinition, pathsOf } from './open-api.ts';
import { authorizerUri, identitySources } from './rest-authorizers.ts';
import { iamScheme } from './security.ts';

const authorizerKey = 'x-amazon-apigateway-authorizer';

/** `Auth` of an HTTP API: its authorizers as security schemes, and the default one on every route. */
export function addHttpAuth(draft: ApiDraft, bench: Workbench): void {
  const { owner, body } = draft;
  const auth = owner.properties.get('Auth');
  if (!isSet(auth)) return;
  checkAuth(owner, auth, bench);
  const map = editableMap(body);
  if (map === undefined || !isDefinition(body) || !isMap(auth)) {
    if (body === undefined || body.kind === 'known') {
      bench.invalid(
        auth.origin,
        `Auth of ${owner.logicalId} needs an OpenAPI 3 definition in the template.`,
        'Write DefinitionBody.',
      );
    }
    return;
  }
  const make = bench.makeAt(auth.origin);
  const schemes = httpAuthorizers(owner, auth, bench);
  if (schemes.size > 0) {
    const components = childMap(map, 'components', make);
    const defined = components === undefined ? undefined : childMap(components, 'securitySchemes', make);
    for (const [name, scheme] of schemes) defined?.set(name, scheme);
  }
  const byDefault = get(auth, 'DefaultAuthorizer');
  const name = byDefault === undefined ? undefined : asText(byDefault);
  if (!isSet(byDefault)) return;
  const at = bench.makeAt(byDefault.origin);
  checkOperations(draft, bench);
  if (byDefault.kind !== 'known') return applyDefault(body, byDefault, at);
  if (name === undefined || !schemes.has(name)) {
    bench.invalid(
      byDefault.origin,
      `${owner.logicalId} defines no authorizer ${name ?? 'of this name'}.`,
      'Define it under Authorizers.',
    );
    if (name === undefined) return;
  }
  applyDefault(body, at.of({ [name]: get(auth, 'Authorizers', name, 'AuthorizationScopes') ?? [] }), at);
}

/** What cannot be a route although the default authorizer is to stand in front of it. */
function checkOperations({ owner, body }: ApiDraft, bench: Workbench): void {
  for (const [path, item] of body === undefined ? [] : pathsOf(body)) {
    for (const [method, operation] of editableMap(item) ?? []) {
      const isEmpty = operation.kind === 'known' && operation.value === null;
      if (!isEmpty && method.toLowerCase() !== 'any') continue;
      bench.invalid(
        operation.origin,
        `${method} ${path} in the definition of ${owner.logicalId} is no operation.`,
        'Write an operation under a method, or under x-amazon-apigateway-any-method.',
      );
    }
  }
}

function applyDefault(body: Value, requirement: Value, make: Maker): void {
  for (const item of pathsOf(body).values()) {
    for (const [method, value] of editableMap(item) ?? []) {
      const operation = editableMap(value);
      if (operation === undefined || method.toLowerCase() === 'options' || method === 'parameters') continue;
      if (!isSet(operation.get(integrationKey)) || isSet(operation.get('security'))) continue;
      operation.set('security', make.of([requirement]));
    }
  }
}

function httpAuthorizers(owner: SamResource, auth: Value, bench: Workbench): ReadonlyMap<string, Value> {
  const schemes = new Map<string, Value>();
  const iam = get(auth, 'EnableIamAuthorizer');
  if (iam !== undefined && flagOf(iam) === true)
    schemes.set('AWS_IAM', bench.makeAt(iam.origin).of(iamScheme('awsSigv4')));
  for (const [name, authorizer] of entriesOf(get(auth, 'Authorizers'))) {
    if (authorizer.kind === 'known' && !isMap(authorizer)) {
      bench.invalid(authorizer.origin, `The authorizer ${name} of ${owner.logicalId} is no map.`, 'Write it as a map.');
      continue;
    }
    check(owner, name, authorizer, bench);
    const make = bench.makeAt(authorizer.origin);
    schemes.set(
      name,
      isSet(get(authorizer, 'JwtConfiguration')) ? jwtScheme(authorizer, make) : requestScheme(authorizer, make),
    );
  }
  return schemes;
}

function jwtScheme(authorizer: Value, make: Maker): Value {
  const configuration = entriesOf(get(authorizer, 'JwtConfiguration')).map(
    ([key, value]) => [key.toLowerCase(), value] as const,
  );
  return make.of({
    type: 'oauth2',
    [authorizerKey]: {
      jwtConfiguration: Object.fromEntries(configuration),
      identitySource: get(authorizer, 'IdentitySource'),
      type: 'jwt',
    },
  });
}

const httpSources = {
  Headers: '$request.header.',
  QueryStrings: '$request.querystring.',
  StageVariables: '$stageVariables.',
  Context: '$context.',
};

function requestScheme(authorizer: Value, make: Maker): Value {
  const role = get(authorizer, 'FunctionInvokeRole');
  const identity = get(authorizer, 'Identity');
  const simple = get(authorizer, 'EnableSimpleResponses');
  return make.of({
    type: 'apiKey',
    name: 'Unused',
    in: 'header',
    [authorizerKey]: {
      type: 'request',
      authorizerUri: authorizerUri(make, get(authorizer, 'FunctionArn')),
      authorizerCredentials: isSet(role) && asText(role) !== 'NONE' ? role : undefined,
      authorizerResultTtlInSeconds: get(identity, 'ReauthorizeEvery'),
      identitySource: isSet(identity) ? identitySources(identity, httpSources) : undefined,
      authorizerPayloadFormatVersion: get(authorizer, 'AuthorizerPayloadFormatVersion'),
      enableSimpleResponses: isSet(simple) ? simple : undefined,
    },
  });
}

const jwtOnly = ['AuthorizationScopes', 'IdentitySource'];
const lambdaOnly = [
  'FunctionArn',
  'FunctionInvokeRole',
  'Identity',
  'AuthorizerPayloadFormatVersion',
  'EnableSimpleResponses',
  'EnableFunctionDefaultPermissions',
];

function check(owner: SamResource, name: string, authorizer: Value, bench: Workbench): void {
  const wrong = (at: Value, what: string, hint: string): void =>
    bench.invalid(at.origin, `The authorizer ${name} of ${owner.logicalId} ${what}.`, hint);
  const has = (key: string): boolean => isSet(get(authorizer, key));
  if (get(authorizer, 'OpenIdConnectUrl') !== undefined)
    wrong(authorizer, 'uses OpenIdConnectUrl, which SAM took out', 'Write JwtConfiguration.');
  const jwt = has('JwtConfiguration');
  const configuration = get(authorizer, 'JwtConfiguration');
  if (configuration?.kind === 'known' && isSet(configuration) && !isMap(configuration))
    wrong(configuration, 'has a JwtConfiguration that is no map', 'Write issuer and audience.');
  if (jwt && !has('IdentitySource'))
    wrong(authorizer, 'checks tokens, but names no IdentitySource', 'Write IdentitySource.');
  if (!jwt && !has('FunctionArn'))
    wrong(authorizer, 'has neither JwtConfiguration nor FunctionArn', 'Write one of them.');
  if (!jwt && !has('AuthorizerPayloadFormatVersion'))
    wrong(authorizer, 'has no AuthorizerPayloadFormatVersion', 'Write 1.0 or 2.0.');
  for (const key of jwt ? lambdaOnly : jwtOnly) {
    const value = get(authorizer, key);
    if (value !== undefined) wrong(value, `has ${key}, which only the other kind of authorizer takes`, 'Leave it out.');
  }
  const scopes = get(authorizer, 'AuthorizationScopes');
  if (scopes?.kind === 'known' && asList(scopes) === undefined)
    wrong(scopes, 'takes AuthorizationScopes as a list', 'Write a list.');
  const identity = get(authorizer, 'Identity');
  if (identity?.kind === 'known' && !isMap(identity))
    wrong(identity, 'has an Identity that is no map', 'Write it as a map.');
  for (const part of Object.keys(httpSources)) {
    const list = get(identity, part);
    if (list?.kind === 'known' && (asList(list)?.some((item) => asText(item) === undefined) ?? true))
      wrong(list, `takes ${part} as a list of texts`, 'Write a list.');
  }
  const grants = get(authorizer, 'EnableFunctionDefaultPermissions');
  if (grants?.kind === 'known' && typeof grants.value !== 'boolean')
    wrong(grants, 'takes EnableFunctionDefaultPermissions as true or false', 'Write true or false.');
}

function checkAuth(owner: SamResource, auth: Value, bench: Workbench): void {
  const known = new Set(['Authorizers', 'DefaultAuthorizer', 'EnableIamAuthorizer']);
  const map = asMap(auth);
  if (map === undefined && auth.kind === 'known')
    bench.invalid(auth.origin, `Auth of ${owner.logicalId} is no map.`, 'Write it as a map.');
  for (const [key, value] of map ?? []) {
    if (!known.has(key))
      bench.invalid(
        value.origin,
        `Auth of an HTTP API has no ${key} (${owner.logicalId}).`,
        `Use ${[...known].join(', ')}.`,
      );
  }
  const authorizers = map?.get('Authorizers');
  if (isSet(authorizers) && authorizers.kind === 'known' && !isMap(authorizers)) {
    bench.invalid(
      authorizers.origin,
      `Authorizers of ${owner.logicalId} is no map.`,
      'Write each authorizer under its name.',
    );
  }
}
