import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allChecks } from '../../checks/index.ts';
import { loadDoc } from '../../checks/load-doc.ts';
import { scanFiles } from './scan-files.ts';

const docs = await Promise.all(allChecks.map(({ name }) => loadDoc(name)));
const examples = docs.flatMap((doc) => doc?.examples.bad ?? []);

/** The fingerprints of all findings, sorted; those of a bystander, which a test adds or renames, left out. */
function fingerprints(files: Readonly<Record<string, string>>): readonly string[] {
  return scanFiles(files)
    .report.findings.filter(({ subject }) => !/\/Bystander\d*$/.test(subject))
    .map(({ fingerprint }) => fingerprint)
    .sort();
}

interface Parts {
  readonly before: string;
  readonly resources: readonly string[];
  readonly after: string;
}

/** The text before the first resource, each resource with what belongs to it, and the sections behind. */
function partsOf(template: string): Parts | undefined {
  const lines = template.split('\n');
  const start = lines.findIndex((line) => /^Resources:\s*(#.*)?$/.test(line));
  if (start < 0) return undefined;
  const next = lines.findIndex((line, index) => index > start && /^\S/.test(line) && !line.startsWith('#'));
  const end = next < 0 ? lines.length : next;
  const resources: string[][] = [];
  for (const line of lines.slice(start + 1, end)) {
    if (/^ {2}[A-Za-z0-9]+:/.test(line)) resources.push([line]);
    else if (resources.length === 0 && line.trim() !== '') return undefined;
    else resources.at(-1)?.push(line);
  }
  return {
    before: lines.slice(0, start + 1).join('\n'),
    resources: resources.map((each) => each.join('\n').trimEnd()),
    after: lines.slice(end).join('\n'),
  };
}

const joined = ({ before, resources, after }: Parts): string => [before, ...resources, after].join('\n');
const bystander = (name: string): string => `  ${name}:\n    Type: AWS::CloudFormation::WaitConditionHandle`;
const cases = examples.flatMap((example) => {
  const parts = partsOf(example.template);
  return parts === undefined || parts.resources.length === 0 ? [] : [{ example, parts }];
});

describe('a fingerprint', () => {
  it(
    'stays when comments are inserted, resources change places, and what stands beside them is renamed',
    { timeout: 240_000 },
    () => {
      expect(cases.length).toBeGreaterThan(examples.length / 2);
      const edits = fc.record({
        which: fc.nat(cases.length - 1),
        at: fc.nat(20),
        order: fc.array(fc.nat(1000), { minLength: 20, maxLength: 20 }),
        name: fc.nat(99),
      });
      fc.assert(
        fc.property(edits, ({ which, at, order, name }) => {
          const { example, parts } = cases[which] as (typeof cases)[number];
          const scan = (changed: Parts): readonly string[] =>
            fingerprints({ ...example.files, 'template.yaml': joined(changed) });
          const own = { ...parts, resources: [...parts.resources, bystander('Bystander')] };
          const expected = scan(own);
          expect(expected.length).toBeGreaterThan(0);
          const place = at % own.resources.length;
          const commented = own.resources.map((each, index) =>
            index === place ? `${'  # why this is here\n'.repeat(10)}${each}` : each,
          );
          expect(
            scan({ ...own, before: `${'# the order service\n'.repeat(10)}${own.before}`, resources: commented }),
            `${example.title}: comments`,
          ).toEqual(expected);
          const shuffled = own.resources
            .map((each, index) => ({ each, rank: order[index] ?? 0 }))
            .sort((a, b) => a.rank - b.rank);
          expect(
            scan({ ...own, resources: shuffled.map(({ each }) => each) }),
            `${example.title}: another order`,
          ).toEqual(expected);
          expect(
            scan({ ...parts, resources: [bystander(`Bystander${name}`), ...parts.resources] }),
            `${example.title}: another name`,
          ).toEqual(expected);
        }),
        { numRuns: Number(process.env['LEASTWISE_FUZZ_RUNS'] ?? 150) },
      );
    },
  );
});
