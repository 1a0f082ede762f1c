import { asMap, asText, type Value } from '@leastwise/model';
import { entriesOf, flagOf, get, isMap, isSet } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';
import type { ApiDraft } from './api-draft.ts';
import { isDefinition, operationsOf, pathsOf } from './open-api.ts';
import { addCustomStatements, addResourcePolicy } from './resource-policy.ts';
import { toVersion3 } from './to-version-3.ts';
import { restAuthorizers } from './rest-authorizers.ts';
import {
  addApiKeyDefinition,
  addIamDefinition,
  firstSecurityHas,
  securityDefinitions,
  setDefaultApiKey,
  setDefaultAuthorizer,
} from './security.ts';

/** `Auth` of a REST API: its authorizers, the default one on every route, API keys and the resource policy. */
export function addRestAuth(draft: ApiDraft, bench: Workbench): void {
  const { owner, body } = draft;
  const auth = owner.properties.get('Auth');
  if (!isSet(auth)) return;
  checkAuth(draft, auth, bench);
  if (!isDefinition(body) || !isMap(auth)) return;
  const make = bench.makeAt(auth.origin);
  const schemes = restAuthorizers(owner, auth, bench);
  if (schemes.size > 0) {
    const definitions = securityDefinitions(body, make);
    for (const [name, scheme] of schemes) definitions?.set(name, scheme);
  }
  if (schemes.size > 0 || isOpen(get(auth, 'DefaultAuthorizer'))) applyDefault(draft, auth, schemes, body, bench);
  const key = get(auth, 'ApiKeyRequired');
  if (isSet(key)) {
    const at = bench.makeAt(key.origin);
    addApiKeyDefinition(body, at);
    const asksOptions = flagOf(get(auth, 'AddApiKeyRequiredToCorsPreflight')) !== false;
    for (const path of pathsOf(body).keys()) {
      for (const { method, operation } of operationsOf(body, path)) {
        setDefaultApiKey(operation, at.of({ api_key: [] }), method !== 'options' || asksOptions);
      }
    }
  }
  const policy = get(auth, 'ResourcePolicy');
  if (!isSet(policy) || !isMap(policy)) return toVersion3(draft, bench);
  const stage = owner.properties.get('StageName') ?? bench.makeAt(policy.origin).of('Stage');
  for (const path of pathsOf(body).keys()) addResourcePolicy(body, policy, path, stage, bench);
  const statements = get(policy, 'CustomStatements');
  if (isSet(statements)) addCustomStatements(body, statements, bench);
  toVersion3(draft, bench);
}

/** Which authorizer is meant, only a deployment knows: then each route asks for one that is open. */
const isOpen = (authorizer: Value | undefined): boolean => authorizer !== undefined && authorizer.kind !== 'known';

function applyDefault(
  draft: ApiDraft,
  auth: Value,
  schemes: ReadonlyMap<string, Value>,
  body: Value,
  bench: Workbench,
): void {
  const byDefault = get(auth, 'DefaultAuthorizer');
  if (!isSet(byDefault)) return;
  const name = asText(byDefault);
  if (!isOpen(byDefault) && (name === undefined || (!schemes.has(name) && name !== 'AWS_IAM'))) {
    bench.invalid(
      byDefault.origin,
      `${draft.owner.logicalId} defines no authorizer ${name ?? 'of this name'}.`,
      'Define it under Authorizers.',
    );
    if (name === undefined) return;
  }
  const make = bench.makeAt(byDefault.origin);
  const requirement =
    name === undefined ? byDefault : make.of({ [name]: get(auth, 'Authorizers', name, 'AuthorizationScopes') ?? [] });
  const asksOptions = flagOf(get(auth, 'AddDefaultAuthorizerToCorsPreflight')) !== false;
  const known = new Set(['AWS_IAM', ...schemes.keys()]);
  for (const path of pathsOf(body).keys()) {
    for (const { method, operation } of operationsOf(body, path)) {
      if (method === 'options' && !asksOptions) continue;
      setDefaultAuthorizer(operation, requirement, known);
      if (firstSecurityHas(operation, 'AWS_IAM')) addIamDefinition(body, make);
    }
  }
}

/** The permissions with which API Gateway calls Lambda authorizers. */
export function draftAuthorizerPermissions({ owner }: ApiDraft, bench: Workbench): void {
  for (const [name, authorizer] of entriesOf(get(owner.properties.get('Auth'), 'Authorizers'))) {
    const lambda = get(authorizer, 'FunctionArn');
    if (!isSet(lambda) || flagOf(get(authorizer, 'DisableFunctionDefaultPermissions')) === true) continue;
    draftAuthorizerPermission(`${owner.logicalId}${name}AuthorizerPermission`, lambda, owner, bench);
  }
}

export function draftAuthorizerPermission(
  logicalId: string,
  lambda: Value,
  owner: ApiDraft['owner'],
  bench: Workbench,
): void {
  const make = bench.makeAt(lambda.origin);
  const pattern = 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${api}/authorizers/*';
  bench.draft(
    owner,
    logicalId,
    'AWS::Lambda::Permission',
    {
      Action: 'lambda:InvokeFunction',
      FunctionName: lambda,
      Principal: 'apigateway.amazonaws.com',
      SourceArn: make.sub(pattern, { api: make.ref(owner.logicalId) }),
    },
    { make },
  );
}

const names = new Set([
  'Authorizers',
  'DefaultAuthorizer',
  'InvokeRole',
  'AddDefaultAuthorizerToCorsPreflight',
  'AddApiKeyRequiredToCorsPreflight',
  'ApiKeyRequired',
  'ResourcePolicy',
  'UsagePlan',
]);

function checkAuth({ owner, body }: ApiDraft, auth: Value, bench: Workbench): void {
  const map = asMap(auth);
  if (map === undefined) {
    if (auth.kind === 'known')
      bench.invalid(auth.origin, `Auth of ${owner.logicalId} is no map.`, 'Write it as a map.');
    return;
  }
  for (const [key, value] of map) {
    if (!names.has(key)) bench.invalid(value.origin, `Auth has no ${key} (${owner.logicalId}).`, 'Check its spelling.');
  }
  if (!isDefinition(body)) {
    bench.invalid(
      auth.origin,
      `Auth of ${owner.logicalId} needs an OpenAPI definition in the template.`,
      'Write DefinitionBody.',
    );
  }
  const policy = map.get('ResourcePolicy');
  if (isSet(policy) && !isMap(policy))
    bench.invalid(policy.origin, `ResourcePolicy of ${owner.logicalId} is no map.`, 'Write it as a map.');
}
