import { severities, type Report, type Severity } from '@leastwise/model';

export interface ExitRules {
  readonly failOn: Severity | 'never';
  readonly allowIncomplete: boolean;
}

/**
 * First that applies: 1 a finding at or above `failOn` · 4 something recognised could not be read in full · 3 nothing to
 * scan · 0 clean. (2, wrong usage, never gets as far as a report.)
 */
export function exitCode(report: Report, rules: ExitRules): 0 | 1 | 3 | 4 {
  if (rules.failOn !== 'never') {
    const least = severities.indexOf(rules.failOn);
    const failing = report.findings.some(
      (finding) =>
        finding.suppressed === null && finding.baseline !== 'known' && severities.indexOf(finding.severity) >= least,
    );
    if (failing) return 1;
  }
  const incomplete = report.inputs.some((input) =>
    input.diagnostics.some((diagnostic) => diagnostic.effect === 'incomplete'),
  );
  if (incomplete && !rules.allowIncomplete) return 4;
  return report.inputs.some((input) => input.format !== 'unreadable') ? 0 : 3;
}
