import type { Value } from '@leastwise/model';
import { identityOf, listArgument, plainText, result, type Call, type TerraformFunction } from './call.ts';
import { distinct } from './list.ts';

/** https://developer.hashicorp.com/terraform/language/functions/setunion and the pages beside it */
export const setFunctions: Readonly<Record<string, TerraformFunction>> = {
  toset(call) {
    const list = listArgument(call, 0);
    return list === undefined ? undefined : result(call, asSet(list));
  },
  setunion(call) {
    const lists = listsOf(call);
    return lists === undefined ? undefined : result(call, asSet(lists.flat()));
  },
  setintersection(call) {
    const lists = listsOf(call);
    const [first, ...others] = lists ?? [];
    if (first === undefined) return undefined;
    const sets = others.map((list) => new Set(list.map(identityOf)));
    return result(call, asSet(first.filter((item) => sets.every((set) => set.has(identityOf(item))))));
  },
  setsubtract(call) {
    const [first, second] = listsOf(call) ?? [];
    if (first === undefined || second === undefined) return undefined;
    const taken = new Set(second.map(identityOf));
    return result(call, asSet(first.filter((item) => !taken.has(identityOf(item)))));
  },
};

function listsOf(call: Call): readonly (readonly Value[])[] | undefined {
  const lists: (readonly Value[])[] = [];
  for (let index = 0; index < call.args.length; index++) {
    const list = listArgument(call, index);
    if (list === undefined) return undefined;
    lists.push(list);
  }
  return lists;
}

/** Each item once, texts in order, as Terraform runs over a set. */
export function asSet(list: readonly Value[]): readonly Value[] {
  const items = [...distinct(list)];
  const texts = new Map(items.map((item) => [item, plainText(item) ?? '']));
  items.sort((a, b) =>
    (texts.get(a) ?? '') < (texts.get(b) ?? '') ? -1 : (texts.get(a) ?? '') > (texts.get(b) ?? '') ? 1 : 0,
  );
  sets.add(items);
  return items;
}

/** A set runs over its items for keys, so lists that are sets are remembered. */
const sets = new WeakSet<readonly Value[]>();

export function isSet(data: readonly Value[]): boolean {
  return sets.has(data);
}
