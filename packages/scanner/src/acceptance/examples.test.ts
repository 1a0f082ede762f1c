import { analyseCode } from '@leastwise/code/engine';
import { memoryTree } from '@leastwise/model';
import { describe, expect, test } from 'vitest';
import { readApplications } from '../readers/read-applications.ts';
import { scan } from '../scan.ts';
import type { Example } from '../checks/check-doc.ts';
import type { Check } from '../checks/define-check.ts';
import { variantsOf, type Variant } from './example-variants.ts';
import { allChecks } from '../checks/index.ts';
import { loadDoc } from '../checks/load-doc.ts';
import { defaultSettings } from '../checks/settings.ts';

interface Answer {
  readonly failed: readonly string[];
  /** What could not be read. */
  readonly trouble: readonly string[];
  readonly opened: number;
  readonly marked: readonly string[];
}

/**
 * One secret is one finding, and where it stands decides which check has it: a secret that moves into the default of a parameter
 * moves to the check of parameters.
 */
function asked(check: Check, isBad: boolean): readonly Check[] {
  if (!isBad) return [check];
  // Code that is not found is asked about once, by the check that looks for the handler.
  if (check.area === 'code') return [check, ...allChecks.filter((other) => other.name === 'handler-missing')];
  if (check.area !== 'secrets') return [check];
  return [check, ...allChecks.filter((other) => other.name === 'secret-in-parameter-default' && other !== check)];
}

/** Without its literal the secret is gone from the text, so there is nothing left to find or to ask. */
function takesTheSecretAway(check: Check, variant: Variant, base: Answer): boolean {
  if (check.area !== 'secrets' || !variant.mayOpen || variant.replaces === undefined) return false;
  const replaced = variant.replaces;
  return base.marked.some((marked) => marked.includes(replaced) || replaced.includes(marked));
}

/** What one check says about the subject of an example in some files. */
function answer(
  check: Check,
  files: Readonly<Record<string, string>>,
  root: string,
  subject: string,
  isBad: boolean,
): Answer {
  const tree = memoryTree(files);
  const { applications } = readApplications(
    tree,
    { files: [root], builtFiles: [] },
    { parameters: new Map(), applications: [] },
  );
  const settings = { ...defaultSettings, asOf: '2026-11-01' };
  const scanned = scan({ tree, applications, checks: asked(check, isBad), settings, engine: analyseCode });
  const judged = scanned.map((application) => application.judgement);
  const ours = (id: string): boolean => {
    const logical = id.slice(id.indexOf('#') + 1).replace(/^.*?\/(?=[A-Za-z0-9])/, '');
    return logical === subject || new RegExp(`(^|/)${subject}($|[/\\[.])`).test(id);
  };
  const findings = judged.flatMap((judgement) => judgement.findings).filter((finding) => ours(finding.subject));
  return {
    failed: findings.map((finding) => finding.check),
    trouble: scanned.flatMap((application) => application.diagnostics.map((diagnostic) => diagnostic.message)),
    opened: judged.flatMap((judgement) => judgement.questions).length,
    marked: findings.map(({ at }) => (files[at.file] ?? '').slice(at.start, at.end)),
  };
}

const cases = await Promise.all(
  allChecks.map(async (check) => {
    const doc = await loadDoc(check.name);
    const bad = (doc?.examples.bad ?? []).map((example) => ({ example, isBad: true }));
    const good = (doc?.examples.good ?? []).map((example) => ({ example, isBad: false }));
    return { check, examples: [...bad, ...good] };
  }),
);

describe.each(cases)('$check.name', ({ check, examples }) => {
  test('has a bad and a good example', () => {
    expect(examples.some(({ isBad }) => isBad)).toBe(true);
    expect(examples.some(({ isBad }) => !isBad)).toBe(true);
  });

  test.each(examples)('$example.title', ({ example, isBad }: { example: Example; isBad: boolean }) => {
    const files = { ...example.files, 'template.yaml': example.template };
    const base = answer(check, files, 'template.yaml', example.subject, isBad);
    expect(base.trouble).toEqual([]);
    expect(base.failed.length > 0, isBad ? 'the bad example is found' : 'the good example is left alone').toBe(isBad);
    if (isBad && example.marks !== undefined) expect(base.marked.join('\n')).toContain(example.marks);
  });

  test.each(examples)(
    '$example.title, written in other ways',
    ({ example, isBad }: { example: Example; isBad: boolean }) => {
      const different: string[] = [];
      const base = answer(
        check,
        { ...example.files, 'template.yaml': example.template },
        'template.yaml',
        example.subject,
        isBad,
      );
      for (const variant of variantsOf(example.template)) {
        if (takesTheSecretAway(check, variant, base)) continue;
        const given = answer(check, { ...example.files, ...variant.files }, variant.root, example.subject, isBad);
        const fails = given.failed.length > 0;
        if (!variant.mayOpen && given.trouble.length > 0) different.push(`${variant.name}: ${given.trouble[0]}`);
        else if (fails === isBad) continue;
        else if (isBad && variant.mayOpen && given.opened + given.trouble.length > 0) continue;
        else different.push(variant.name);
      }
      expect(different).toEqual([]);
    },
  );
});
