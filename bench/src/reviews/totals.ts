import { severities, type Report } from '@leastwise/model';
import type { Judgement, Miss } from './judged.ts';
import type { ReviewedApplication } from './page.ts';

export interface Total {
  readonly application: ReviewedApplication;
  readonly report: Report;
  readonly findings: readonly (Judgement | undefined)[];
  readonly ways: readonly (Judgement | undefined)[];
  readonly missed: readonly Miss[];
}

export interface State {
  readonly seed: string;
  /** The commit that was scanned with. */
  readonly leastwise: string;
  /** What the first reading found wrong and no longer is. */
  readonly mended: readonly string[];
}

/** The page that sums the reviews up. */
export function renderTotals({ seed, leastwise, mended }: State, totals: readonly Total[]): string {
  const all = totals.flatMap(({ findings }) => findings);
  const ways = totals.flatMap((total) => total.ways);
  const missed = totals.reduce((sum, total) => sum + total.missed.length, 0);
  return `${[
    '# Reviews',
    '',
    'Applications of others, scanned as they are, and every finding judged by reading the template and the code: **right** when',
    'the claim is true here and the severity is the one of the rubric, **wrong** otherwise. Every way in with its authentication and',
    'exposure is judged likewise, and what a careful engineer would have reported beside it is listed as missed.',
    '',
    `Chosen with seed \`${seed}\` by \`bench/src/review-choice.ts\`, not by hand: three of serverless-patterns, one each of the`,
    'other corpora. Five were read first, and what they showed was mended; media-translator was read after that, with nothing mended',
    'for it, and so says more about what the scanner has never seen. Written by `node bench/dist/review-table.js <folder of the corpora>` from a fresh scan and the verdicts in the',
    `\`.verdicts.tsv\` files; what has no verdict makes it fail. State: Leastwise at ${leastwise}.`,
    '',
    '| application | functions | findings | of them low or above | right | wrong | right, low or above | ways in right | missed |',
    '|---|---|---|---|---|---|---|---|---|',
    ...totals.map((total) => line(`[${total.application.name}](${total.application.name}.md)`, [total])),
    line('**all**', totals),
    '',
    `Of ${all.length} findings ${share(all)} are right, of ${ways.length} ways in ${share(ways)}; ${missed} things are missed.`,
    '',
    '## Wrong and missed',
    '',
    ...totals.flatMap(({ application, report, findings, missed: misses }) => [
      ...grouped(report, findings).map(
        ({ check, count, reason }) =>
          `- ${application.name}: \`${check}\` wrong${count > 1 ? ` (${count} times)` : ''}: ${reason}`,
      ),
      ...misses.map(({ place, reason }) => `- ${application.name}: missed at ${place}: ${reason}`),
    ]),
    '',
    '## Mended',
    '',
    'Five of the applications were read, and the classes behind what was wrong were mended, before these tables were written. The first',
    'reading found besides:',
    '',
    ...mended.map((item) => `- ${item}`),
  ].join('\n')}\n`;
}

function line(name: string, totals: readonly Total[]): string {
  const findings = totals.flatMap((total) => total.findings);
  const shown = totals.flatMap(({ report, findings: judged }) =>
    judged.filter((_, index) => severities.indexOf(report.findings[index]?.severity ?? 'info') > 0),
  );
  const ways = totals.flatMap((total) => total.ways);
  const cells = [
    totals.reduce((sum, { report }) => sum + report.functions.length, 0),
    findings.length,
    shown.length,
    count(findings, 'right'),
    count(findings, 'wrong'),
    `${count(shown, 'right')} of ${shown.length}`,
    `${count(ways, 'right')} of ${ways.length}`,
    totals.reduce((sum, total) => sum + total.missed.length, 0),
  ];
  return `| ${name} | ${cells.join(' | ')} |`;
}

const count = (judged: readonly (Judgement | undefined)[], verdict: string): number =>
  judged.filter((judgement) => judgement?.verdict === verdict).length;

const share = (judged: readonly (Judgement | undefined)[]): string =>
  `${count(judged, 'right')} (${((100 * count(judged, 'right')) / Math.max(1, judged.length)).toFixed(1)} %)`;

/** One line for what is wrong for the same reason. */
function grouped(
  report: Report,
  findings: readonly (Judgement | undefined)[],
): readonly { check: string; count: number; reason: string }[] {
  const groups = new Map<string, { check: string; count: number; reason: string }>();
  for (const [index, judgement] of findings.entries()) {
    const check = report.findings[index]?.check ?? '';
    if (judgement?.verdict !== 'wrong') continue;
    const key = `${check} ${judgement.reason}`;
    groups.set(key, { check, reason: judgement.reason, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}
