import type {
  Diagnostic,
  Location,
  Report,
  ReportCheck,
  ReportFinding,
  ReportSummary,
  Severity,
} from '@leastwise/model';
import { severities } from '@leastwise/model';
import type { Owners } from '../analyses/ownership/owners.ts';
import type { Check } from '../checks/define-check.ts';
import type { Locator } from './locator.ts';
import { unreadInputs, type ReportPart } from './report-part.ts';

export interface ReportContext {
  readonly version: string;
  readonly asOf: string;
  readonly checks: readonly Check[];
  /** Why a check was not asked at all, by its name: turned off, new since the last major. */
  readonly notAsked: ReadonlyMap<string, string>;
  readonly locate: Locator;
  readonly owners: Owners;
  /** Trouble that belongs to no application: a path that is not there, a file that cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Joins the parts of all applications: everything sorted, nothing filtered. */
export function buildReport(parts: readonly ReportPart[], context: ReportContext): Report {
  const functions = parts.flatMap((part) => part.functions).sort(byId);
  const resources = parts.flatMap((part) => part.resources).sort(byId);
  const findings = parts.flatMap((part) => part.findings).sort(byRank);
  const unknowns = parts.flatMap((part) => part.unknowns).sort(byPlace);
  const inputs = [...parts.flatMap((part) => part.inputs), ...unreadInputs(context.diagnostics, context.locate)];
  return {
    schema: 'leastwise.report/1',
    tool: { name: 'leastwise', version: context.version },
    asOf: context.asOf,
    inputs: inputs.sort((a, b) => compare(a.file, b.file) || compare(a.application, b.application)),
    functions,
    resources,
    findings,
    checks: checksOf(parts, context),
    unknowns,
    summary: {
      functions: functions.length,
      resources: resources.length,
      ...openTotals(findings),
      unknown: unknowns.length,
    },
  };
}

/** What the summary counts of the findings: neither the suppressed nor what a baseline knows. */
export function openTotals(findings: readonly ReportFinding[]): Pick<ReportSummary, 'findings' | 'fixable'> {
  const open = findings.filter((finding) => finding.suppressed === null && finding.baseline !== 'known');
  return {
    findings: countBySeverity(open),
    fixable: open.filter((finding) => finding.fix.kind !== 'none').length,
  };
}

function checksOf(parts: readonly ReportPart[], context: ReportContext): readonly ReportCheck[] {
  const asked = context.checks.map((check): ReportCheck => {
    let evaluated = 0;
    let unknown = 0;
    for (const { tallies } of parts) {
      evaluated += tallies.get(check.name)?.evaluated ?? 0;
      unknown += tallies.get(check.name)?.unknown ?? 0;
    }
    const subjects = check.subjects.map((subject) => subject.replaceAll('-', ' ')).join(' or ');
    return {
      check: check.name,
      evaluated,
      unknown,
      whyNot: evaluated > 0 ? null : `No ${subjects} to which it applies in the input.`,
    };
  });
  const silent = [...context.notAsked].map(([check, whyNot]) => ({ check, evaluated: 0, unknown: 0, whyNot }));
  return [...asked, ...silent].sort((a, b) => compare(a.check, b.check));
}

function countBySeverity(findings: readonly ReportFinding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

/** Code-unit order: the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const byId = (a: { id: string }, b: { id: string }): number => compare(a.id, b.id);

function byPlace(a: { location: Location; what?: string; check?: string | null }, b: typeof a): number {
  return (
    compare(a.location.file, b.location.file) ||
    a.location.line - b.location.line ||
    a.location.column - b.location.column ||
    compare(a.check ?? '', b.check ?? '') ||
    compare(a.what ?? '', b.what ?? '')
  );
}

function byRank(a: ReportFinding, b: ReportFinding): number {
  return (
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    byPlace(a, b) ||
    compare(a.fingerprint, b.fingerprint)
  );
}
