import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allChecks } from '../../checks/index.ts';
import { dialectCases } from './dialect-cases.ts';
import { judgeText } from './judge-text.ts';

const folder = new URL('terraform/', import.meta.url);
const cases = readdirSync(folder).flatMap((file) => dialectCases(readFileSync(new URL(file, folder), 'utf8')));

describe('the same weakness in Terraform', () => {
  it.each(cases)(
    '$check is found on its line, and gone when it is repaired',
    ({ check, weak, repaired, lines, elsewhere, files }) => {
      const before = judgeText(check, 'main.tf', { ...files, 'main.tf': weak });
      expect(before.trouble).toEqual([]);
      expect(
        [...new Set(before.lines)].toSorted((one, other) => one - other),
        before.titles.join(' / '),
      ).toEqual(lines);
      expect(before.elsewhere).toEqual(elsewhere);
      const after = judgeText(check, 'main.tf', { ...files, 'main.tf': repaired });
      expect(after.trouble).toEqual([]);
      expect(after.titles).toEqual([]);
    },
  );

  it('is written for every check, or it is said why not', () => {
    const said = JSON.parse(readFileSync(new URL('without.json', import.meta.url), 'utf8')) as {
      readonly terraform: Readonly<Record<string, string>>;
    };
    const written = new Set([...cases.map(({ check }) => check), ...Object.keys(said.terraform)]);
    // What stands in code is read alike, whatever deploys it.
    const inTemplates = allChecks.filter(({ area }) => area !== 'code').map(({ name }) => name);
    expect(inTemplates.filter((name) => !written.has(name))).toEqual([]);
  });
});
