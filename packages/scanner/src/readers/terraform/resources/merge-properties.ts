import { asList, asMap, type Value } from '@leastwise/model';
import { isNothing } from './argument.ts';
import { known } from './read.ts';

const MAX_DEPTH = 16;

/** Properties with those that another block contributes: maps join, lists stand one behind the other, what is written first stays. */
export function mergeProperties(own: Value, more: Value, depth = 0): Value {
  if (isNothing(own) || depth > MAX_DEPTH) return own.kind === 'absent' ? more : own;
  if (isNothing(more)) return own;
  const [ownMap, moreMap] = [asMap(own), asMap(more)];
  if (ownMap !== undefined && moreMap !== undefined) {
    const merged = new Map(ownMap);
    for (const [key, value] of moreMap) {
      const before = merged.get(key);
      merged.set(key, before === undefined ? value : mergeProperties(before, value, depth + 1));
    }
    // A block that only others fill stands where the first of them stands.
    return known(merged, own.origin);
  }
  const [ownList, moreList] = [asList(own), asList(more)];
  if (ownList !== undefined && moreList !== undefined) return known([...ownList, ...moreList], own.origin);
  return own;
}
