import { severities, type Report, type ReportFinding } from '@leastwise/model';
import { keyOfFinding, keyOfWayIn, logicalId, waysIn, type Judgement, type Verdicts } from './judged.ts';

export interface ReviewedApplication {
  readonly name: string;
  readonly about: string;
  readonly corpus: string;
  readonly repository: string;
  readonly commit: string;
  /** From the corpus folder. */
  readonly path: string;
}

export interface Header {
  readonly application: ReviewedApplication;
  readonly seed: string;
  readonly command: string;
  readonly leastwise: string;
}

/** The page of one application: what is claimed, where, and the verdict. */
export function renderPage(header: Header, report: Report, verdicts: Verdicts): string {
  const { application } = header;
  const verdictOf = (key: string): Judgement | undefined => verdicts.byKey.get(key);
  return `${[
    `# ${application.name}`,
    '',
    application.about,
    '',
    `- corpus: \`${application.corpus}\`, ${application.repository} at ${application.commit}`,
    `- chosen with seed \`${header.seed}\` (\`bench/src/review-choice.ts\`)`,
    `- command, in the folder of the corpus: \`${header.command}\``,
    `- Leastwise at ${header.leastwise}`,
    '',
    '## Ways in',
    '',
    '| function | line | way in | authentication | exposure | verdict | reason |',
    '|---|---|---|---|---|---|---|',
    ...waysIn(report).map((way) => {
      const { function: item, trigger } = way;
      const label =
        trigger === undefined ? 'none' : `${trigger.kind} ${logicalId(trigger.source)} ${trigger.route ?? ''}`.trim();
      const auth = trigger === undefined || trigger.auth.length === 0 ? 'none' : trigger.auth.join(', ');
      const line = (trigger ?? item).location.line;
      return row([
        logicalId(item.id),
        String(line),
        label,
        auth,
        (trigger ?? item).exposure,
        ...spell(verdictOf(keyOfWayIn(way))),
      ]);
    }),
    '',
    '## Findings',
    '',
    '| path | line | subject | check | severity | verdict | reason |',
    '|---|---|---|---|---|---|---|',
    ...inOrder(report.findings).map((finding) =>
      row([
        finding.location.file,
        String(finding.location.line),
        logicalId(finding.subject),
        finding.check,
        finding.severity,
        ...spell(verdictOf(keyOfFinding(finding))),
      ]),
    ),
    '',
    '## Missed',
    '',
    ...(verdicts.missed.length === 0 ? ['Nothing was found that the scanner does not say.'] : []),
    ...verdicts.missed.map(({ place, reason }) => `- ${place}: ${reason}`),
  ].join('\n')}\n`;
}

const spell = (judgement: Judgement | undefined): readonly string[] =>
  judgement === undefined ? ['not judged', ''] : [judgement.verdict, judgement.reason];

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function inOrder(findings: readonly ReportFinding[]): readonly ReportFinding[] {
  return [...findings].sort(
    (a, b) =>
      severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
      (a.check < b.check ? -1 : a.check > b.check ? 1 : a.location.line - b.location.line),
  );
}
