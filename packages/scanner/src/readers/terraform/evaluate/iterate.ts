import type { Value } from '@leastwise/model';
import { known, unknown } from '../../cloudformation/values.ts';
import { isEncodedText } from './encoded-text.ts';
import { isSet } from './functions/set.ts';
import { isWhole, type Scope } from './scope.ts';

/** Keys and values that a loop runs over; undefined when they are not known. */
export function iterate(over: Value, scope: Scope): readonly (readonly [Value, Value])[] | undefined {
  const value = scope.module.session.lookThrough(over);
  if (isWhole(value)) {
    if (!scope.module.session.isOpenCollection(value.node)) {
      return [...scope.module.session.members(value.node, value.origin)].map(([key, inner]) => [
        known(key, inner.origin),
        inner,
      ]);
    }
    return [[unknown('attribute', 'How many instances there are is not known.', value.origin), value]];
  }
  if (value.kind !== 'known' || isEncodedText(value)) return undefined;
  const data = value.value;
  if (data instanceof Map)
    return [...(data as ReadonlyMap<string, Value>)].map(([key, inner]) => [known(key, inner.origin), inner]);
  if (!Array.isArray(data)) return undefined;
  const items = data as readonly Value[];
  return items.map((inner, index) => [isSet(items) ? inner : known(index, inner.origin), inner]);
}
