import {
  severities,
  type Report,
  type ReportFinding,
  type ReportFunction,
  type ReportInput,
  type ReportResource,
  type Severity,
} from '@leastwise/model';
import { compare } from './build-report.ts';
import { namesIn, type Names } from './names.ts';

/** A report as people read it: by application, then by function or resource, the most important last. */
export interface Grouped {
  readonly applications: readonly ApplicationGroup[];
  /** Findings that are shown: at or above the level, not suppressed and not in the baseline. */
  readonly shown: readonly ReportFinding[];
  readonly belowLevel: number;
  readonly suppressed: number;
  /** In the baseline, and no worse than there. */
  readonly known: number;
  readonly names: Names;
}

export interface ApplicationGroup {
  readonly name: string;
  readonly inputs: readonly ReportInput[];
  readonly functions: readonly ReportFunction[];
  /** Functions and resources with findings. */
  readonly blocks: readonly Block[];
  /** Functions without any that is shown. */
  readonly clean: readonly ReportFunction[];
  /** What is less grave and met on several functions, by check. */
  readonly repeated: readonly Repeated[];
  readonly worst: number;
}

/** One function, or one resource that no function has for itself, with what is wrong. The gravest last. */
export interface Block {
  readonly subject: string;
  readonly function?: ReportFunction;
  readonly resource?: ReportResource;
  /** Of a resource: the functions that the findings concern. */
  readonly concerns: readonly string[];
  readonly findings: readonly ReportFinding[];
}

/** One check that fails alike in several places of an application. */
export interface Repeated {
  readonly check: string;
  readonly severity: Severity;
  readonly findings: readonly ReportFinding[];
}

/** From so many places on, a low finding of one check is one line. */
const repeatedFrom = 3;

export const rankOf = (severity: Severity): number => severities.indexOf(severity);

export function groupReport(report: Report, level: Severity): Grouped {
  const names = namesIn(report);
  const counted = report.findings.filter((finding) => finding.suppressed === null);
  const open = counted.filter((finding) => finding.baseline !== 'known');
  const shown = open.filter((finding) => rankOf(finding.severity) >= rankOf(level));
  const parts = {
    inputs: byKey(report.inputs, (input) => input.application),
    functions: byKey(report.functions, (entry) => entry.application),
    findings: byKey(shown, (finding) => names.applicationOf(finding)),
    resources: new Map(report.resources.map((entry) => [entry.id, entry])),
  };
  const applications = [...new Set([...parts.inputs.keys(), ...parts.functions.keys(), ...parts.findings.keys()])]
    .filter((name) => name !== '' || parts.findings.has(name))
    .map((name) => applicationOf(name, parts))
    .sort((a, b) => a.worst - b.worst || compare(a.name, b.name));
  return {
    applications,
    shown,
    belowLevel: open.length - shown.length,
    suppressed: report.findings.length - counted.length,
    known: counted.length - open.length,
    names,
  };
}

interface Parts {
  readonly inputs: ReadonlyMap<string, readonly ReportInput[]>;
  readonly functions: ReadonlyMap<string, readonly ReportFunction[]>;
  readonly findings: ReadonlyMap<string, readonly ReportFinding[]>;
  readonly resources: ReadonlyMap<string, ReportResource>;
}

function applicationOf(name: string, parts: Parts): ApplicationGroup {
  const functions = parts.functions.get(name) ?? [];
  const findings = parts.findings.get(name) ?? [];
  const byId = new Map(functions.map((entry) => [entry.id, entry]));
  const repeated = [...byKey(findings.filter(isMinor), (finding) => `${finding.severity} ${finding.check}`).values()]
    .filter((group) => group.length >= repeatedFrom)
    .map((group): Repeated => ({
      check: group[0]?.check ?? '',
      severity: group[0]?.severity ?? 'low',
      findings: group,
    }))
    .sort(
      (a, b) =>
        rankOf(a.severity) - rankOf(b.severity) || a.findings.length - b.findings.length || compare(a.check, b.check),
    );
  const gathered = new Set(repeated.flatMap((group) => group.findings));
  const blocks = [
    ...byKey(
      findings.filter((finding) => !gathered.has(finding)),
      (finding) => homeOf(finding, byId),
    ),
  ]
    .map(([subject, group]): Block => blockOf(subject, group, byId, parts.resources))
    .sort((a, b) => compareRanks(a.findings, b.findings) || compare(b.subject, a.subject));
  const withFindings = new Set(findings.flatMap((finding) => [finding.subject, ...finding.functions]));
  return {
    name,
    inputs: parts.inputs.get(name) ?? [],
    functions,
    blocks,
    clean: functions.filter((entry) => !withFindings.has(entry.id)),
    repeated,
    // Findings stand in the report with the gravest first.
    worst: findings[0] === undefined ? -1 : rankOf(findings[0].severity),
  };
}

/** The function that a finding is about or alone concerns; else its own subject. */
function homeOf(finding: ReportFinding, functions: ReadonlyMap<string, ReportFunction>): string {
  if (functions.has(finding.subject)) return finding.subject;
  const only = finding.functions.length === 1 ? finding.functions[0] : undefined;
  return only !== undefined && functions.has(only) ? only : finding.subject;
}

function blockOf(
  subject: string,
  findings: readonly ReportFinding[],
  functions: ReadonlyMap<string, ReportFunction>,
  resources: ReadonlyMap<string, ReportResource>,
): Block {
  const owner = functions.get(subject);
  const resource = resources.get(subject);
  return {
    subject,
    ...(owner === undefined ? {} : { function: owner }),
    ...(resource === undefined ? {} : { resource }),
    concerns: [...new Set(findings.flatMap((finding) => finding.functions))].sort(),
    findings: [...findings].reverse(),
  };
}

/** The graver of two lists counts more: by number of critical, then of high findings, and so on. */
function compareRanks(a: readonly ReportFinding[], b: readonly ReportFinding[]): number {
  for (const severity of [...severities].reverse()) {
    const difference = countOf(a, severity) - countOf(b, severity);
    if (difference !== 0) return difference;
  }
  return 0;
}

function countOf(findings: readonly ReportFinding[], severity: Severity): number {
  let count = 0;
  for (const finding of findings) if (finding.severity === severity) count++;
  return count;
}

export function isMinor(finding: ReportFinding): boolean {
  return rankOf(finding.severity) <= rankOf('low');
}

export function byKey<T>(entries: readonly T[], key: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const name = key(entry);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [entry]);
    else group.push(entry);
  }
  return groups;
}
