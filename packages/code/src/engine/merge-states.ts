import type { CellKey, Cells, Delta, Journal } from './cells.ts';
import { join, widen } from './join.ts';
import { sameValue } from './same-value.ts';
import { constant, undefinedValue, type Value } from './value.ts';

/** Writes what was true at the end of each of several ways, joined; the journal stands at their common beginning. */
export function applyJoined(
  journal: Journal,
  deltas: readonly Delta[],
  born: number,
  joinValues: (values: readonly (Value | undefined)[], key: CellKey) => Value | undefined = joinOptional,
): void {
  const [only] = deltas;
  if (only === undefined) return;
  if (deltas.length === 1) {
    for (const [cells, keys] of only) for (const [key, value] of keys) journal.write(cells, key, value);
    return;
  }
  const written = new Map<Cells, Set<CellKey>>();
  for (const delta of deltas) {
    for (const [cells, keys] of delta) {
      let all = written.get(cells);
      if (all === undefined) written.set(cells, (all = new Set()));
      for (const key of keys.keys()) all.add(key);
    }
  }
  for (const [cells, keys] of written) {
    const isYoung = cells.born >= born;
    for (const key of keys) {
      const before = cells.values.get(key);
      const values: (Value | undefined)[] = [];
      for (const delta of deltas) {
        const own = delta.get(cells);
        if (own?.has(key) === true) values.push(own.get(key));
        else if (!isYoung) values.push(before);
      }
      const [first] = values;
      const isSame = values.length > 0 && first !== undefined && values.every((value) => value === first);
      journal.write(cells, key, isSame ? first : joinCell(cells, key, values, joinValues));
    }
  }
}

function joinCell(
  cells: Cells,
  key: CellKey,
  values: readonly (Value | undefined)[],
  joinValues: (values: readonly (Value | undefined)[], key: CellKey) => Value | undefined,
): Value | undefined {
  if (cells.kind === 'known') return intersectBits(values);
  if (key === '#') return sameCount(values);
  if (typeof key === 'number' || key === '[]' || key === '*' || /^\d+$/.test(key)) {
    const present = values.filter((value) => value !== undefined);
    return present.length === values.length ? joinValues(values, key) : joinOptional(present);
  }
  return joinValues(values, key);
}

/** What every way knows. */
export function intersectBits(values: readonly (Value | undefined)[]): Value | undefined {
  let bits = ~0;
  for (const value of values) {
    bits &= value?.kind === 'constant' && typeof value.value === 'number' ? value.value : 0;
  }
  return bits === 0 ? undefined : constant(bits);
}

function sameCount(values: readonly (Value | undefined)[]): Value | undefined {
  const [first] = values;
  if (first === undefined) return undefined;
  return values.every((one) => one !== undefined && sameValue(one, first)) ? first : undefined;
}

/** A member that one way did not set is undefined there. */
export function joinOptional(values: readonly (Value | undefined)[]): Value | undefined {
  let result: Value | undefined;
  for (const value of values) {
    const one = value ?? undefinedValue;
    result = result === undefined ? one : join(result, one);
  }
  return result;
}

/**
 * Joins the state after one round of a loop into the state before it. Says whether anything that existed before the loop
 * changed, so that another round could see more.
 */
export function applyRound(journal: Journal, delta: Delta, born: number, isLast: boolean): boolean {
  let hasChanged = false;
  for (const [cells, keys] of delta) {
    const isYoung = cells.born >= born;
    for (const [key, value] of keys) {
      const before = cells.values.get(key);
      if (cells.kind === 'known') {
        journal.write(cells, key, intersectBits([before, value]));
        continue;
      }
      if (isYoung || before === undefined) {
        journal.write(cells, key, value);
        if (!isYoung && typeof key !== 'number' && value !== undefined) hasChanged = true;
        continue;
      }
      if (key === '#') {
        const count = sameCount([before, value]);
        if (count === undefined) {
          journal.write(cells, key, undefined);
          hasChanged = true;
        }
        continue;
      }
      const after = value ?? undefinedValue;
      const joined = isLast ? widen(before, after) : join(before, after);
      if (sameValue(joined, before)) continue;
      journal.write(cells, key, joined);
      hasChanged = true;
    }
  }
  return hasChanged;
}
