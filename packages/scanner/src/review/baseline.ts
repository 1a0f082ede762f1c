import { severities, type Report, type ReportFinding, type Severity } from '@leastwise/model';
import { openTotals } from '../reports/build-report.ts';

/** What a project lives with for now, kept in a file of its own so that only what is new or worse fails. */
export interface Baseline {
  readonly schema: 'leastwise.baseline/1';
  /** By fingerprint; check and subject are there for people who read the file. */
  readonly findings: readonly BaselineFinding[];
}

export interface BaselineFinding {
  readonly fingerprint: string;
  readonly check: string;
  readonly subject: string;
  readonly severity: Severity;
}

export interface Compared {
  readonly report: Report;
  /** What the baseline holds and the report no longer does: fixed, or no longer read. */
  readonly gone: readonly BaselineFinding[];
}

/** The open findings of a report as a baseline. Sorted, so that the file changes only where a finding does. */
export function baselineOf(report: Report): Baseline {
  const findings = report.findings
    .filter((finding) => finding.suppressed === null)
    .map(({ fingerprint, check, subject, severity }) => ({ fingerprint, check, subject, severity }))
    .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : a.fingerprint > b.fingerprint ? 1 : 0));
  return { schema: 'leastwise.baseline/1', findings };
}

export function renderBaseline(baseline: Baseline): string {
  return `${JSON.stringify(baseline, null, 2)}\n`;
}

/** Reads a baseline file. A string is what is wrong with it, in one sentence. */
export function parseBaseline(text: string): Baseline | string {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return 'It is not valid JSON.';
  }
  if (!isRecord(read) || read['schema'] !== 'leastwise.baseline/1' || !Array.isArray(read['findings'])) {
    return 'It is no leastwise.baseline/1.';
  }
  const findings: BaselineFinding[] = [];
  for (const entry of read['findings'] as readonly unknown[]) {
    if (!isRecord(entry) || typeof entry['fingerprint'] !== 'string' || !isSeverity(entry['severity'])) {
      return 'One of its findings has no fingerprint or no severity.';
    }
    findings.push({
      fingerprint: entry['fingerprint'],
      check: String(entry['check'] ?? ''),
      subject: String(entry['subject'] ?? ''),
      severity: entry['severity'],
    });
  }
  return { schema: 'leastwise.baseline/1', findings };
}

/** Says of each finding whether it is known, worse than it was, or new. */
export function compareWithBaseline(report: Report, baseline: Baseline): Compared {
  const before = new Map(baseline.findings.map((entry) => [entry.fingerprint, entry]));
  const now = new Set(report.findings.map((finding) => finding.fingerprint));
  const findings = report.findings.map((finding) => ({ ...finding, baseline: stateOf(finding, before) }));
  return {
    report: { ...report, findings, summary: { ...report.summary, ...openTotals(findings) } },
    gone: baseline.findings.filter((entry) => !now.has(entry.fingerprint)),
  };
}

function stateOf(finding: ReportFinding, before: ReadonlyMap<string, BaselineFinding>): ReportFinding['baseline'] {
  const known = before.get(finding.fingerprint);
  if (known === undefined) return 'new';
  return severities.indexOf(finding.severity) > severities.indexOf(known.severity) ? 'worse' : 'known';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSeverity(value: unknown): value is Severity {
  return typeof value === 'string' && (severities as readonly string[]).includes(value);
}
