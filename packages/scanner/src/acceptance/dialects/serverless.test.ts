import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allChecks } from '../../checks/index.ts';
import { loadDoc } from '../../checks/load-doc.ts';
import { dialectCases } from './dialect-cases.ts';
import { judgeText } from './judge-text.ts';
import { underResources } from './under-resources.ts';

const folder = new URL('serverless/', import.meta.url);
const cases = readdirSync(folder).flatMap((file) => dialectCases(readFileSync(new URL(file, folder), 'utf8')));

describe('the same weakness in the words of the Serverless Framework', () => {
  it.each(cases)(
    '$check is found on its line, and gone when it is repaired',
    ({ check, weak, repaired, lines, elsewhere, files }) => {
      const before = judgeText(check, 'serverless.yml', { ...files, 'serverless.yml': weak });
      expect(before.trouble).toEqual([]);
      expect(
        [...new Set(before.lines)].toSorted((one, other) => one - other),
        before.titles.join(' / '),
      ).toEqual(lines);
      expect(before.elsewhere).toEqual(elsewhere);
      const after = judgeText(check, 'serverless.yml', { ...files, 'serverless.yml': repaired });
      expect(after.trouble).toEqual([]);
      expect(after.titles).toEqual([]);
    },
  );
});

const embedded = (
  await Promise.all(
    allChecks.map(async (check) => {
      const doc = await loadDoc(check.name);
      const each = (examples: NonNullable<typeof doc>['examples']['bad'], isWeak: boolean) =>
        examples.flatMap(({ template, files }) => {
          const service = underResources(template);
          return service === undefined ? [] : [{ check: check.name, isWeak, service, template, files: files ?? {} }];
        });
      return doc === undefined ? [] : [...each(doc.examples.bad, true), ...each(doc.examples.good, false)];
    }),
  )
).flat();

describe('the resources of a service', () => {
  it.each(embedded)('$check answers as for the template', ({ check, service, template, files }) => {
    const asTemplate = judgeText(check, 'template.yaml', { ...files, 'template.yaml': template });
    const asService = judgeText(check, 'serverless.yml', { ...files, 'serverless.yml': service.text });
    expect(asService.lines.map((line) => line - service.shift)).toEqual(asTemplate.lines);
  });
});

it('is proved for every check in one of the two ways', () => {
  const proved = new Set([...cases.map(({ check }) => check), ...embedded.map(({ check }) => check)]);
  // What stands in code is read alike, whatever deploys it.
  const inTemplates = allChecks.filter(({ area }) => area !== 'code').map(({ name }) => name);
  expect(inTemplates.filter((name) => !proved.has(name))).toEqual([]);
});
