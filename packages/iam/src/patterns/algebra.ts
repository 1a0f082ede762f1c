import {
  ANY_CHARACTER,
  ANY_TEXT,
  foldedPattern,
  matchesPattern,
  wildcardPattern,
  type WildcardPattern,
} from './wildcard.ts';

/**
 * Whether every text that `inner` stands for is one that `outer` stands for. Exact: `?*` is inside `*?`, `a*b` is not inside
 * `a?*b`. Letter case counts, as in ARNs; for actions take `containsActionPattern`.
 */
export function containsPattern(outer: string, inner: string): boolean {
  return contains(wildcardPattern(outer), wildcardPattern(inner));
}

/** Whether some text is an instance of both. */
export function intersectsPatterns(a: string, b: string): boolean {
  return intersects(wildcardPattern(a), wildcardPattern(b));
}

/** As `containsPattern` without regard to letter case, as IAM compares actions. */
export function containsActionPattern(outer: string, inner: string): boolean {
  return contains(foldedPattern(outer), foldedPattern(inner));
}

/** As `intersectsPatterns` without regard to letter case, as IAM compares actions. */
export function intersectsActionPatterns(a: string, b: string): boolean {
  return intersects(foldedPattern(a), foldedPattern(b));
}

/**
 * Containment over compiled patterns, in length times length.
 *
 * Replace each `?` of `inner` by a character that `outer` does not spell, and each `*` once by none and once by very many of
 * them. Literals of `outer` can then only lie on literals of `inner`, and what lies between two of them is a run of wildcards:
 * without `*` it covers exactly as many characters as it has `?` and no `*` of `inner`; with `*` it covers any stretch of
 * `inner` whose shortest instance has at least as many characters as the run has `?`. One placement that holds for the
 * shortest and the longest instance holds for all. (The test beside it compares with an automaton.)
 */
export function contains(outer: WildcardPattern, inner: WildcardPattern): boolean {
  if (inner.kind === 'exact') return matchesPattern(outer, inner.prefix);
  if (outer.kind === 'exact') return false;
  // The literal beginning of `outer` can lie on the literal beginning of `inner` only.
  if (!inner.prefix.startsWith(outer.prefix)) return false;
  if (outer.kind === 'prefix') return true;
  return placementExists(outer.tokens, inner.tokens);
}

function placementExists(outer: readonly number[], inner: readonly number[]): boolean {
  const shortest = shortestLengths(inner);
  // reached[j]: the tokens of `outer` read so far can cover exactly the first j tokens of `inner`.
  let reached = new Uint8Array(inner.length + 1);
  reached[0] = 1;
  for (let at = 0; at < outer.length; at++) {
    let characters = 0;
    while (outer[at + characters] === ANY_CHARACTER) characters++;
    if (outer[at + characters] === ANY_TEXT) {
      reached = afterOpenRun(reached, shortest, characters);
      at += characters;
    } else {
      reached = afterOne(reached, inner, outer[at] as number);
    }
    if (!reached.includes(1)) return false;
  }
  return reached[inner.length] === 1;
}

function afterOpenRun(reached: Uint8Array, shortest: readonly number[], characters: number): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(reached.length);
  const first = reached.indexOf(1);
  const needed = (shortest[first] ?? 0) + characters;
  for (let j = first; j < next.length; j++) if ((shortest[j] ?? 0) >= needed) next[j] = 1;
  return next;
}

function afterOne(reached: Uint8Array, inner: readonly number[], wanted: number): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(reached.length);
  for (let j = 0; j < inner.length; j++) {
    const covers = wanted === ANY_CHARACTER ? inner[j] !== ANY_TEXT : inner[j] === wanted;
    if (reached[j] === 1 && covers) next[j + 1] = 1;
  }
  return next;
}

function shortestLengths(tokens: readonly number[]): readonly number[] {
  const lengths = [0];
  for (const token of tokens) lengths.push((lengths.at(-1) ?? 0) + (token === ANY_TEXT ? 0 : 1));
  return lengths;
}

/** Intersection over compiled patterns: reads both at once, in length times length. */
export function intersects(a: WildcardPattern, b: WildcardPattern): boolean {
  if (a.kind === 'exact') return matchesPattern(b, a.prefix);
  if (b.kind === 'exact') return matchesPattern(a, b.prefix);
  if (!a.prefix.startsWith(b.prefix) && !b.prefix.startsWith(a.prefix)) return false;
  if (a.kind === 'prefix' && b.kind === 'prefix') return true;
  let row = closure(new Uint8Array(b.tokens.length + 1).fill(1, 0, 1), b.tokens);
  for (const token of a.tokens) row = closure(afterToken(row, token, b.tokens), b.tokens);
  return row[b.tokens.length] === 1;
}

function afterToken(row: Uint8Array, token: number, other: readonly number[]): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(row.length);
  if (token === ANY_TEXT) {
    const first = row.indexOf(1);
    return first === -1 ? next : next.fill(1, first);
  }
  for (let j = 0; j < other.length; j++) {
    if (row[j] !== 1) continue;
    const facing = other[j] as number;
    if (facing === ANY_TEXT) next[j] = 1;
    else if (token === ANY_CHARACTER || facing === ANY_CHARACTER || token === facing) next[j + 1] = 1;
  }
  return next;
}

/** A `*` of the other pattern may stand for nothing. */
function closure(row: Uint8Array<ArrayBuffer>, other: readonly number[]): Uint8Array<ArrayBuffer> {
  for (let j = 0; j < other.length; j++) if (row[j] === 1 && other[j] === ANY_TEXT) row[j + 1] = 1;
  return row;
}
