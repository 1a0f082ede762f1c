import type { Report, Severity } from '@leastwise/model';
import { rankOf } from '../grouping.ts';
import type { RenderContext } from '../renderer.ts';

const codeQuality = { critical: 'blocker', high: 'critical', medium: 'major', low: 'minor', info: 'info' } as const;

/**
 * The Code Quality report of GitLab: shown beside the lines of a merge request.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function renderGitlab(report: Report, context: RenderContext): string {
  const issues = openFindings(report, context.level).map((finding) => ({
    description: finding.title,
    check_name: finding.check,
    fingerprint: finding.fingerprint,
    severity: codeQuality[finding.severity],
    location: { path: finding.location.file, lines: { begin: finding.location.line, end: finding.location.endLine } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}

const sast = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', info: 'Info' } as const;

/**
 * The security report of GitLab for static analysis, version 15.
 * https://gitlab.com/gitlab-org/security-products/security-report-schemas
 */
export function renderGitlabSast(report: Report, context: RenderContext): string {
  const scanner = { id: 'leastwise', name: 'Leastwise', version: report.tool.version, vendor: { name: 'Leastwise' } };
  // A report holds no clock of its own: the day that it was judged at is all that it knows.
  const time = `${report.asOf}T00:00:00`;
  const vulnerabilities = openFindings(report, context.level).map((finding) => ({
    id: uuidOf(finding.fingerprint),
    category: 'sast',
    name: titleOf(finding.check, context),
    description: finding.title,
    severity: sast[finding.severity],
    ...(finding.fix.summary === '' ? {} : { solution: finding.fix.summary }),
    scanner: { id: scanner.id, name: scanner.name },
    location: {
      file: finding.location.file,
      start_line: finding.location.line,
      end_line: finding.location.endLine,
    },
    identifiers: [
      { type: 'leastwise_check', name: finding.check, value: finding.check },
      ...(finding.mappings.cwe ?? []).map((cwe) => ({
        type: 'cwe',
        name: `CWE-${cwe}`,
        value: String(cwe),
        url: `https://cwe.mitre.org/data/definitions/${cwe}.html`,
      })),
    ],
    details: {},
    tracking: {
      type: 'source',
      items: [
        {
          file: finding.location.file,
          start_line: finding.location.line,
          end_line: finding.location.endLine,
          signatures: [{ algorithm: 'scope_offset', value: finding.fingerprint }],
        },
      ],
    },
  }));
  const sastReport = {
    version: '15.2.4',
    scan: {
      analyzer: scanner,
      scanner,
      type: 'sast',
      start_time: time,
      end_time: time,
      status: report.inputs.some(({ format }) => format !== 'unreadable') ? 'success' : 'failure',
    },
    vulnerabilities,
  };
  return `${JSON.stringify(sastReport, null, 2)}\n`;
}

function openFindings(report: Report, level: Severity): Report['findings'] {
  return report.findings.filter(
    (finding) =>
      finding.suppressed === null && finding.baseline !== 'known' && rankOf(finding.severity) >= rankOf(level),
  );
}

function titleOf(check: string, context: RenderContext): string {
  return context.checks.find(({ name }) => name === check)?.title ?? check;
}

/** The same finding has the same id in every pipeline: a version 8 UUID over its fingerprint of 16 hex digits. */
function uuidOf(fingerprint: string): string {
  const hex = fingerprint.padEnd(16, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(0, 3)}-${hex.slice(4, 16)}`;
}
