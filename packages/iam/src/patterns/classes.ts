import { contains, intersects } from './algebra.ts';
import { ANY_CHARACTER, ANY_TEXT, matchesPattern, type WildcardPattern } from './wildcard.ts';

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
  const split = nested(whole, open) ?? accepted(whole.tokens, open, budget);
  return split?.map((matches) => {
    let next = 0;
    return fixed.map((decided) => decided ?? matches[next++] === true);
  });
}

/**
 * Patterns of policies mostly lie inside one another or apart. Then a text can only match a pattern with all that hold it, or
 * none, and one text of each such class shows that it is not empty. Undefined when they overlap or no such text is at hand.
 */
function nested(whole: WildcardPattern, patterns: readonly WildcardPattern[]): readonly PatternClass[] | undefined {
  if (patterns.length > 1000) return undefined;
  const held = patterns.map((inner) => patterns.map((outer) => contains(outer, inner)));
  const none = patterns.map(() => false);
  if (!isInstanceOf(telltale(whole, patterns), patterns, none)) return undefined;
  for (const [index, pattern] of patterns.entries()) {
    const own = held[index] ?? none;
    const holds = patterns.map((_, other) => held[other]?.[index] === true && own[other] !== true);
    const isApart = patterns.every(
      (other, at) => own[at] === true || holds[at] === true || !intersects(pattern, other),
    );
    if (!isApart) return undefined;
    // What holds no other is a class by itself: it has a text in common with the whole.
    const isShown = !holds.includes(true) || contains(whole, pattern);
    if (!isShown || (holds.includes(true) && !isInstanceOf(telltale(pattern, patterns), patterns, own)))
      return undefined;
  }
  const found = new Map([none, ...held].map((matches) => [matches.join(), matches]));
  return [...found.values()];
}

function isInstanceOf(text: string, patterns: readonly WildcardPattern[], expected: PatternClass): boolean {
  return patterns.every((pattern, index) => matchesPattern(pattern, text) === expected[index]);
}

/** A text of the pattern with characters that none of the patterns spells, and more of them than those have places. */
function telltale(pattern: WildcardPattern, patterns: readonly WildcardPattern[]): string {
  const strange = '\uFFFF';
  const many = strange.repeat(1 + Math.max(...patterns.map(({ tokens }) => tokens.length)));
  return pattern.tokens
    .map((token) => (token === ANY_TEXT ? many : token === ANY_CHARACTER ? strange : String.fromCharCode(token)))
    .join('');
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

/** Sorted, each place once, as the given ones are. A `*` may stand for nothing. */
function afterStars(places: readonly number[], tokens: readonly number[]): readonly number[] {
  const all: number[] = [];
  let last = -1;
  for (const place of places) {
    for (let at = place; ; at++) {
      if (at > last) all.push((last = at));
      if (tokens[at] !== ANY_TEXT) break;
    }
  }
  return all;
}
