import type { Learned, Value } from './value.ts';

/** True or false when the value can only be one of them. */
export function truthOf(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'constant':
      return Boolean(value.value);
    case 'text':
      return value.parts.some((part) => typeof part === 'string' && part !== '') ? true : undefined;
    case 'function':
    case 'native':
    case 'class':
    case 'pattern':
    case 'super':
      return true;
    case 'object':
      // An empty list is false in Python; its number of items may also grow in a way that is not followed.
      return value.object.kind === 'plain' || value.object.kind === 'instance' ? true : undefined;
    case 'union': {
      const [first, ...rest] = value.options.map(truthOf);
      return rest.every((one) => one === first) ? first : undefined;
    }
    default:
      return undefined;
  }
}

/** What is known when the value is true (or false). */
export function learnedWhen(value: Value, truth: boolean): readonly Learned[] {
  if (value.kind === 'test') return truth ? value.whenTrue : value.whenFalse;
  if (value.kind !== 'union') return [];
  // A value that cannot be so says nothing against what the others know.
  const possible = value.options.filter((one) => {
    const known = truthOf(one);
    return known === undefined || known === truth;
  });
  return intersectLearned(possible.map((one) => learnedWhen(one, truth)));
}

export function intersectLearned(all: readonly (readonly Learned[])[]): readonly Learned[] {
  const [first, ...rest] = all;
  if (first === undefined) return [];
  if (rest.length === 0) return first;
  const result: Learned[] = [];
  for (const { key, bits } of first) {
    const shared = rest.reduce((left, one) => left & bitsOf(one, key), bits);
    if (shared !== 0) result.push({ key, bits: shared });
  }
  return result;
}

export function unionLearned(a: readonly Learned[], b: readonly Learned[]): readonly Learned[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const bits = new Map(a.map((one) => [one.key, one.bits]));
  for (const one of b) bits.set(one.key, (bits.get(one.key) ?? 0) | one.bits);
  return [...bits].map(([key, value]) => ({ key, bits: value }));
}

function bitsOf(all: readonly Learned[], key: string): number {
  return all.find((one) => one.key === key)?.bits ?? 0;
}

export function testValue(whenTrue: readonly Learned[], whenFalse: readonly Learned[] = []): Value {
  if (whenTrue.length === 0 && whenFalse.length === 0) {
    return { kind: 'opaque', labels: [], type: 'boolean', reason: 'decided at run time' };
  }
  return { kind: 'test', whenTrue, whenFalse };
}

/** A value that is only ever asked for its truth. */
export function isTruthValue(value: Value): boolean {
  switch (value.kind) {
    case 'test':
      return true;
    case 'constant':
      return typeof value.value === 'boolean' || value.value === undefined || value.value === null;
    case 'opaque':
      return value.type === 'boolean' && value.labels.length === 0;
    case 'union':
      return value.options.every(isTruthValue);
    default:
      return false;
  }
}

/** The value of one of several ways, each with what is known on it: a test that knows what all ways to true know. */
export function joinTests(
  ways: readonly { readonly value: Value; readonly known: readonly Learned[] }[],
): Value | undefined {
  if (!ways.every((way) => isTruthValue(way.value))) return undefined;
  const learned = (truth: boolean): readonly Learned[] =>
    intersectLearned(
      ways
        .filter((way) => {
          const known = truthOf(way.value);
          return known === undefined || known === truth;
        })
        .map((way) => unionLearned(way.known, learnedWhen(way.value, truth))),
    );
  const whenTrue = learned(true);
  const whenFalse = learned(false);
  return whenTrue.length === 0 && whenFalse.length === 0 ? undefined : { kind: 'test', whenTrue, whenFalse };
}
