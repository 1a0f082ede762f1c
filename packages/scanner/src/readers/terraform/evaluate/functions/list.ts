import type { Value } from '@leastwise/model';
import { isEqual } from '../operators.ts';
import { joinTexts } from '../texts.ts';
import { known } from '../../../cloudformation/values.ts';
import {
  argument,
  identityOf,
  inOrder,
  isNullValue,
  listArgument,
  mapArgument,
  mistake,
  numberArgument,
  plainList,
  plainMap,
  plainText,
  result,
  textArgument,
  type Call,
  type TerraformFunction,
} from './call.ts';

/** How long a list may be that a function makes out of a number. */
const MAX_LENGTH = 10_000;

/** https://developer.hashicorp.com/terraform/language/functions/concat and the pages beside it */
export const listFunctions: Readonly<Record<string, TerraformFunction>> = {
  concat(call) {
    const lists = call.args.map((_arg, index) => listArgument(call, index));
    return lists.includes(undefined)
      ? undefined
      : result(
          call,
          lists.flatMap((list) => list ?? []),
        );
  },
  flatten(call) {
    const list = listArgument(call, 0);
    return list === undefined ? undefined : flattened(list, call);
  },
  compact(call) {
    const list = listArgument(call, 0);
    return list === undefined
      ? undefined
      : result(
          call,
          list.filter((item) => !isNullValue(item) && plainText(item) !== ''),
        );
  },
  distinct(call) {
    const list = listArgument(call, 0);
    return list === undefined ? undefined : result(call, distinct(list));
  },
  chunklist(call) {
    const list = listArgument(call, 0);
    const size = numberArgument(call, 1);
    if (list === undefined || size === undefined || size < 1) return undefined;
    const chunks: Value[] = [];
    for (let from = 0; from < list.length; from += size) chunks.push(known(list.slice(from, from + size), call.origin));
    return result(call, chunks);
  },
  coalescelist(call) {
    for (let index = 0; index < call.args.length; index++) {
      const list = listArgument(call, index);
      if (list === undefined) {
        const value = argument(call, index);
        if (value !== undefined && isNullValue(value)) continue;
        return undefined;
      }
      if (list.length > 0) return result(call, list);
    }
    return mistake(call, 'every list is empty.');
  },
  element(call) {
    const list = listArgument(call, 0);
    const index = numberArgument(call, 1);
    if (list === undefined || index === undefined) return undefined;
    if (list.length === 0) return mistake(call, 'the list is empty.');
    return list[((index % list.length) + list.length) % list.length];
  },
  index(call) {
    const list = listArgument(call, 0);
    const wanted = call.args[1];
    if (list === undefined || wanted === undefined) return undefined;
    const at = list.findIndex((item) => isEqual(item, wanted, call.scope, 0) === true);
    return at < 0 ? mistake(call, 'the list has no such item.') : at;
  },
  contains(call) {
    const list = listArgument(call, 0);
    const wanted = call.args[1];
    if (list === undefined || wanted === undefined) return undefined;
    const truths = list.map((item) => isEqual(item, wanted, call.scope, 0));
    if (truths.includes(true)) return true;
    return truths.includes(undefined) ? undefined : false;
  },
  length(call) {
    const value = argument(call, 0);
    if (value === undefined) return undefined;
    const size = plainList(value, call)?.length ?? plainMap(value, call)?.size;
    if (size !== undefined) return value.kind === 'reference' ? undefined : size;
    const text = plainText(value);
    return text === undefined ? undefined : [...text].length;
  },
  one(call) {
    const list = listArgument(call, 0);
    if (list === undefined) return undefined;
    return list.length > 1 ? mistake(call, 'the list has more than one item.') : (list[0] ?? known(null, call.origin));
  },
  range(call) {
    const numbers = call.args.map((_arg, index) => numberArgument(call, index));
    if (numbers.includes(undefined)) return undefined;
    const [first = 0, second, third] = numbers;
    const from = second === undefined ? 0 : first;
    const to = second ?? first;
    const step = third ?? (to < from ? -1 : 1);
    if (step === 0 || Math.abs((to - from) / step) > MAX_LENGTH)
      return mistake(call, `a range has 1 to ${MAX_LENGTH} items.`);
    const items: Value[] = [];
    for (let at = from; step > 0 ? at < to : at > to; at += step) items.push(known(at, call.origin));
    return result(call, items);
  },
  reverse(call) {
    const list = listArgument(call, 0);
    return list === undefined ? undefined : result(call, [...list].reverse());
  },
  slice(call) {
    const list = listArgument(call, 0);
    const from = numberArgument(call, 1);
    const to = numberArgument(call, 2);
    if (list === undefined || from === undefined || to === undefined) return undefined;
    return from < 0 || to > list.length || from > to
      ? mistake(call, 'the list is shorter.')
      : result(call, list.slice(from, to));
  },
  sort(call) {
    const list = listArgument(call, 0);
    const texts = list?.map((item) => ({ item, text: plainText(item) }));
    if (texts === undefined || texts.some(({ text }) => text === undefined)) return undefined;
    return result(
      call,
      texts.sort((a, b) => ((a.text ?? '') < (b.text ?? '') ? -1 : 1)).map(({ item }) => item),
    );
  },
  setproduct(call) {
    const lists = call.args.map((_arg, index) => listArgument(call, index));
    if (lists.includes(undefined)) return undefined;
    if (lists.reduce((size, list) => size * (list?.length ?? 0), 1) > MAX_LENGTH)
      return mistake(call, `more than ${MAX_LENGTH} combinations are not looked at.`);
    let rows: readonly (readonly Value[])[] = [[]];
    for (const list of lists) rows = rows.flatMap((row) => (list ?? []).map((item) => [...row, item]));
    return result(
      call,
      rows.map((row) => known(row, call.origin)),
    );
  },
  alltrue: (call) => allOf(call, false),
  anytrue: (call) => allOf(call, true),
  matchkeys(call) {
    const values = listArgument(call, 0);
    const keys = listArgument(call, 1);
    const wanted = listArgument(call, 2);
    if (values === undefined || keys === undefined || wanted === undefined) return undefined;
    const kept = values.filter((_value, index) => {
      const key = keys[index];
      return key !== undefined && wanted.some((each) => isEqual(each, key, call.scope, 0) === true);
    });
    return result(call, kept);
  },
  list: (call) => result(call, call.args),
  zipmap(call) {
    const keys = listArgument(call, 0)?.map(plainText);
    const values = listArgument(call, 1);
    if (keys === undefined || values === undefined || keys.includes(undefined)) return undefined;
    return result(
      call,
      inOrder(
        keys.flatMap((key, index): [string, Value][] => {
          const value = values[index];
          return key === undefined || value === undefined ? [] : [[key, value]];
        }),
      ),
    );
  },
  transpose(call) {
    const map = mapArgument(call, 0);
    if (map === undefined) return undefined;
    const turned = new Map<string, Value[]>();
    for (const [key, value] of map) {
      const items = plainList(value, call);
      if (items === undefined) return undefined;
      for (const item of items) {
        const text = plainText(item);
        if (text === undefined) return undefined;
        turned.set(text, [...(turned.get(text) ?? []), known(key, call.origin)]);
      }
    }
    return result(call, inOrder([...turned].map(([key, items]) => [key, known(items, call.origin)])));
  },
  join(call) {
    const separator = textArgument(call, 0);
    const lists = call.args.slice(1).map((_arg, index) => listArgument(call, index + 1));
    if (separator === undefined || lists.includes(undefined)) return undefined;
    return joined(
      lists.flatMap((list) => list ?? []),
      separator,
      call,
    );
  },
};

function joined(items: readonly Value[], separator: string, call: Call): Value {
  return joinTexts(
    items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])),
    call.scope,
    call.origin,
  );
}

function flattened(list: readonly Value[], call: Call): Value | undefined {
  const flat: Value[] = [];
  const open: { readonly items: readonly Value[]; at: number }[] = [{ items: list, at: 0 }];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const item = level.items[level.at++];
    if (item === undefined) {
      open.pop();
      continue;
    }
    const inner = plainList(item, call);
    if (inner === undefined) flat.push(item);
    else open.push({ items: inner, at: 0 });
    if (flat.length > MAX_LENGTH * 4 || open.length > 200) return mistake(call, 'this list is longer than is read.');
  }
  return result(call, flat);
}

/** Equal items once, in their first place; what cannot be compared stays. */
export function distinct(list: readonly Value[]): readonly Value[] {
  const seen = new Set<string>();
  return list.filter((item) => {
    const identity = identityOf(item);
    if (identity === undefined) return true;
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

function allOf(call: Call, wanted: boolean): boolean | undefined {
  const texts = listArgument(call, 0)?.map(plainText);
  if (texts === undefined) return undefined;
  if (texts.includes(String(wanted))) return wanted;
  return texts.includes(undefined) ? undefined : !wanted;
}
