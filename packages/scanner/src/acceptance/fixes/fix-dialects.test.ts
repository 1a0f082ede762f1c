import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dialectCases } from '../dialects/dialect-cases.ts';
import { fixFiles } from './fix-text.fixture.ts';

/** What a dialect cannot say, or a writer does not say yet. */
const without = JSON.parse(readFileSync(new URL('without.json', import.meta.url), 'utf8')) as Readonly<
  Record<'terraform' | 'serverless', Readonly<Record<string, string>>>
>;

describe.each([
  { dialect: 'terraform', root: 'main.tf' },
  { dialect: 'serverless', root: 'serverless.yml' },
] as const)('a fix in $dialect', ({ dialect, root }) => {
  const folder = new URL(`../dialects/${dialect}/`, import.meta.url);
  const cases = readdirSync(folder).flatMap((file) => dialectCases(readFileSync(new URL(file, folder), 'utf8')));

  it.each(cases)('$check is fixed, and only once', ({ check, weak, files }) => {
    const { outcomes, files: after } = fixFiles({ ...files, [root]: weak }, root, (finding) => finding.check === check);
    if (outcomes.length === 0) return;
    const withheld = outcomes.filter(({ result }) => result !== 'fixed').map(({ reasons }) => reasons.join(' '));
    if (Object.hasOwn(without[dialect], check)) {
      expect(withheld.length, 'the list of exceptions says that this is not fixed').toBeGreaterThan(0);
      return;
    }
    expect(withheld).toEqual([]);
    expect(after[root]).not.toBe(weak);
    const again = fixFiles(after, root, (finding) => finding.check === check);
    expect(again.files[root]).toBe(after[root]);
  });
});
