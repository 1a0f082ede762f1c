import type { FixIntent } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import type { Example } from '../../checks/check-doc.ts';
import { allChecks } from '../../checks/index.ts';
import { loadDoc } from '../../checks/load-doc.ts';
import { underResources } from '../dialects/under-resources.ts';
import { variantsOf } from '../example-variants.ts';
import { fixFiles } from './fix-text.fixture.ts';

/** Each check whose fix a writer knows, with every way in which its bad examples are laid out. */
const cases = (
  await Promise.all(
    allChecks
      .filter((check) => check.fix !== 'none' && check.area !== 'code')
      .map(async (check) => {
        const doc = await loadDoc(check.name);
        return (doc?.examples.bad ?? []).flatMap((example) =>
          layouts(example).map((layout) => ({ check: check.name, example, ...layout })),
        );
      }),
  )
).flat();

interface Layout {
  readonly layout: string;
  readonly root: string;
  readonly text: string;
}

function layouts({ template }: Example): readonly Layout[] {
  const json = variantsOf(template).find(({ name }) => name === 'as JSON')?.files['template.json'];
  const service = underResources(template)?.text;
  const yaml = (layout: string, text: string): Layout => ({ layout, root: 'template.yaml', text });
  return [
    yaml('as it is written', template),
    yaml('with a comment before each key of the second level', commented(template)),
    yaml('with the line ends of Windows', template.replaceAll('\n', '\r\n')),
    yaml('without a line end at the end', template.trimEnd()),
    ...(json === undefined
      ? []
      : [
          { layout: 'as JSON', root: 'template.json', text: json },
          {
            layout: 'as JSON with tabs',
            root: 'template.json',
            text: json.replaceAll(/^ +/gm, (s) => '\t'.repeat(s.length / 2)),
          },
        ]),
    ...(service === undefined ? [] : [{ layout: 'as resources of a service', root: 'serverless.yml', text: service }]),
  ];
}

function commented(template: string): string {
  return template.replaceAll(/^ {2}(?=[A-Za-z])/gm, '  # kept as it is\n  ');
}

describe('a fix of a check', () => {
  it.each(cases)('$check: $example.title, $layout', ({ check, example, root, text }) => {
    const before = { ...example.files, [root]: text };
    const { files, outcomes } = fixFiles(
      before,
      root,
      (finding) => finding.check === check && finding.fix.kind !== 'none',
    );
    const after = files[root] ?? '';
    const withheld = outcomes.filter(({ result }) => result !== 'fixed').map(({ reasons }) => reasons.join(' '));
    if (outcomes.length === 0) return;
    expect(withheld).toEqual([]);
    // What a fix leaves alone stays as it is, in its order.
    expect(after).not.toBe(text);
    expect(commentsOf(after)).toEqual(commentsOf(text));
    expect(lineEndsOf(after)).toEqual(lineEndsOf(text));
    expect(/[\r\n]$/.test(after)).toBe(/[\r\n]$/.test(text));
    // One line for each value that is replaced; what is removed on purpose may be longer.
    const intents = outcomes.flatMap(({ finding }) => finding.intents ?? []);
    if (intents.some(({ kind }) => kind === 'remove')) expect(text.length).toBeGreaterThan(after.length);
    else
      expect(difference(text, after).taken.length).toBeLessThanOrEqual(
        intents.map(valuesOf).reduce((sum, count) => sum + count, 1),
      );
    // Applying it again finds nothing to do.
    const again = fixFiles(files, root, (finding) => finding.check === check && finding.fix.kind !== 'none');
    expect(again.files[root]).toBe(after);
  });

  it('is written for seven of ten checks of the configuration', async () => {
    const configuration = allChecks.filter((check) => check.area !== 'code');
    const fixed = new Set<string>();
    for (const { check, example, layout, root, text } of cases) {
      if (layout !== 'as it is written') continue;
      const { outcomes } = fixFiles({ ...example.files, [root]: text }, root, (finding) => finding.check === check);
      if (outcomes.some(({ result }) => result === 'fixed')) fixed.add(check);
    }
    expect(fixed.size / configuration.length).toBeGreaterThanOrEqual(0.7);
  });
});

const commentsOf = (text: string): readonly string[] => text.match(/# kept as it is/g) ?? [];

function lineEndsOf(text: string): readonly string[] {
  return [...new Set(text.match(/\r\n|\n|\r/g) ?? [])];
}

/** The lines that are no longer there, each counted as often as it was. */
function difference(before: string, after: string): { readonly taken: readonly string[] } {
  const left = new Map<string, number>();
  // A line of JSON or of a flow map may get a comma, and the last line a line end.
  const plain = (line: string): string => line.trimEnd().replace(/,$/, '');
  for (const line of after.split('\n')) left.set(plain(line), (left.get(plain(line)) ?? 0) + 1);
  const taken = before.split('\n').filter((line) => {
    const count = left.get(plain(line)) ?? 0;
    left.set(plain(line), count - 1);
    return count <= 0;
  });
  return { taken };
}

/** How many values an intent writes: that many lines may change in place. */
function valuesOf(intent: FixIntent): number {
  if (intent.kind !== 'set' || intent.value === null || typeof intent.value !== 'object') return 1;
  return Math.max(1, Object.keys(intent.value).length);
}
