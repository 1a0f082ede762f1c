import { describe, expect, test } from 'vitest';
import { areas } from './areas.ts';
import { knownDisagreements } from './known-disagreements.ts';
import { runCase } from './run-case.ts';

describe.each(areas)('exposure of $name', ({ cases }) => {
  test.each(cases)('$name', (subject) => {
    const result = runCase(subject);
    if (knownDisagreements[subject.name] !== undefined) {
      expect(result.right, 'a known disagreement is right by now: take it off the list').toBe(false);
      return;
    }
    expect(result.found).toEqual(result.expected);
    expect(result.lacking).toEqual([]);
  });
});

test('every case has a name of its own and a page of AWS or Amazon', () => {
  const all = areas.flatMap((area) => area.cases);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(
    all.filter(
      ({ page }) => !/^https:\/\/(docs\.aws\.amazon\.com|developer\.amazon\.com|docs\.amplify\.aws)\//.test(page),
    ),
  ).toEqual([]);
  expect(all.length).toBeGreaterThanOrEqual(300);
});

test('every known disagreement names a case', () => {
  const names = new Set(areas.flatMap((area) => area.cases.map(({ name }) => name)));
  expect(Object.keys(knownDisagreements).filter((name) => !names.has(name))).toEqual([]);
});
