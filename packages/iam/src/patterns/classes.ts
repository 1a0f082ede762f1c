import { contains, intersects } from './algebra.ts';
import { ANY_CHARACTER, ANY_TEXT, type WildcardPattern } from './wildcard.ts';

/** For each of the given patterns, in their order, whether the texts of the class are instances of it. */
export type PatternClass = readonly boolean[];

/**
 * Splits the texts that `whole` stands for by which of `patterns` they match, and gives every class that is not empty: with
 * `*` split by `a*` and `*z` the four classes are neither, the first, the second, both. Exact: reads `whole` while following all
 * patterns at once. Undefined when that would take more than `budget` steps, which only patterns made for it need.
 */
export function patternClasses(
  whole: WildcardPattern,
  patterns: readonly WildcardPattern[],
  budget = 500_000,
): readonly PatternClass[] | undefined {
  const fixed = patterns.map((pattern) => {
    return contains(pattern, whole) ? true : intersects(pattern, whole) ? undefined : false;
  });
  const open = patterns.filter((_, index) => fixed[index] === undefined);
  if (open.length === 0) return [fixed.map((matches) => matches === true)];
  const split = accepted(whole.tokens, open, budget);
  return split?.map((matches) => {
    let next = 0;
    return fixed.map((decided) => decided ?? matches[next++] === true);
  });
}

interface Reading {
  /** How far `whole` is read. */
  readonly at: number;
  /** Of each pattern the places at which it may stand. */
  readonly places: readonly (readonly number[])[];
}

function accepted(
  whole: readonly number[],
  patterns: readonly WildcardPattern[],
  budget: number,
): readonly PatternClass[] | undefined {
  const automata = patterns.map((pattern) => pattern.tokens);
  const found = new Map<string, PatternClass>();
  const seen = new Set<string>();
  const work: Reading[] = [{ at: 0, places: automata.map((tokens) => afterStars([0], tokens)) }];
  let steps = 0;
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const key = `${next.at};${next.places.join(';')}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { at, places } = next;
    const token = whole[at];
    if (token === undefined) {
      const matches = places.map((list, index) => list.at(-1) === automata[index]?.length);
      found.set(matches.join(), matches);
      continue;
    }
    if (token === ANY_TEXT) work.push({ at: at + 1, places });
    for (const character of token >= 0 ? [token] : telling(places, automata)) {
      // Patterns that can no longer match cost little.
      steps += 1 + places.length / 16;
      for (const list of places) steps += list.length;
      if (steps > budget) return undefined;
      const advanced = places.map((list, index) => advance(list, automata[index] ?? [], character));
      work.push({ at: token === ANY_TEXT ? at : at + 1, places: advanced });
    }
  }
  return [...found.keys()].toSorted().map((key) => found.get(key) ?? []);
}

/** The characters that make a difference at these places, and one that stands for all others. */
function telling(
  places: readonly (readonly number[])[],
  automata: readonly (readonly number[])[],
): ReadonlySet<number> {
  const other = 0x10_0000;
  const characters = new Set([other]);
  places.forEach((list, index) => {
    for (const at of list) {
      const token = automata[index]?.[at] ?? ANY_TEXT;
      if (token >= 0) characters.add(token);
    }
  });
  return characters;
}

function advance(places: readonly number[], tokens: readonly number[], character: number): readonly number[] {
  if (places.length === 0) return places;
  const next: number[] = [];
  for (const at of places) {
    const token = tokens[at];
    if (token === ANY_TEXT) next.push(at);
    else if (token === ANY_CHARACTER || token === character) next.push(at + 1);
  }
  return afterStars(next, tokens);
}

/** Sorted, each place once. A `*` may stand for nothing. */
function afterStars(places: readonly number[], tokens: readonly number[]): readonly number[] {
  const all = new Set(places);
  for (const at of all) if (tokens[at] === ANY_TEXT) all.add(at + 1);
  return [...all].toSorted((a, b) => a - b);
}
