import type { ReportFinding } from '@leastwise/model';
import { byKey, isMinor, rankOf } from '../grouping.ts';
import { count, listed, opening, placeOf } from '../words.ts';
import { codeFrame } from './code-frame.ts';
import { displayWidth, truncate, wrap } from './display-width.ts';
import { printable } from './printable.ts';
import type { Screen } from './screen.ts';

/** More low findings than this on one function are counted. */
const minorShown = 4;
const evidenceShown = 6;

/** The findings of one function or resource; low ones take two lines, weighty ones a frame. */
export function findingLines(findings: readonly ReportFinding[], screen: Screen): readonly string[] {
  const isNamed = (finding: ReportFinding): boolean =>
    screen.detailed ? isMinor(finding) : rankOf(finding.severity) <= screen.namedUpTo;
  const minor = findings.filter(isNamed);
  const weighty = findings.filter((finding) => !isNamed(finding));
  const lines = minorLines(minor, screen);
  for (const finding of weighty) {
    const brief = !screen.detailed && finding.severity === 'medium';
    lines.push('', ...(brief ? short(finding, screen) : long(finding, screen)));
  }
  return lines;
}

/** How many there are of each severity, and which checks they are of: `2 low: handler-missing and timeout-near-maximum`. */
export function named(findings: readonly ReportFinding[]): string {
  const bySeverity = [...byKey(findings, (finding) => finding.severity)].sort(
    (a, b) => rankOf(b[1][0]?.severity ?? 'info') - rankOf(a[1][0]?.severity ?? 'info'),
  );
  const checks = [...new Set(findings.map((finding) => finding.check))].sort();
  return `${bySeverity.map(([severity, group]) => `${group.length} ${severity}`).join(', ')}: ${listed(checks, 3)}`;
}

/** A function with many low findings stays short, and on a long screen they are only named. */
function minorLines(minor: readonly ReportFinding[], screen: Screen): string[] {
  const { colours, measure } = screen;
  if (minor.length === 0) return [];
  if (!screen.detailed) return ['', `    ${colours.faint(truncate(named(minor), measure - 4))}`];
  const hidden = minor.length - minorShown;
  const more =
    hidden > 0 ? [`    ${colours.faint(`${count(hidden, 'more low finding')} (--format json or csv lists all)`)}`] : [];
  return ['', ...more, ...minor.slice(-minorShown).flatMap((finding) => short(finding, screen))];
}

function short(finding: ReportFinding, screen: Screen): readonly string[] {
  const { colours, measure } = screen;
  const word = finding.severity.toUpperCase();
  const indent = ' '.repeat(4 + word.length + 2);
  const title = wrap(titleOf(finding), measure - indent.length);
  const detail = [finding.check, placeOf(finding.location)].map(printable);
  const joined = detail.join(' · ');
  const where = displayWidth(joined) <= measure - indent.length ? [joined] : detail;
  return [
    ...title.map((line, index) =>
      index === 0 ? `    ${colours.severity(finding.severity, word)}  ${line}` : indent + line,
    ),
    ...where.map((line) => indent + colours.faint(line)),
    ...fixLines(finding, measure - indent.length, screen).map((line) => indent + line),
  ];
}

function long(finding: ReportFinding, screen: Screen): readonly string[] {
  const { colours, measure } = screen;
  const word = finding.severity.toUpperCase();
  const title = wrap(titleOf(finding), measure - 4 - word.length - 2);
  const file = screen.files(finding.location.file);
  const frame = file === undefined ? [] : codeFrame(file, finding.location, screen.width - 6, colours);
  const doc = screen.docs.get(finding.check);
  return [
    ...title.map((line, index) =>
      index === 0
        ? `    ${colours.severity(finding.severity, word)}  ${colours.strong(line)}`
        : `${' '.repeat(4 + word.length + 2)}${colours.strong(line)}`,
    ),
    `    ${colours.faint(printable(finding.check))}  ${colours.accent(printable(placeOf(finding.location)))}`,
    ...frame.map((line) => `      ${line}`),
    ...evidence(finding, screen),
    ...(doc === undefined ? [] : labelled('why', opening(doc.why), screen)),
    ...fixLines(finding, screen.measure - labelWidth, screen).map(
      (line, index) => `${label(index === 0 ? 'fix' : '', screen)}${line}`,
    ),
  ];
}

function evidence(finding: ReportFinding, screen: Screen): readonly string[] {
  const shown = finding.evidence.slice(0, evidenceShown);
  const lines = shown.flatMap((step, index) =>
    labelled(index === 0 ? 'because' : '', `${step.message} (${placeOf(step.location)})`, screen),
  );
  const more = finding.evidence.length - shown.length;
  return more > 0 ? [...lines, ...labelled('', `and ${count(more, 'more step')}`, screen)] : lines;
}

const labelWidth = 13;

function label(text: string, screen: Screen): string {
  return `    ${screen.colours.faint(text.padEnd(labelWidth - 4))}`;
}

function labelled(name: string, text: string, screen: Screen): readonly string[] {
  const lines = wrap(printable(text), screen.measure - labelWidth);
  return lines.map((line, index) => `${label(index === 0 ? name : '', screen)}${line}`);
}

/** What to do, with how far it can be trusted: `safe: set AuthType: AWS_IAM`. */
function fixLines(finding: ReportFinding, width: number, screen: Screen): readonly string[] {
  const { kind, summary } = finding.fix;
  if (summary === '') return [];
  const { colours } = screen;
  const word = kind === 'none' ? 'by hand' : kind;
  const paint = kind === 'safe' ? colours.good : kind === 'review' ? colours.warn : colours.faint;
  const lines = wrap(`${word.replace(' ', '\u00a0')}: ${printable(summary)}`, width);
  return lines.map((line, index) => (index === 0 ? `${paint(word)}${line.slice(word.length)}` : line));
}

function titleOf(finding: ReportFinding): string {
  const when = finding.when === undefined ? '' : ` (when ${finding.when})`;
  const sure = finding.confidence === 'low' ? ' (low confidence)' : '';
  return printable(`${finding.title}${when}${sure}`);
}
