import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentedCheck } from './check-page.ts';

const folder = 'packages/scanner/src/acceptance/dialects';

type Reasons = Readonly<Record<string, string>>;

/**
 * Which weakness is proved in which dialect: the examples of a check are SAM or CloudFormation, the cases of the acceptance tests are
 * written by hand in the others. A test finds each on its line, and nothing once it is repaired.
 */
export function dialectsPage(root: string, checks: readonly DocumentedCheck[]): string {
  const written = { serverless: casesOf(root, 'serverless'), terraform: casesOf(root, 'terraform') };
  const without = JSON.parse(readFileSync(join(root, folder, 'without.json'), 'utf8')) as Readonly<
    Record<'serverless' | 'terraform', Reasons>
  >;
  const lines = checks
    .filter(({ check }) => check.area !== 'code')
    .toSorted((one, other) => (one.check.name < other.check.name ? -1 : 1))
    .map(({ check, doc }) => {
      const isSam = (template: string): boolean => /^Transform:/m.test(template);
      const templates = [...doc.examples.bad, ...doc.examples.good].map(({ template }) => template);
      const own = templates.some(isSam) ? (templates.every(isSam) ? 'SAM' : 'both') : 'CloudFormation';
      const embedded =
        doc.examples.bad.some(({ template }) => !isSam(template)) &&
        doc.examples.good.some(({ template }) => !isSam(template));
      const serverless = written.serverless.has(check.name) ? 'own words' : embedded ? 'below `resources`' : '';
      const terraform = written.terraform.has(check.name) ? 'yes' : '';
      const cell = (proof: string, reason: string | undefined): string =>
        [proof, reason].filter(Boolean).join('. ') || 'not yet';
      return `| [${check.name}](checks/${check.name}.md) | ${own} | ${cell(serverless, without.serverless[check.name])} | ${cell(terraform, without.terraform[check.name])} |`;
    });
  return `${[
    '# One check, every dialect',
    '',
    'A check means the same in every dialect. For each there is the same weakness and its repaired twin: the check finds the first on the',
    'right line and leaves the second alone. This page is generated from the tests that prove it.',
    '',
    '- *Templates*: the examples on the page of the check, in CloudFormation or SAM. Any resource of CloudFormation may stand in a SAM template.',
    '- *serverless.yml*: in the words of the framework, or as a resource below `resources`, which the framework takes as it is.',
    '- Checks of the area *code* are not listed: what stands in code is read alike, whatever deploys it.',
    '- *Terraform*: in resources of the AWS provider. OpenTofu reads the same.',
    '',
    '| check | templates | serverless.yml | Terraform |',
    '|---|---|---|---|',
    ...lines,
  ].join('\n')}\n`;
}

/** The checks that have cases in a dialect. */
export function casesOf(root: string, dialect: string): ReadonlySet<string> {
  const texts = readdirSync(join(root, folder, dialect)).map((file) =>
    readFileSync(join(root, folder, dialect, file), 'utf8'),
  );
  return new Set(texts.flatMap((text) => [...text.matchAll(/^#### (.+)$/gm)].map((match) => (match[1] ?? '').trim())));
}
