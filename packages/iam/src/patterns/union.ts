import { ANY_CHARACTER, ANY_TEXT, type WildcardPattern } from './wildcard.ts';
import { contains, intersects } from './algebra.ts';

/**
 * Whether every instance of `inner` is an instance of at least one of `outers`: `logs-?` is inside neither `logs-a*` nor
 * `logs-?`... but may be inside several together. Decided by reading `inner` while following all of `outers` at once; undefined
 * when that takes more than `budget` states, which only patterns made for it do.
 */
export function containedInUnion(
  inner: WildcardPattern,
  outers: readonly WildcardPattern[],
  budget = 20_000,
): boolean | undefined {
  if (outers.some((outer) => contains(outer, inner))) return true;
  const touching = outers.filter((outer) => intersects(outer, inner));
  // Two patterns can complete each other only where both have wildcards or spell what the other leaves out.
  if (touching.length < 2) return false;
  return everyPathAccepted(inner.tokens, touching, budget);
}

function everyPathAccepted(
  inner: readonly number[],
  outers: readonly WildcardPattern[],
  budget: number,
): boolean | undefined {
  const automata = outers.map((outer) => outer.tokens);
  const alphabet = alphabetOf([inner, ...automata]);
  const start = { at: 0, states: automata.map((tokens) => closure(new Set([0]), tokens)) };
  const seen = new Set<string>();
  const work = [start];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const key = `${next.at}|${next.states.map((states) => [...states].toSorted((a, b) => a - b).join()).join('|')}`;
    if (seen.has(key)) continue;
    if (seen.add(key).size > budget) return undefined;
    const accepted = next.states.some((states, index) => states.has(automata[index]?.length ?? -1));
    if (next.at === inner.length && !accepted) return false;
    const token = inner[next.at];
    if (token === undefined) continue;
    if (token === ANY_TEXT) work.push({ at: next.at + 1, states: next.states });
    for (const character of token >= 0 ? [token] : alphabet) {
      const states = next.states.map((set, index) => advance(set, automata[index] ?? [], character));
      work.push({ at: token === ANY_TEXT ? next.at : next.at + 1, states });
    }
  }
  return true;
}

/** Every character that some pattern spells, and one that stands for all others. */
function alphabetOf(patterns: readonly (readonly number[])[]): readonly number[] {
  const other = 0x10_0000;
  return [...new Set(patterns.flat().filter((token) => token >= 0)), other];
}

function advance(states: ReadonlySet<number>, tokens: readonly number[], character: number): ReadonlySet<number> {
  const next = new Set<number>();
  for (const at of states) {
    const token = tokens[at];
    if (token === ANY_TEXT) next.add(at);
    else if (token === ANY_CHARACTER || token === character) next.add(at + 1);
  }
  return closure(next, tokens);
}

function closure(states: Set<number>, tokens: readonly number[]): ReadonlySet<number> {
  for (const at of states) if (tokens[at] === ANY_TEXT) states.add(at + 1);
  return states;
}
