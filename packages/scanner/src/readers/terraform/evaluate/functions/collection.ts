import type { Value } from '@leastwise/model';
import { known } from '../../../cloudformation/values.ts';
import { isMistake } from '../conditions.ts';
import {
  argument,
  inOrder,
  isNullValue,
  mapArgument,
  mistake,
  plainMap,
  plainText,
  result,
  textArgument,
  type Call,
  type TerraformFunction,
} from './call.ts';

/** https://developer.hashicorp.com/terraform/language/functions/merge and the pages beside it */
export const collectionFunctions: Readonly<Record<string, TerraformFunction>> = {
  merge(call) {
    const merged = new Map<string, Value>();
    for (let index = 0; index < call.args.length; index++) {
      const value = argument(call, index);
      if (value === undefined || isNullValue(value)) continue;
      const map = plainMap(value, call);
      if (map === undefined) return undefined;
      for (const [key, inner] of map) merged.set(key, inner);
    }
    return result(call, inOrder(merged));
  },
  keys(call) {
    const map = mapArgument(call, 0);
    return map === undefined
      ? undefined
      : result(
          call,
          [...inOrder(map)].map(([key, value]) => known(key, value.origin)),
        );
  },
  values(call) {
    const map = mapArgument(call, 0);
    return map === undefined ? undefined : result(call, [...inOrder(map).values()]);
  },
  lookup(call) {
    const map = mapArgument(call, 0);
    const key = textArgument(call, 1);
    if (map === undefined || key === undefined) return undefined;
    return map.get(key) ?? call.args[2] ?? mistake(call, `the map has no key ${key}.`);
  },
  map(call) {
    const entries = new Map<string, Value>();
    for (let index = 0; index + 1 < call.args.length; index += 2) {
      const key = textArgument(call, index);
      const value = call.args[index + 1];
      if (key === undefined || value === undefined) return undefined;
      entries.set(key, value);
    }
    return result(call, entries);
  },
  coalesce(call) {
    for (const [index, arg] of call.args.entries()) {
      const value = argument(call, index);
      if (value === undefined || isNullValue(value) || plainText(value) === '') continue;
      return isMistake(value) ? value : arg;
    }
    return mistake(call, 'every argument is null or empty.');
  },
  try: (call) => call.args.find((arg) => !isMistake(arg)) ?? mistake(call, 'no argument has a value.'),
  can: (call) => settledTruth(call),
};

/** Whether the argument can be evaluated; what is only unknown can. */
function settledTruth(call: Call): boolean | undefined {
  const [value] = call.args;
  return value === undefined ? undefined : !isMistake(value);
}
