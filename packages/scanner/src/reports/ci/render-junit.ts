import type { Report, ReportFinding } from '@leastwise/model';
import { byKey, rankOf } from '../grouping.ts';
import type { RenderContext } from '../renderer.ts';

/**
 * One suite for each check that was asked, one failed case for each finding, and a passed case where a check found nothing:
 * the dialect of JUnit that Jenkins, GitLab and Azure Pipelines read.
 */
export function renderJunit(report: Report, context: RenderContext): string {
  const shown = report.findings.filter(
    (finding) => finding.baseline !== 'known' && rankOf(finding.severity) >= rankOf(context.level),
  );
  const findings = byKey(shown, (finding) => finding.check);
  const asked = new Map(report.checks.map(({ check, evaluated }) => [check, evaluated]));
  const suites = [...new Set([...asked.keys(), ...findings.keys()])]
    .sort()
    .filter((check) => (asked.get(check) ?? 0) > 0 || findings.has(check))
    .map((check) => suiteOf(check, asked.get(check) ?? 0, findings.get(check) ?? []));
  const unread = report.inputs.flatMap((input) =>
    input.diagnostics
      .filter(({ effect }) => effect === 'incomplete')
      .map(
        ({ code, message, hint, location }) =>
          `    <testcase classname="${attribute(location.file)}" name="${attribute(code)}"><error message="${attribute(message)}">${text(hint)}</error></testcase>`,
      ),
  );
  if (unread.length > 0) {
    suites.push({
      tests: unread.length,
      failures: 0,
      errors: unread.length,
      skipped: 0,
      lines: [
        `  <testsuite name="not read in full" tests="${unread.length}" failures="0" errors="${unread.length}" skipped="0">`,
        ...unread,
        '  </testsuite>',
      ],
    });
  }
  const sum = (key: 'tests' | 'failures' | 'errors' | 'skipped'): number =>
    suites.reduce((total, suite) => total + suite[key], 0);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="leastwise" tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}" skipped="${sum('skipped')}">`,
    ...suites.flatMap((suite) => suite.lines),
    '</testsuites>',
  ].join('\n')}\n`;
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
  readonly lines: readonly string[];
}

function suiteOf(check: string, evaluated: number, findings: readonly ReportFinding[]): Suite {
  const cases =
    findings.length > 0
      ? findings.map(caseOf)
      : [`    <testcase classname="${attribute(check)}" name="${evaluated} asked"/>`];
  const skipped = findings.filter((finding) => finding.suppressed !== null).length;
  const failures = findings.length - skipped;
  return {
    tests: cases.length,
    failures,
    errors: 0,
    skipped,
    lines: [
      `  <testsuite name="${attribute(check)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">`,
      ...cases,
      '  </testsuite>',
    ],
  };
}

function caseOf(finding: ReportFinding): string {
  const { file, line } = finding.location;
  const open = `    <testcase classname="${attribute(finding.check)}" name="${attribute(`${finding.subject} ${finding.fingerprint}`)}" file="${attribute(file)}" line="${line}">`;
  if (finding.suppressed !== null) {
    return `${open}<skipped message="${attribute(finding.suppressed.reason)}"/></testcase>`;
  }
  const body = [`${file}:${line}`, finding.fix.summary === '' ? '' : `Fix: ${finding.fix.summary}`];
  return `${open}<failure type="${finding.severity}" message="${attribute(finding.title)}">${text(body.filter((part) => part !== '').join('\n'))}</failure></testcase>`;
}

function attribute(value: string): string {
  return text(value)
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;');
}

/** Characters that XML 1.0 does not allow at all become the replacement character. */
function text(value: string): string {
  return [...value]
    .map((character) => (isAllowed(character.codePointAt(0) ?? 0) ? character : '\ufffd'))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** https://www.w3.org/TR/xml/#charsets */
function isAllowed(point: number): boolean {
  if (point < 0x20) return point === 9 || point === 10 || point === 13;
  const isHalfOfPair = point >= 0xd800 && point <= 0xdfff;
  return !isHalfOfPair && point !== 0xfffe && point !== 0xffff;
}
