import type {
  Diagnostic,
  Finding,
  ReportDiagnostic,
  ReportFinding,
  ReportFunction,
  ReportInput,
  ReportResource,
  ReportUnknown,
} from '@leastwise/model';
import type { Tally } from '../checks/judge.ts';
import type { ScannedApplication } from '../scan.ts';
import type { ReportContext } from './build-report.ts';
import { flowEntry } from './flow-entry.ts';
import { functionsOf } from './function-entries.ts';
import type { Locator } from './locator.ts';
import { resourcesOf } from './resource-entries.ts';

/** What one application adds to a report. It holds no estate, so that a scan of many applications keeps only what it prints. */
export interface ReportPart {
  readonly inputs: readonly ReportInput[];
  readonly functions: readonly ReportFunction[];
  readonly resources: readonly ReportResource[];
  readonly findings: readonly ReportFinding[];
  readonly unknowns: readonly ReportUnknown[];
  readonly tallies: ReadonlyMap<string, Tally>;
}

export function reportPart(application: ScannedApplication, context: ReportContext): ReportPart {
  return {
    inputs: inputsOf(application, context.locate),
    functions: functionsOf(application, context),
    resources: resourcesOf(application, context),
    findings: application.judgement.findings.map((finding) => entryOf(finding, context.locate)),
    unknowns: unknownsOf(application, context.locate),
    tallies: application.judgement.tallies,
  };
}

/** The files of the application. What was met in a file that is none of them stands with the first. */
function inputsOf(application: ScannedApplication, locate: Locator): readonly ReportInput[] {
  const functions = new Map<string, Set<string>>();
  for (const world of application.worlds) {
    for (const node of world.estate.of('function')) {
      functions.set(node.at.file, (functions.get(node.at.file) ?? new Set()).add(node.id));
    }
  }
  const first = application.files[0]?.file;
  const own = new Set(application.files.map(({ file }) => file));
  const diagnostics = new Map<string | undefined, ReportDiagnostic[]>();
  for (const diagnostic of application.diagnostics) {
    const file = own.has(diagnostic.range.file) ? diagnostic.range.file : first;
    const list = diagnostics.get(file);
    if (list === undefined) diagnostics.set(file, [diagnosticOf(diagnostic, locate)]);
    else list.push(diagnosticOf(diagnostic, locate));
  }
  const inputs = application.files.map(({ file, format }) => ({
    file,
    format,
    application: application.name,
    functions: functions.get(file)?.size ?? 0,
    ...(application.worlds.length > 1
      ? { assignments: application.worlds.map((world) => world.assignment.label || 'by default') }
      : {}),
    diagnostics: diagnostics.get(file) ?? [],
  }));
  return first === undefined ? unreadInputs(application.diagnostics, locate) : inputs;
}

/** Files that no application has, because they could not be read. */
export function unreadInputs(diagnostics: readonly Diagnostic[], locate: Locator): readonly ReportInput[] {
  const byFile = new Map<string, ReportDiagnostic[]>();
  for (const diagnostic of diagnostics) {
    const list = byFile.get(diagnostic.range.file);
    if (list === undefined) byFile.set(diagnostic.range.file, [diagnosticOf(diagnostic, locate)]);
    else list.push(diagnosticOf(diagnostic, locate));
  }
  return [...byFile].map(([file, found]) => ({
    file,
    format: 'unreadable',
    application: '',
    functions: 0,
    diagnostics: found,
  }));
}

function entryOf(finding: Finding, locate: Locator): ReportFinding {
  return {
    fingerprint: finding.fingerprint,
    check: finding.check,
    title: finding.title,
    severity: finding.severity,
    confidence: finding.confidence,
    subject: finding.subject,
    ...(finding.constructPath === undefined ? {} : { constructPath: finding.constructPath }),
    functions: finding.functions,
    location: locate(finding.at),
    evidence: finding.evidence.map((evidence) => ({ location: locate(evidence.at), message: evidence.message })),
    flow: finding.flow === undefined ? null : flowEntry(finding.flow, locate),
    fix: finding.fix,
    mappings: finding.mappings,
    ...(finding.when === undefined ? {} : { when: finding.when }),
    suppressed: finding.suppressed === undefined ? null : { until: null, ...finding.suppressed },
    baseline: 'new',
  };
}

function diagnosticOf(diagnostic: Diagnostic, locate: Locator): ReportDiagnostic {
  const { code, message, hint, effect } = diagnostic;
  return { code, message, location: locate(diagnostic.range), hint, effect };
}

function unknownsOf(application: ScannedApplication, locate: Locator): readonly ReportUnknown[] {
  const asked = application.judgement.questions.map((question): ReportUnknown => ({
    location: locate(question.at),
    what: question.what,
    why: question.why,
    settleWith: question.settleWith ?? null,
    check: question.check,
    subject: question.subject,
  }));
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
