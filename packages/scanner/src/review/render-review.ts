import type { Report, ReportFinding } from '@leastwise/model';
import { rankOf } from '../reports/grouping.ts';
import { escape, link } from '../reports/markdown/escape.ts';
import type { RenderContext } from '../reports/renderer.ts';
import { palette } from '../reports/text/palette.ts';
import { printable } from '../reports/text/printable.ts';
import { count } from '../reports/words.ts';
import type { Change, ChangeKind, ReviewOfChange } from './compare-surfaces.ts';

const headings: Readonly<Record<ChangeKind, string>> = {
  'weaker-authentication': 'Weaker authentication',
  'wider-exposure': 'Wider exposure',
  'removed-protection': 'Removed protection',
  'new-secret': 'New secret',
  'new-way-in': 'New way in',
  'new-permission': 'New permission',
  'new-function': 'New function',
  'stronger-authentication': 'Stronger authentication',
  'removed-way-in': 'Way in removed',
  'removed-permission': 'Permission removed',
  'removed-function': 'Function removed',
};

const improvements: ReadonlySet<ChangeKind> = new Set([
  'stronger-authentication',
  'removed-way-in',
  'removed-permission',
  'removed-function',
]);

/** One screen: what is not shown is counted. */
const changesShown = 15;
const findingsShown = 10;

/** A comment on a pull request: what the change does to the attack surface, then what is new to mend. */
export function renderReviewMarkdown(review: ReviewOfChange, report: Report, context: RenderContext): string {
  const { worse, better, findings } = partsOf(review, context);
  const lines = [`### Leastwise: ${verdict(review, context)}`];
  if (worse.length > 0) {
    lines.push(
      '',
      '**What this change adds to the attack surface**',
      '',
      ...worse.slice(0, changesShown).map(changeItem),
    );
    if (worse.length > changesShown) lines.push(`- and ${worse.length - changesShown} more`);
  }
  if (findings.length > 0) {
    lines.push('', '**New or worse findings**', '', '| severity | what | where | fix |', '|---|---|---|---|');
    lines.push(...findings.slice(0, findingsShown).map(findingRow));
    if (findings.length > findingsShown)
      lines.push('', `and ${count(findings.length - findingsShown, 'more finding')}`);
  }
  if (better.length > 0 || review.goneFindings.length > 0) {
    const gone = review.goneFindings.length;
    lines.push(
      '',
      `<details><summary>What gets better: ${count(better.length, 'change')}, ${count(gone, 'finding')} gone</summary>`,
      '',
    );
    lines.push(...better.slice(0, changesShown).map(changeItem));
    lines.push(
      ...review.goneFindings
        .slice(0, findingsShown)
        .map(({ check, subject }) => `- gone: ${escape(check)} of ${escape(lastPart(subject))}`),
    );
    lines.push('', '</details>');
  }
  if (unread(report) > 0)
    lines.push(
      '',
      `**${count(unread(report), 'place')} could not be read in full**, so this review may lack something.`,
    );
  return `${lines.join('\n')}\n`;
}

export function renderReviewText(review: ReviewOfChange, report: Report, context: RenderContext): string {
  const colours = palette(context.colour);
  const { worse, better, findings } = partsOf(review, context);
  const lines: string[] = [];
  for (const change of [...better, ...[...worse].reverse()]) {
    const head = improvements.has(change.kind)
      ? colours.good(headings[change.kind])
      : colours.warn(headings[change.kind]);
    lines.push(
      `${head}  ${printable(change.text)}${change.at === undefined ? '' : colours.faint(`  ${change.at.file}:${change.at.line}`)}`,
    );
  }
  if (lines.length > 0) lines.push('');
  for (const finding of [...findings].reverse()) {
    lines.push(
      `${colours.severity(finding.severity, finding.severity)}  ${printable(finding.title)}${colours.faint(`  ${finding.check}  ${finding.location.file}:${finding.location.line}`)}`,
    );
    if (finding.fix.summary !== '') lines.push(`          ${colours.faint('fix')} ${printable(finding.fix.summary)}`);
  }
  if (findings.length > 0) lines.push('');
  if (unread(report) > 0) lines.push(colours.warn(`${count(unread(report), 'place')} could not be read in full.`));
  lines.push(verdict(review, context));
  return `${lines.join('\n')}\n`;
}

function partsOf(review: ReviewOfChange, context: RenderContext) {
  const findings = [...review.worseFindings, ...review.newFindings]
    .filter((finding) => rankOf(finding.severity) >= rankOf(context.level))
    .sort((a, b) => rankOf(b.severity) - rankOf(a.severity));
  return {
    worse: review.changes.filter(({ kind }) => !improvements.has(kind)),
    better: review.changes.filter(({ kind }) => improvements.has(kind)),
    findings,
  };
}

function verdict(review: ReviewOfChange, context: RenderContext): string {
  const { worse, better, findings } = partsOf(review, context);
  if (worse.length + better.length + findings.length + review.goneFindings.length === 0) {
    return 'this change does not touch the attack surface';
  }
  return [
    `${count(worse.length, 'addition')} to the attack surface`,
    `${count(findings.length, 'new or worse finding')}`,
    `${count(review.goneFindings.length, 'finding')} gone`,
  ].join(' · ');
}

function changeItem({ kind, text, at }: Change): string {
  return `- **${headings[kind]}**: ${escape(text)}${at === undefined ? '' : ` ${link(at)}`}`;
}

function findingRow(finding: ReportFinding): string {
  const state = finding.baseline === 'worse' ? ' (worse)' : '';
  return `| ${finding.severity}${state} | ${escape(finding.title)} | ${link(finding.location)} | ${escape(finding.fix.summary)} |`;
}

function unread(report: Report): number {
  return report.inputs.flatMap((input) => input.diagnostics).filter(({ effect }) => effect === 'incomplete').length;
}

function lastPart(id: string): string {
  return id.slice(Math.max(id.lastIndexOf('/'), id.indexOf('#')) + 1);
}
