import { asList, asText, type Value } from '@leastwise/model';
import type { Maker } from '../made.ts';
import { editableMap, get, isSet } from '../read-value.ts';

export const integrationKey = 'x-amazon-apigateway-integration';
export const anyMethod = 'x-amazon-apigateway-any-method';

/** A map of an OpenAPI definition that is being edited. */
export type Editable = Map<string, Value>;

/** True for a definition that paths can be added to: Swagger 2, or OpenAPI 3 (`only3`). */
export function isDefinition(body: Value | undefined, only3 = false): body is Value {
  if (editableMap(get(body, 'paths')) === undefined) return false;
  return (!only3 && isSet(get(body, 'swagger'))) || isVersion3(get(body, 'openapi'));
}

export function isVersion3(version: Value | undefined): boolean {
  return version !== undefined && /^3(\.\d)(\.\d)?$/.test(versionText(version) ?? '');
}

/** A version as it was written: the number 3.0 has lost its zero when it is read. */
export function versionText(version: Value): string | undefined {
  if (version.kind !== 'known') return undefined;
  const { value } = version;
  return typeof value === 'number' && Number.isInteger(value) ? `${value}.0` : asText(version);
}

export function methodKey(method: string): string {
  const lower = method.toLowerCase();
  return lower === 'any' ? anyMethod : lower;
}

/** The map under a key; made when there is none, undefined when something else stands there. */
export function childMap(parent: Editable, key: string, make: Maker): Editable | undefined {
  const child = parent.get(key);
  if (child !== undefined && child.kind !== 'absent' && !(child.kind === 'known' && child.value === null))
    return editableMap(child);
  const made = make.of({});
  parent.set(key, made);
  return editableMap(made);
}

export function pathsOf(body: Value): Editable {
  return editableMap(get(body, 'paths')) ?? new Map<string, Value>();
}

export function hasIntegration(body: Value, path: string, method: string): boolean {
  return isSet(get(body, 'paths', path, methodKey(method), integrationKey));
}

/** The operation at a path, made when there is none. */
export function operationAt(body: Value, path: string, method: string, make: Maker): Editable | undefined {
  const item = childMap(pathsOf(body), path, make);
  return item === undefined ? undefined : childMap(item, methodKey(method), make);
}

const noMethods = new Set(['summary', 'description', 'parameters']);

/** The operations of a path that have an integration, by method. */
export function operationsOf(
  body: Value,
  path: string,
): readonly { readonly method: string; readonly operation: Editable }[] {
  return [...(editableMap(get(body, 'paths', path)) ?? [])].flatMap(([method, value]) => {
    const operation = noMethods.has(method) ? undefined : editableMap(value);
    return operation !== undefined && isSet(operation.get(integrationKey))
      ? [{ method: methodKey(method), operation }]
      : [];
  });
}

/** The items of a list of the definition; none when there is none. */
export function listAt(map: Editable, key: string): readonly Value[] {
  const list = map.get(key);
  return list === undefined ? [] : (asList(list) ?? []);
}

/** A path as it stands in an ARN: placeholders match anything. */
export function arnPath(path: string, kind: 'rest' | 'http'): string {
  const placeholder = kind === 'rest' ? /\{[a-zA-Z0-9._-]+\+?\}/g : /\{(?:[a-zA-Z0-9._-]+|proxy\+)\}/g;
  return path.replace(placeholder, '*');
}

/** An empty definition as SAM begins it. */
export function skeleton(make: Maker, kind: 'rest' | 'http'): Value {
  const info = { version: '1.0', title: make.pseudo('AWS::StackName') };
  return make.of(kind === 'rest' ? { swagger: '2.0', info, paths: {} } : { openapi: '3.0.1', info, paths: {} });
}
