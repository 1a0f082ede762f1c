import { admitted, every } from './pattern-characters.ts';

/**
 * Whether a backtracking engine may need exponential time for a text that does not match: some part that repeats can read the
 * same text in two ways (Weideman and others, "Analyzing Matching Time Behavior of Backtracking Regular Expression Matchers",
 * 2016), and something after it may fail. Read as text, never run. Patterns with look-around or back references, and
 * longer ones, are not judged.
 */
export function takesExponentialTime(source: string, isWhole = false): boolean {
  if (source.length > 1000 || !/[*+{]/.test(source)) return false;
  const reader = new Reader(source);
  const whole = reader.read();
  if (whole === undefined) return false;
  const { characters, follow } = reader;
  const last = new Set(whole.last);
  // What can end the match at once never goes back.
  const mayFail = (at: number): boolean => !last.has(at) || reader.isEndHeld || isWhole;
  const loops = components(characters.length, follow);
  for (let at = 0; at < characters.length; at++) {
    if (loops[at] !== undefined && mayFail(at) && readsTwoWays(at, characters, follow, loops)) return true;
  }
  return false;
}

interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly isEmpty: boolean;
}

const MOST_PLACES = 120;
const nothing: Part = { first: [], last: [], isEmpty: true };

/** Each character of the pattern is a place; `follow` says how often one place may come after another. */
class Reader {
  readonly characters: string[] = [];
  readonly follow: Map<number, number>[] = [];
  isEndHeld = false;
  readonly #source: string;
  #at = 0;
  #depth = 0;
  #isRefused = false;

  constructor(source: string) {
    this.#source = source;
  }

  read(): Part | undefined {
    const part = this.#alternatives();
    return this.#isRefused || this.#at < this.#source.length ? undefined : part;
  }

  #alternatives(): Part {
    const parts = [this.#sequence()];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      parts.push(this.#sequence());
    }
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      isEmpty: parts.some(({ isEmpty }) => isEmpty),
    };
  }

  #sequence(): Part {
    let all = nothing;
    while (!this.#isRefused && this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] ?? '')) {
      all = this.#join(all, this.#repeated());
    }
    return all;
  }

  #join(one: Part, next: Part): Part {
    this.#connect(one.last, next.first);
    return {
      first: one.isEmpty ? [...one.first, ...next.first] : one.first,
      last: next.isEmpty ? [...one.last, ...next.last] : next.last,
      isEmpty: one.isEmpty && next.isEmpty,
    };
  }

  #connect(from: readonly number[], to: readonly number[]): void {
    for (const each of from) {
      const after = this.follow[each];
      for (const next of to) after?.set(next, (after.get(next) ?? 0) + 1);
    }
  }

  #repeated(): Part {
    const part = this.#atom();
    const quantifier = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})[?+]?/.exec(this.#source.slice(this.#at, this.#at + 24));
    if (quantifier === null) return part;
    this.#at += quantifier[0].length;
    const [text, least, comma, most] = quantifier;
    // A possessive quantifier gives nothing back.
    if (text.length > 1 && text.endsWith('+')) this.#isRefused = true;
    const isOpen =
      text.startsWith('*') || text.startsWith('+') || (comma === ',' && (most === '' || Number(most) > 20));
    if (isOpen) this.#connect(part.last, part.first);
    const mayMiss = text.startsWith('*') || text.startsWith('?') || Number(least ?? 1) === 0;
    return { ...part, isEmpty: part.isEmpty || mayMiss };
  }

  #atom(): Part {
    const rest = this.#source.slice(this.#at);
    if (rest.startsWith('(')) return this.#group(rest);
    if (rest[0] === '^' || rest[0] === '$') {
      if (rest[0] === '$' && this.#depth === 0) this.isEndHeld = true;
      this.#at++;
      return nothing;
    }
    const boundary = /^\\[bBAZz]/.exec(rest);
    if (boundary !== null) {
      if (boundary[0].toLowerCase() === '\\z') this.isEndHeld = true;
      this.#at += 2;
      return nothing;
    }
    const unit = /^(?:\[(?:\^?\]?)(?:[^\]\\]|\\[^])*\]|\\[^]|[^])/.exec(rest)?.[0] ?? '';
    this.#at += unit.length;
    const characters =
      unit === '.' ? every.replace('\n', '') : admitted(unit.length === 1 && '{}]'.includes(unit) ? `\\${unit}` : unit);
    if (characters === undefined || this.characters.length >= MOST_PLACES) this.#isRefused = true;
    const place = this.characters.push(characters ?? '') - 1;
    this.follow.push(new Map());
    return { first: [place], last: [place], isEmpty: false };
  }

  #group(rest: string): Part {
    const opening = /^\((?:\?(?::|P?<(?![=!])[^>]{1,60}>))?/.exec(rest)?.[0] ?? '(';
    if (rest.startsWith('(?') && opening === '(') this.#isRefused = true;
    this.#at += opening.length;
    this.#depth++;
    if (this.#depth > 50) this.#isRefused = true;
    const inside = this.#isRefused ? nothing : this.#alternatives();
    this.#depth--;
    if (this.#source[this.#at] !== ')') this.#isRefused = true;
    this.#at++;
    return inside;
  }
}

/** Of each place that lies on a loop the loops it lies on, as the least place of them. */
function components(count: number, follow: readonly ReadonlyMap<number, number>[]): readonly (number | undefined)[] {
  const reach = Array.from({ length: count }, (_, from) => {
    const found = new Set<number>();
    const open = [...(follow[from]?.keys() ?? [])];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (found.has(at)) continue;
      found.add(at);
      open.push(...(follow[at]?.keys() ?? []));
    }
    return found;
  });
  return reach.map((found, at) => {
    if (!found.has(at)) return undefined;
    return Math.min(...[...found].filter((other) => reach[other]?.has(at) === true));
  });
}

/** Whether two different ways lead from a place back to it with the same text. */
function readsTwoWays(
  start: number,
  characters: readonly string[],
  follow: readonly ReadonlyMap<number, number>[],
  loops: readonly (number | undefined)[],
): boolean {
  const inLoop = (at: number): readonly (readonly [number, number])[] =>
    [...(follow[at] ?? [])].filter(([next]) => loops[next] === loops[start]);
  const seen = new Set<number>();
  const open: { readonly one: number; readonly other: number; readonly apart: boolean }[] = [
    { one: start, other: start, apart: false },
  ];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    for (const [one, times] of inLoop(pair.one)) {
      for (const [other] of inLoop(pair.other)) {
        const apart = pair.apart || one !== other || (pair.one === pair.other && times > 1);
        if (!apart && one === other && one === start) continue;
        if (!meet(characters[one] ?? '', characters[other] ?? '')) continue;
        if (apart && one === start && other === start) return true;
        const key = (one * MOST_PLACES + other) * 2 + (apart ? 1 : 0);
        if (seen.has(key)) continue;
        seen.add(key);
        open.push({ one, other, apart });
      }
    }
  }
  return false;
}

function meet(one: string, other: string): boolean {
  return one === other || [...one].some((unit) => other.includes(unit));
}
