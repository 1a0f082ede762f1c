import type { Report } from '@leastwise/model';
import { csv } from './csv.ts';
import { namesIn } from './names.ts';

const header: readonly string[] = [
  'severity',
  'check',
  'title',
  'application',
  'functions',
  'subject',
  'file',
  'line',
  'column',
  'confidence',
  'fix',
  'fix_kind',
  'when',
  'suppressed',
  'fingerprint',
];

/** Every finding, one a row. */
export function renderCsv(report: Report): string {
  const names = namesIn(report);
  const rows = report.findings.map((finding) => [
    finding.severity,
    finding.check,
    finding.title,
    names.applicationOf(finding),
    finding.functions.map((id) => names.of(id)).join(' '),
    finding.subject,
    finding.location.file,
    finding.location.line,
    finding.location.column,
    finding.confidence,
    finding.fix.summary,
    finding.fix.kind,
    finding.when ?? '',
    finding.suppressed === null ? '' : finding.suppressed.reason,
    finding.fingerprint,
  ]);
  return csv([header, ...rows]);
}
