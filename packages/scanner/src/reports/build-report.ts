import type {
  Diagnostic,
  Finding,
  Location,
  Report,
  ReportCheck,
  ReportDiagnostic,
  ReportFinding,
  ReportInput,
  ReportUnknown,
  Severity,
} from '@leastwise/model';
import { severities } from '@leastwise/model';
import type { Check } from '../checks/define-check.ts';
import type { ScannedApplication } from '../scan.ts';
import { functionsOf } from './function-entries.ts';
import type { Locator } from './locator.ts';
import { resourcesOf } from './resource-entries.ts';
import type { Owners } from '../analyses/ownership/owners.ts';

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

/** The report of a scan: everything sorted, nothing filtered. */
export function buildReport(applications: readonly ScannedApplication[], context: ReportContext): Report {
  const functions = applications.flatMap((application) => functionsOf(application, context)).sort(byId);
  const resources = applications.flatMap((application) => resourcesOf(application, context)).sort(byId);
  const findings = applications
    .flatMap((application) => application.judgement.findings.map((finding) => entryOf(finding, context.locate)))
    .sort(byRank);
  const unknowns = applications.flatMap((application) => unknownsOf(application, context.locate)).sort(byPlace);
  return {
    schema: 'leastwise.report/1',
    tool: { name: 'leastwise', version: context.version },
    asOf: context.asOf,
    inputs: inputsOf(applications, context),
    functions,
    resources,
    findings,
    checks: checksOf(applications, context),
    unknowns,
    summary: {
      functions: functions.length,
      resources: resources.length,
      findings: countBySeverity(findings),
      fixable: findings.filter((finding) => finding.suppressed === null && finding.fix.kind !== 'none').length,
      unknown: unknowns.length,
    },
  };
}

function entryOf(finding: Finding, locate: Locator): ReportFinding {
  return {
    fingerprint: finding.fingerprint,
    check: finding.check,
    title: finding.title,
    severity: finding.severity,
    confidence: finding.confidence,
    subject: finding.subject,
    functions: finding.functions,
    location: locate(finding.at),
    evidence: finding.evidence.map((evidence) => ({ location: locate(evidence.at), message: evidence.message })),
    flow: null,
    fix: finding.fix,
    mappings: finding.mappings,
    ...(finding.when === undefined ? {} : { when: finding.when }),
    suppressed:
      finding.suppressed === undefined ? null : { until: null, ...finding.suppressed },
    baseline: 'new',
  };
}

function inputsOf(applications: readonly ScannedApplication[], context: ReportContext): readonly ReportInput[] {
  const inputs: ReportInput[] = [];
  const placed = new Set<Diagnostic>();
  for (const application of applications) {
    const functionFiles = new Map<string, Set<string>>();
    for (const world of application.worlds) {
      for (const node of world.estate.of('function')) {
        const known = functionFiles.get(node.at.file) ?? new Set();
        functionFiles.set(node.at.file, known.add(node.id));
      }
    }
    const own = new Set(application.files.map((file) => file.file));
    application.files.forEach(({ file, format }, index) => {
      const diagnostics = application.diagnostics.filter(
        (diagnostic) => diagnostic.range.file === file || (index === 0 && !own.has(diagnostic.range.file)),
      );
      diagnostics.forEach((diagnostic) => placed.add(diagnostic));
      inputs.push({
        file,
        format,
        application: application.name,
        functions: functionFiles.get(file)?.size ?? 0,
        ...(application.worlds.length > 1
          ? { assignments: application.worlds.map((world) => world.assignment.label || 'by default') }
          : {}),
        diagnostics: diagnostics.map((diagnostic) => diagnosticOf(diagnostic, context.locate)),
      });
    });
  }
  const loose = [...context.diagnostics, ...applications.flatMap((application) => application.diagnostics)].filter(
    (diagnostic) => !placed.has(diagnostic),
  );
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of loose) {
    byFile.set(diagnostic.range.file, [...(byFile.get(diagnostic.range.file) ?? []), diagnostic]);
  }
  for (const [file, diagnostics] of byFile) {
    inputs.push({
      file,
      format: 'unreadable',
      application: '',
      functions: 0,
      diagnostics: diagnostics.map((diagnostic) => diagnosticOf(diagnostic, context.locate)),
    });
  }
  return inputs.sort((a, b) => compare(a.file, b.file) || compare(a.application, b.application));
}

function diagnosticOf(diagnostic: Diagnostic, locate: Locator): ReportDiagnostic {
  const { code, message, hint, effect } = diagnostic;
  return { code, message, location: locate(diagnostic.range), hint, effect };
}

function checksOf(applications: readonly ScannedApplication[], context: ReportContext): readonly ReportCheck[] {
  const asked = context.checks.map((check): ReportCheck => {
    let evaluated = 0;
    let unknown = 0;
    for (const application of applications) {
      evaluated += application.judgement.tallies.get(check.name)?.evaluated ?? 0;
      unknown += application.judgement.tallies.get(check.name)?.unknown ?? 0;
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

function unknownsOf(application: ScannedApplication, locate: Locator): readonly ReportUnknown[] {
  const asked = application.judgement.questions.map(
    (question): ReportUnknown => ({
      location: locate(question.at),
      what: question.what,
      why: question.why,
      settleWith: question.settleWith ?? null,
      check: question.check,
      subject: question.subject,
    }),
  );
  const read = new Map<string, ReportUnknown>();
  for (const world of application.worlds) {
    for (const fragment of world.estate.fragments) {
      for (const unknown of fragment.unknowns) {
        const entry: ReportUnknown = {
          location: locate(unknown.origin),
          what: unknown.name ?? 'part of the template',
          why: unknown.reason,
          settleWith: unknown.settleWith ?? null,
          check: null,
          subject: null,
        };
        read.set(JSON.stringify(entry), entry);
      }
    }
  }
  return [...asked, ...read.values()];
}

function countBySeverity(findings: readonly ReportFinding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const finding of findings) if (finding.suppressed === null) counts[finding.severity]++;
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

