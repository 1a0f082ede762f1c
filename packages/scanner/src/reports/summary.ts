import { severities, type Report, type Severity } from '@leastwise/model';
import { byKey } from './grouping.ts';
import { count, grouped } from './words.ts';

/** The total of a report in words, for every format that has a last line. */
export interface SummaryParts {
  /** `nothing`: no template; `incomplete`: something was not read; `clean`: all was read and nothing found. */
  readonly state: 'nothing' | 'incomplete' | 'clean' | 'findings';
  /** `12 functions in 3 templates`. */
  readonly scope: string;
  /** The gravest first; what there is none of is left out, and so is `info`. */
  readonly findings: readonly { readonly severity: Severity; readonly number: string }[];
  /** `7 can be fixed (5 safe)`. */
  readonly fixes: string | undefined;
  /** `6 values unknown`. */
  readonly unknown: string | undefined;
  /** The input that would settle most of them. */
  readonly settleWith: string | undefined;
  readonly unreadable: number;
}

export function summaryParts(report: Report): SummaryParts {
  const templates = new Set(report.inputs.filter((input) => input.format !== 'unreadable').map((input) => input.file))
    .size;
  const unreadable = report.inputs.filter((input) => input.format === 'unreadable').length;
  const incomplete = report.inputs.some((input) =>
    input.diagnostics.some((diagnostic) => diagnostic.effect === 'incomplete'),
  );
  const findings = [...severities]
    .reverse()
    .filter((severity) => severity !== 'info' && report.summary.findings[severity] > 0)
    .map((severity) => ({ severity, number: grouped(report.summary.findings[severity]) }));
  const fixable = report.findings.filter(
    (finding) =>
      finding.suppressed === null &&
      finding.baseline !== 'known' &&
      finding.severity !== 'info' &&
      finding.fix.kind !== 'none',
  );
  const safe = fixable.filter((finding) => finding.fix.kind === 'safe').length;
  const { unknown } = report.summary;
  return {
    state: templates === 0 ? 'nothing' : incomplete ? 'incomplete' : findings.length > 0 ? 'findings' : 'clean',
    scope: `${count(report.summary.functions, 'function')} in ${count(templates, 'template')}`,
    findings,
    fixes:
      fixable.length === 0
        ? undefined
        : `${grouped(fixable.length)} can be fixed${safe > 0 ? ` (${grouped(safe)} safe)` : ''}`,
    unknown: unknown === 0 ? undefined : `${count(unknown, 'value')} unknown`,
    settleWith: settlesMost(report),
    unreadable,
  };
}

function settlesMost(report: Report): string | undefined {
  const inputs = report.unknowns.filter((entry) => entry.settleWith !== null);
  const most = [...byKey(inputs, (entry) => entry.settleWith ?? '')].sort((a, b) => b[1].length - a[1].length)[0];
  return most?.[0];
}
