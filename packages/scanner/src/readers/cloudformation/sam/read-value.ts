import { asList, asMap, member, type Data, type Value } from '@leastwise/model';

/** The member of a map, or undefined when it is not written. */
export function get(value: Value | undefined, ...path: readonly (string | number)[]): Value | undefined {
  if (value === undefined) return undefined;
  const found = member(value, ...path);
  return found.kind === 'absent' ? undefined : found;
}

/** True for what the SAM transform takes as set: written, and not `false`, `0`, or empty. What is not known counts as set. */
export function isSet(value: Value | undefined): value is Value {
  if (value === undefined || value.kind === 'absent') return false;
  if (value.kind !== 'known') return true;
  const data: Data = value.value;
  if (data instanceof Map) return data.size > 0;
  if (Array.isArray(data)) return data.length > 0;
  return Boolean(data);
}

/** The entries of a known map; none for anything else. */
export function entriesOf(value: Value | undefined): readonly (readonly [string, Value])[] {
  const map = value === undefined ? undefined : asMap(value);
  return map === undefined ? [] : [...map].filter(([, inner]) => inner.kind !== 'absent');
}

/** The items of a list; a single value counts as a list of one. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value.kind === 'absent') return [];
  return asList(value)?.filter((item) => item.kind !== 'absent') ?? [value];
}

/** `true` and `'true'` as CloudFormation takes them; undefined when it is not known or no boolean. */
export function flagOf(value: Value | undefined): boolean | undefined {
  if (value?.kind !== 'known') return undefined;
  if (typeof value.value === 'boolean') return value.value;
  const written = typeof value.value === 'string' ? value.value.toLowerCase() : undefined;
  return written === 'true' ? true : written === 'false' ? false : undefined;
}

/** True when an intrinsic yielded the value: it was read through a parameter, a mapping or a condition. */
export function isComputed(value: Value): boolean {
  return value.kind !== 'known' || (value.via !== undefined && value.via.length > 0) || value.assumed !== undefined;
}

export function isMap(value: Value | undefined): boolean {
  return value !== undefined && asMap(value) !== undefined;
}

/** True when both say the same, wherever they stand. */
export function sameValue(one: Value, other: Value): boolean {
  return one === other || keyOf(one) === keyOf(other);
}

/** A text that two values share exactly when they say the same; the order of map members does not count. */
export function keyOf(value: Value): string {
  switch (value.kind) {
    case 'known': {
      const data = value.value;
      if (data instanceof Map) {
        return `{${[...data]
          .map(([key, inner]) => `${JSON.stringify(key)}:${keyOf(inner)}`)
          .sort()
          .join()}}`;
      }
      return Array.isArray(data) ? `[${data.map(keyOf).join()}]` : JSON.stringify(data);
    }
    case 'absent':
      return 'absent';
    case 'reference':
      return `(${value.node}.${value.attribute})`;
    case 'text':
      return `t(${value.parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : keyOf(part))).join()})`;
    case 'choice':
      return `c(${value.options.map((option) => `${option.when}=${keyOf(option.value)}`).join()})`;
    case 'unknown':
      return `u(${value.name ?? value.reason})`;
  }
}

/** A copy whose maps may be changed without touching the template. */
export function copyOf(value: Value): Value {
  if (value.kind !== 'known') return value;
  const data = value.value;
  if (data instanceof Map) return { ...value, value: new Map([...data].map(([key, inner]) => [key, copyOf(inner)])) };
  return Array.isArray(data) ? { ...value, value: data.map(copyOf) } : value;
}

/** The map of a value made by `copyOf` or by a maker, to be changed in place. */
export function editableMap(value: Value | undefined): Map<string, Value> | undefined {
  return value === undefined ? undefined : (asMap(value) as Map<string, Value> | undefined);
}
