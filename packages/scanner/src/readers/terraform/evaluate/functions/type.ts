import type { Value } from '@leastwise/model';
import { known } from '../../../cloudformation/values.ts';
import { numberOf } from '../operators.ts';
import {
  argument,
  inOrder,
  isNullValue,
  listArgument,
  mapArgument,
  mistake,
  plainText,
  result,
  textArgument,
  truthArgument,
  type TerraformFunction,
} from './call.ts';

/** https://developer.hashicorp.com/terraform/language/functions/tostring and the pages beside it */
export const typeFunctions: Readonly<Record<string, TerraformFunction>> = {
  tostring(call) {
    const value = call.args[0];
    if (value !== undefined && (isNullValue(value) || value.kind === 'reference' || value.kind === 'text'))
      return value;
    return textArgument(call, 0);
  },
  tonumber(call) {
    const value = call.args[0];
    if (value !== undefined && isNullValue(value)) return value;
    const number = value === undefined ? undefined : numberOf(value, call.scope);
    return number ?? (textArgument(call, 0) === undefined ? undefined : mistake(call, 'this is no number.'));
  },
  tobool(call) {
    const value = call.args[0];
    if (value !== undefined && isNullValue(value)) return value;
    return (
      truthArgument(call, 0) ??
      (textArgument(call, 0) === undefined ? undefined : mistake(call, 'this is no truth value.'))
    );
  },
  tolist(call) {
    const value = argument(call, 0);
    if (value !== undefined && isNullValue(value)) return value;
    const list = listArgument(call, 0);
    return list === undefined ? undefined : result(call, list);
  },
  tomap(call) {
    const value = argument(call, 0);
    if (value !== undefined && isNullValue(value)) return value;
    const map = mapArgument(call, 0);
    return map === undefined ? undefined : result(call, inOrder(map));
  },
  type(call) {
    const value = argument(call, 0);
    return value?.kind === 'known' ? typeName(value) : undefined;
  },
  sensitive(call) {
    const value = call.args[0];
    if (value === undefined) return undefined;
    return value.kind === 'known' || value.kind === 'text' || value.kind === 'unknown'
      ? { ...value, sensitive: true }
      : value;
  },
  nonsensitive(call) {
    const value = call.args[0];
    if (value === undefined) return undefined;
    return value.kind === 'known' || value.kind === 'text' || value.kind === 'unknown'
      ? { ...value, sensitive: false }
      : value;
  },
  issensitive(call) {
    const value = call.args[0];
    return value !== undefined && 'sensitive' in value && value.sensitive === true;
  },
  ephemeralasnull: (call) => known(null, call.origin),
  defaults(call) {
    const given = mapArgument(call, 0);
    const fallback = mapArgument(call, 1);
    if (given === undefined || fallback === undefined) return undefined;
    const filled: [string, Value][] = [...fallback].map(([key, value]) => {
      const own = given.get(key);
      return [key, own === undefined || isNullValue(own) ? value : own];
    });
    return result(call, inOrder([...given, ...filled]));
  },
};

function typeName(value: Value & { kind: 'known' }): string {
  const data = value.value;
  if (data === null) return 'dynamic';
  if (typeof data === 'object')
    return plainText(value) === undefined ? (data instanceof Map ? 'object' : 'tuple') : 'string';
  return typeof data === 'boolean' ? 'bool' : typeof data;
}
