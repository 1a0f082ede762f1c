import type { SourceRange, Value } from '@leastwise/model';
import { invalid, known } from '../../../cloudformation/values.ts';
import { isEncodedText, textOf } from '../encoded-text.ts';
import { numberOf } from '../operators.ts';
import { isWhole, type Scope } from '../scope.ts';

/** A call with its arguments evaluated; none of them is a choice. */
export interface Call {
  readonly name: string;
  readonly args: readonly Value[];
  readonly origin: SourceRange;
  readonly scope: Scope;
}

/**
 * A function of Terraform: a value, or a plain result. Undefined when an argument is open or of the wrong type: which of
 * them, and so whether the result is unknown or a mistake, is found out in one place.
 * https://developer.hashicorp.com/terraform/language/functions
 */
export type TerraformFunction = (call: Call) => Value | string | number | boolean | undefined;

/** An argument with references followed to what the configuration writes. */
export function argument(call: Call, index: number): Value | undefined {
  const value = call.args[index];
  return value === undefined ? undefined : call.scope.module.session.lookThrough(value);
}

export function textArgument(call: Call, index: number): string | undefined {
  const value = argument(call, index);
  return value === undefined ? undefined : plainText(value);
}

export function plainText(value: Value): string | undefined {
  const text = textOf(value);
  if (text.kind !== 'known') return undefined;
  const data = text.value;
  if (typeof data === 'string') return data;
  return typeof data === 'number' || typeof data === 'boolean' ? String(data) : undefined;
}

export function numberArgument(call: Call, index: number): number | undefined {
  const value = call.args[index];
  return value === undefined ? undefined : numberOf(value, call.scope);
}

export function listArgument(call: Call, index: number): readonly Value[] | undefined {
  const value = argument(call, index);
  return value === undefined ? undefined : plainList(value, call);
}

export function plainList(value: Value, call: Call): readonly Value[] | undefined {
  if (isEncodedText(value)) return undefined;
  if (isWhole(value) && call.scope.module.session.isOpenCollection(value.node)) return [value];
  return value.kind === 'known' && Array.isArray(value.value) ? (value.value as readonly Value[]) : undefined;
}

export function mapArgument(call: Call, index: number): ReadonlyMap<string, Value> | undefined {
  const value = argument(call, index);
  return value === undefined ? undefined : plainMap(value, call);
}

export function plainMap(value: Value, call: Call): ReadonlyMap<string, Value> | undefined {
  if (isEncodedText(value)) return undefined;
  const { session } = call.scope.module;
  if (isWhole(value) && !session.isOpenCollection(value.node)) return session.members(value.node, call.origin);
  return value.kind === 'known' && value.value instanceof Map ? (value.value as ReadonlyMap<string, Value>) : undefined;
}

export function truthArgument(call: Call, index: number): boolean | undefined {
  const text = textArgument(call, index);
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

export const isNullValue = (value: Value): boolean =>
  value.kind === 'absent' || (value.kind === 'known' && value.value === null);

export const result = (call: Call, data: readonly Value[] | ReadonlyMap<string, Value>): Value =>
  known(data, call.origin);

export const mistake = (call: Call, reason: string): Value => invalid(`${call.name}: ${reason}`, call.origin);

/** A map in the order in which Terraform runs over it. */
export function inOrder(entries: Iterable<readonly [string, Value]>): ReadonlyMap<string, Value> {
  return new Map([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Stands for equal values among those that are known or are references; undefined when it cannot be compared. */
export function identityOf(value: Value): string | undefined {
  if (value.kind === 'reference') return `r ${value.node} ${value.attribute}`;
  if (value.kind === 'text') {
    const parts = value.parts.map((part) => (typeof part === 'string' ? part : identityOf(part)));
    return parts.includes(undefined) ? undefined : `t ${JSON.stringify(parts)}`;
  }
  if (value.kind === 'unknown') return value.name === undefined ? undefined : `u ${value.name}`;
  if (value.kind !== 'known') return undefined;
  const data = value.value;
  if (data === null || typeof data !== 'object') return `${typeof data} ${String(data)}`;
  const members =
    data instanceof Map
      ? [...data].flatMap(([key, inner]) => [JSON.stringify(key), identityOf(inner)])
      : (data as readonly Value[]).map(identityOf);
  return members.includes(undefined) ? undefined : `${data instanceof Map ? 'm' : 'l'} ${JSON.stringify(members)}`;
}
