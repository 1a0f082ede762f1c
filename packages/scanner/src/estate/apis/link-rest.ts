import { asMap, isAbsent, settled, type NodeId, type Value } from '@leastwise/model';
import type { AuthRequirement } from '../auth-requirement.ts';
import type { EstateBuilder, NodeOf } from '../estate.ts';
import type { Items } from '../mapping.ts';
import { addRoute } from './add-route.ts';
import { linkUnreadDocument } from './link-unread-document.ts';
import { methodAuth } from './method-auth.ts';
import { mutualTlsRequirement } from './mutual-tls.ts';
import { operationsOf } from './openapi-document.ts';
import { operationIntegration } from './openapi-integration.ts';
import { schemesOf } from './openapi-schemes.ts';
import { operationAuth } from './openapi-security.ts';
import { operationValidated } from './openapi-validation.ts';
import { pathOfResource } from './path-of-resource.ts';
import { readIntegration } from './read-integration.ts';
import { admitsAnyone, policyRequirements } from './resource-policy.ts';
import { restSettings, type RestSettings } from './rest-settings.ts';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly auth: readonly AuthRequirement[];
}

/** Routes of REST APIs: operations of their documents, then method resources. */
export function linkRest(estate: EstateBuilder): void {
  const gates = new Map<NodeId, (asked: Asked) => readonly AuthRequirement[]>();
  for (const api of estate.of('rest-api')) {
    const gate = apiWideAuth(estate, api);
    gates.set(api.id, gate);
    linkDocument(estate, api, gate);
  }
  for (const method of estate.of('rest-method')) linkMethod(estate, method, gates);
  for (const api of estate.of('rest-api')) linkUnreadDocument(estate, api, 'rest');
}

/** What every caller of the API is asked on top of the route's own requirement. */
function apiWideAuth(estate: EstateBuilder, api: NodeOf<'rest-api'>): (asked: Asked) => readonly AuthRequirement[] {
  const settings = restSettings(estate, api);
  const everywhere: AuthRequirement[] = [];
  if (settings.isPrivate !== true && settings.isPrivate !== false) {
    const { origin, reason, settleWith } = settings.isPrivate;
    const settle = settleWith === undefined ? {} : { settleWith };
    everywhere.push({
      kind: 'unknown',
      at: origin,
      note: `Whether the API is private is not known: ${reason}`,
      ...settle,
    });
  }
  everywhere.push(...mutualTlsRequirement(estate, api.id, settled(settings.defaultEndpointDisabled) === true));
  return (asked) => {
    const signed = asked.auth.some((requirement) => requirement.kind === 'iam');
    const inside = settings.isPrivate === true ? [privateRequirement(settings, asked)] : [];
    return [...inside, ...everywhere, ...policyRequirements(settings.policy, asked, signed)];
  };
}

/**
 * A private API answers through VPC endpoints, and its policy says whose: one that admits anyone admits the endpoints of
 * any account. https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html
 */
function privateRequirement(settings: RestSettings, asked: Asked): AuthRequirement {
  const at = settings.endpoint.origin;
  return admitsAnyone(settings.policy, asked) === undefined
    ? { kind: 'network', at, note: 'The API is private: it answers only through VPC endpoints.' }
    : {
        kind: 'network',
        at,
        ofAnyAccount: true,
        note: 'The API is private, but its policy admits the VPC endpoints of every account.',
      };
}

function linkDocument(
  estate: EstateBuilder,
  api: NodeOf<'rest-api'>,
  gate: (asked: Asked) => readonly AuthRequirement[],
): void {
  const document = api.facet.body;
  const schemes = schemesOf(estate, api, document);
  for (const operation of operationsOf(document).operations) {
    const asked = operationAuth(estate, document, operation.value, schemes);
    const integration = operationIntegration(estate, document, operation, 29_000);
    const { method, path } = operation;
    addRoute(estate, {
      facet: {
        api: api.id,
        protocol: 'rest',
        method,
        path,
        auth: [...asked.auth, ...gate({ method, path, auth: asked.auth })],
        alternatives: [],
        authAt: asked.at,
        integration,
        validated: operationValidated(document, operation.value),
        preflight: method === 'OPTIONS' && integration.kind === 'mock',
      },
      suffix: `${method} ${path}`,
      at: operation.at,
      keyRange: operation.at,
      properties: operation.value,
      stack: api.stack,
      writtenIn: api.id,
    });
  }
}

function linkMethod(
  estate: EstateBuilder,
  node: NodeOf<'rest-method'>,
  gates: ReadonlyMap<NodeId, (asked: Asked) => readonly AuthRequirement[]>,
): void {
  const { facet } = node;
  const api = estate.resolve(facet.api, 'rest-api')?.id;
  const gate = api === undefined ? undefined : gates.get(api);
  const method = settled(facet.method)?.toUpperCase() ?? '${?}';
  const path = pathOfResource(estate, facet.resource);
  const auth = methodAuth(estate, facet);
  const integration = methodIntegration(estate, node);
  addRoute(estate, {
    facet: {
      api: api ?? node.id,
      protocol: 'rest',
      method,
      path,
      auth: [...auth, ...(gate === undefined ? elsewhere(estate, facet.api, auth) : gate({ method, path, auth }))],
      alternatives: [],
      authAt: facet.auth.origin,
      integration,
      validated: methodValidated(estate, node),
      preflight: method === 'OPTIONS' && integration.kind === 'mock',
    },
    suffix: `${method} ${path}`,
    at: node.at,
    keyRange: node.keyRange,
    properties: node.properties,
    stack: node.stack,
    writtenIn: node.id,
  });
}

/** An API of another stack: whether it is private or has a policy stands there. What asks for more than a key holds anyway. */
function elsewhere(estate: EstateBuilder, api: Value, auth: readonly AuthRequirement[]): readonly AuthRequirement[] {
  if (auth.some((requirement) => requirement.kind !== 'api-key')) return [];
  const reason = estate.openReason(api);
  const note = `The API stands in another stack, so its policy and endpoint are not known${reason === undefined ? '.' : `: ${reason.reason}`}`;
  return [
    {
      kind: 'unknown',
      at: api.origin,
      note,
      ...(reason?.settleWith === undefined ? {} : { settleWith: reason.settleWith }),
    },
  ];
}

function methodIntegration(estate: EstateBuilder, node: NodeOf<'rest-method'>): ReturnType<typeof readIntegration> {
  const written = node.facet.integration;
  const invocation = written.requestParameters.items.find((entry) => /x-amz-invocation-type$/i.test(entry.key));
  return readIntegration(estate, {
    ...written,
    parameters: written.requestParameters.items.map((entry) => entry.value),
    templates: written.requestTemplates.items.map((entry) => entry.value),
    ...(invocation === undefined ? {} : { invocationType: invocation.value }),
    at: written.origin,
  });
}

function methodValidated(estate: EstateBuilder, node: NodeOf<'rest-method'>): Value<boolean> {
  const { requestValidator, requestModels, requestParameters } = node.facet;
  if (isAbsent(requestValidator)) return { kind: 'absent', origin: node.facet.auth.origin, default: false };
  const validator = estate.get(estate.resolve(requestValidator, 'request-validator')?.id, 'request-validator');
  if (validator === undefined) {
    return (
      estate.openReason(requestValidator) ?? {
        kind: 'unknown',
        cause: 'attribute',
        reason: 'The request validator is not in the tree.',
        origin: requestValidator.origin,
      }
    );
  }
  const unsettled = [validator.facet.body, validator.facet.parameters].find((value) => settled(value) === undefined);
  const open = unsettled === undefined ? undefined : estate.openReason(unsettled);
  if (open !== undefined) return open;
  const body = settled(validator.facet.body) === true && isFilled(requestModels);
  const parameters =
    settled(validator.facet.parameters) === true && requestParameters.items.some(({ value }) => isRequired(value));
  return { kind: 'known', value: body || parameters, origin: requestValidator.origin };
}

function isFilled(models: Items<unknown>): boolean {
  return models.items.length > 0 || models.open !== undefined;
}

/** `method.request.querystring.id: true`, or with SAM `{Required: true}` in the entry. */
function isRequired(value: Value): boolean {
  return value.kind === 'known' && (value.value === true || value.value === 'true' || asMap(value) !== undefined);
}
