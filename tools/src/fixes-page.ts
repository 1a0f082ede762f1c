import type { DocumentedCheck } from './check-page.ts';

const meaning: Readonly<Record<'safe' | 'review' | 'none', string>> = {
  safe: 'written by `leastwise fix --yes`',
  review: 'offered as a patch by `leastwise fix --patch`',
  none: 'said in words: what to do hangs on what somebody means',
};

/** Which checks are repaired in the user's own text, and how many that is. */
export function fixesPage(checks: readonly DocumentedCheck[]): string {
  const configuration = checks.filter(({ check }) => check.area !== 'code');
  const of = (kind: 'safe' | 'review' | 'none'): readonly DocumentedCheck[] =>
    configuration.filter(({ check }) => check.fix === kind);
  const written = of('safe').length + of('review').length;
  const share = ((100 * written) / configuration.length).toFixed(1);
  const section = (kind: 'safe' | 'review' | 'none'): readonly string[] => [
    '',
    `## ${kind}: ${of(kind).length} checks, ${meaning[kind]}`,
    '',
    ...of(kind).map(({ check }) => `- [${check.name}](checks/${check.name}.md): ${check.title}`),
  ];
  return `${[
    '# Fixes',
    '',
    `${written} of ${configuration.length} checks of configuration (${share} %) are repaired in the text that the user wrote: SAM, CloudFormation, serverless.yml and`,
    'Terraform. A fix is `safe` when it changes one subject only and takes nothing from anybody who uses the application as meant; the same',
    'fix becomes `review` where it is written into a default, a parameter or a module that others share. Before anything is shown, the text',
    'is scanned again with the fix: the finding has to be gone, nothing else may have changed. This page is generated from the checks.',
    'How fixes did on applications of others is in [bench/fixes.md](../bench/fixes.md).',
    ...section('safe'),
    ...section('review'),
    ...section('none'),
  ].join('\n')}\n`;
}
