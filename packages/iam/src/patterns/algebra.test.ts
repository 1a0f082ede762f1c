import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  containsActionPattern,
  containsPattern,
  intersects,
  intersectsActionPatterns,
  intersectsPatterns,
} from './algebra.ts';
import { patternClasses } from './classes.ts';
import { matchesPattern, wildcardPattern } from './wildcard.ts';

/** Few letters, so that patterns meet; `x` is spelled by no pattern and stands for every other letter. */
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 7 });
/** Two of them have a common instance of at most six letters, if any. */
const shortPattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 3 });
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'x'), maxLength: 9 });
const runs = { numRuns: 20_000, seed: 5 };

function asRegExp(glob: string): RegExp {
  return new RegExp(`^${glob.replaceAll('*', '[^]*').replaceAll('?', '[^]')}$`);
}

function instanceOf(glob: string, fillings: readonly string[]): string {
  let at = 0;
  return glob.replaceAll(/[*?]/g, (wildcard) => {
    const filling = fillings[at++ % Math.max(fillings.length, 1)] ?? '';
    return wildcard === '*' ? filling : (filling[0] ?? 'x');
  });
}

describe('patterns', () => {
  it('match as regular expressions do', () => {
    fc.assert(
      fc.property(pattern, text, (glob, value) => {
        expect(matchesPattern(wildcardPattern(glob), value)).toBe(asRegExp(glob).test(value));
      }),
      runs,
    );
  });

  it('contain each other exactly when an automaton says so', () => {
    fc.assert(
      fc.property(pattern, pattern, (outer, inner) => {
        // The classes of `inner` by one pattern: contained when there is no class outside.
        const byAutomaton = automatonContains(outer, inner);
        expect(containsPattern(outer, inner), `${outer} contains ${inner}`).toBe(byAutomaton);
      }),
      runs,
    );
  });

  it('that contain another match each of its instances', () => {
    fc.assert(
      fc.property(pattern, pattern, fc.array(text, { maxLength: 4 }), (outer, inner, fillings) => {
        const instance = instanceOf(inner, fillings);
        expect(matchesPattern(wildcardPattern(inner), instance)).toBe(true);
        if (containsPattern(outer, inner)) expect(matchesPattern(wildcardPattern(outer), instance)).toBe(true);
        if (matchesPattern(wildcardPattern(outer), instance)) expect(intersectsPatterns(outer, inner)).toBe(true);
      }),
      runs,
    );
  });

  it('intersect exactly when some text is an instance of both', () => {
    fc.assert(
      fc.property(shortPattern, shortPattern, (a, b) => {
        expect(intersectsPatterns(a, b)).toBe(allTexts.some((one) => asRegExp(a).test(one) && asRegExp(b).test(one)));
        expect(intersectsPatterns(b, a)).toBe(intersectsPatterns(a, b));
      }),
      { numRuns: 1000, seed: 5 },
    );
  });

  it.each([
    ['*?', '?*', true],
    ['a?*b', 'a*b', false],
    ['a*b', 'a?*b', true],
    ['*', '', true],
    ['?*', '*a', true],
    ['*a*', '*a', true],
    ['*ab*', '*a*b*', false],
    ['arn:aws:s3:::orders/*', 'arn:aws:s3:::orders/2026/*', true],
    ['arn:aws:s3:::orders*', 'arn:aws:s3:::orders/*', true],
    ['arn:aws:s3:::orders/*', 'arn:aws:s3:::orders*', false],
    ['arn:aws:s3:::*/logs/*', 'arn:aws:s3:::a/logs/b/logs/c', true],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    expect(containsPattern(outer, inner)).toBe(expected);
  });

  it('of actions ignore letter case, of resources do not', () => {
    expect(containsActionPattern('S3:GET*', 's3:getObject')).toBe(true);
    expect(intersectsActionPatterns('s3:Get*', 'S3:*OBJECT')).toBe(true);
    expect(containsPattern('arn:aws:s3:::Orders', 'arn:aws:s3:::orders')).toBe(false);
  });

  it('made to be slow are not', () => {
    const outer = '*a'.repeat(500);
    const inner = `${'a*'.repeat(500)}b`;
    const start = performance.now();
    expect(containsPattern(outer, inner)).toBe(false);
    expect(matchesPattern(wildcardPattern(`${'*a?'.repeat(300)}b`), 'a'.repeat(4000))).toBe(false);
    expect(intersectsPatterns(`${outer}c`, `${inner}d`)).toBe(false);
    const overlapping = [`*a${'?'.repeat(40)}`, `*b${'?'.repeat(39)}`].map(wildcardPattern);
    expect(patternClasses(wildcardPattern('*'), overlapping)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('the classes of a pattern', () => {
  it('are those that its instances show', () => {
    fc.assert(
      fc.property(shortPattern, fc.array(shortPattern, { maxLength: 3 }), (whole, patterns) => {
        const shown = new Set(
          allTexts
            .filter((one) => asRegExp(whole).test(one))
            .map((one) => patterns.map((glob) => asRegExp(glob).test(one)).join()),
        );
        const classes = patternClasses(wildcardPattern(whole), patterns.map(wildcardPattern)) ?? [];
        const found = new Set(classes.map((matches) => matches.join()));
        expect([...found].toSorted(), `${whole} by ${patterns.join(' ')}`).toEqual([...shown].toSorted());
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it('tell what several patterns cover together', () => {
    const whole = wildcardPattern('orders-?');
    const classes = patternClasses(whole, [wildcardPattern('*-a'), wildcardPattern('orders-*')]);
    expect(classes?.toSorted()).toEqual([
      [false, true],
      [true, true],
    ]);
  });
});

/** Every text of up to seven of the letters; enough to be an instance of two patterns of that length together. */
const allTexts: readonly string[] = (() => {
  const found = [''];
  for (let at = 0; (found[at]?.length ?? 7) < 7; at++)
    for (const letter of ['a', 'b', 'x']) found.push(found[at] + letter);
  return found;
})();

function automatonContains(outer: string, inner: string): boolean {
  if (!intersects(wildcardPattern(outer), wildcardPattern(inner))) return false;
  return referenceContains([...outer], [...inner]);
}

/** Reads `inner` letter by letter and keeps every place at which `outer` may stand. */
function referenceContains(outer: readonly string[], inner: readonly string[]): boolean {
  const closure = (places: ReadonlySet<number>): ReadonlySet<number> => {
    const all = new Set(places);
    for (const place of all) if (outer[place] === '*') all.add(place + 1);
    return all;
  };
  const step = (places: ReadonlySet<number>, letter: string): ReadonlySet<number> => {
    const next = new Set<number>();
    for (const place of places) {
      if (outer[place] === '*') next.add(place);
      else if (outer[place] === '?' || outer[place] === letter) next.add(place + 1);
    }
    return closure(next);
  };
  const seen = new Set<string>();
  const work: [number, ReadonlySet<number>][] = [[0, closure(new Set([0]))]];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const [at, places] = next;
    const key = `${at}:${[...places].join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const token = inner[at];
    if (token === undefined) {
      if (!places.has(outer.length)) return false;
      continue;
    }
    if (token === '*') work.push([at + 1, places]);
    for (const letter of token === '*' || token === '?' ? ['a', 'b', 'x'] : [token]) {
      work.push([token === '*' ? at : at + 1, step(places, letter)]);
    }
  }
  return true;
}
