import { asList, asMap, type Value } from '@leastwise/model';
import type { Maker } from '../made.ts';
import { editableMap } from '../read-value.ts';
import { childMap, listAt, type Editable } from './open-api.ts';

/** Adds a security requirement to an operation. */
export function appendSecurity(operation: Editable, requirement: Value, make: Maker): void {
  operation.set('security', make.of([...listAt(operation, 'security'), requirement]));
}

export function firstSecurityHas(operation: Editable, name: string): boolean {
  const first = listAt(operation, 'security')[0];
  return first !== undefined && asMap(first)?.has(name) === true;
}

/** Defines IAM authorization in a Swagger definition. */
export function addIamDefinition(body: Value, make: Maker): void {
  addDefinition(body, 'AWS_IAM', make.of(iamScheme('awsSigv4')), make);
}

export function iamScheme(authType: string): Readonly<Record<string, string>> {
  return { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': authType };
}

export function addApiKeyDefinition(body: Value, make: Maker): void {
  addDefinition(body, 'api_key', make.of({ type: 'apiKey', name: 'x-api-key', in: 'header' }), make);
}

/** Adds a security definition unless one of that name stands there. */
function addDefinition(body: Value, name: string, definition: Value, make: Maker): void {
  const definitions = securityDefinitions(body, make);
  if (definitions !== undefined && !definitions.has(name)) definitions.set(name, definition);
}

export function securityDefinitions(body: Value, make: Maker): Editable | undefined {
  const map = editableMap(body);
  return map === undefined ? undefined : childMap(map, 'securityDefinitions', make);
}

/** Puts `requirement` on the operations that say nothing of their own about these authorizers. */
export function setDefaultAuthorizer(operation: Editable, requirement: Value, known: ReadonlySet<string>): void {
  const existing = listAt(operation, 'security');
  const ofAuthorizers = existing.filter((item) => item.kind !== 'known' || keysOf(item).some((key) => known.has(key)));
  const others = existing.filter((item) => !ofAuthorizers.includes(item));
  const none = others.findIndex((item) => keysOf(item).includes('NONE'));
  const own = none >= 0 ? [] : ofAuthorizers.length > 0 ? ofAuthorizers : [requirement];
  const security = [...others.filter((_, index) => index !== none), ...own];
  if (security.length > 0) setSecurity(operation, security, requirement);
}

/** Asks every operation for an API key, but those that say `ApiKeyRequired: false`. */
export function setDefaultApiKey(operation: Editable, requirement: Value, asks: boolean): void {
  const existing = listAt(operation, 'security');
  const ofKeys = existing.filter((item) => keysOf(item).some((key) => key === 'api_key' || key === 'api_key_false'));
  const others = existing.filter((item) => !ofKeys.includes(item));
  const refused = ofKeys.some((item) => keysOf(item).includes('api_key_false'));
  setSecurity(operation, refused || !asks ? others : [...others, requirement], requirement);
}

function setSecurity(operation: Editable, security: readonly Value[], cause: Value): void {
  if (security.length === 0 && !operation.has('security')) return;
  const written = operation.get('security');
  const origin = written !== undefined && asList(written) !== undefined ? written.origin : cause.origin;
  operation.set('security', { kind: 'known', value: security, origin });
}

function keysOf(requirement: Value): readonly string[] {
  return [...(asMap(requirement)?.keys() ?? [])];
}
