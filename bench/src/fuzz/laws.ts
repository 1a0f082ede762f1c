import type { Diagnostic, Report, SourceRange, SourceTree } from '@leastwise/model';
import {
  allChecks,
  buildReport,
  defaultSettings,
  discover,
  locatorOf,
  ownersIn,
  readApplications,
  reportPart,
  scan,
  type ScannedApplication,
} from 'leastwise';

/** Which laws a scan of this tree breaks: one line each, empty when it keeps them all. Time is for the caller to watch. */
export function brokenLaws(
  tree: () => SourceTree,
  isValid: (report: Report) => string | undefined = () => undefined,
): readonly string[] {
  const broken: string[] = [];
  try {
    const source = tree();
    const { report, applications, diagnostics } = scanTree(source);
    const text = JSON.stringify(report);
    broken.push(
      ...failedChecks(report),
      ...straysIn(source, applications, diagnostics),
      ...unplacedDiagnostics(report),
    );
    if (text !== JSON.stringify(scanTree(tree()).report)) broken.push('a second scan gives another report');
    const invalid = isValid(JSON.parse(text) as Report);
    if (invalid !== undefined) broken.push(`the report breaks its schema: ${invalid}`);
  } catch (error) {
    broken.push(
      `thrown: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 5).join(' ') : String(error)}`,
    );
  }
  return broken;
}

export interface ScannedTree {
  readonly report: Report;
  readonly applications: readonly ScannedApplication[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the command does between its arguments and its output. */
export function scanTree(tree: SourceTree): ScannedTree {
  const found = discover(tree, ['']);
  const read = readApplications(tree, found, { parameters: new Map(), applications: [] });
  const settings = { ...defaultSettings, asOf: '2026-11-01' };
  const applications = scan({ tree, applications: read.applications, checks: allChecks, settings });
  const diagnostics = [...found.diagnostics, ...read.diagnostics];
  const context = {
    version: '0.0.0',
    asOf: settings.asOf,
    checks: allChecks,
    notAsked: new Map(),
    locate: locatorOf(tree),
    owners: ownersIn(tree, []),
    diagnostics,
  };
  const report = buildReport(
    applications.map((application) => reportPart(application, context)),
    context,
  );
  return { report, applications, diagnostics };
}

function failedChecks(report: Report): readonly string[] {
  return report.inputs.flatMap((input) =>
    input.diagnostics.filter(({ code }) => code === 'check-failed').map(({ message }) => message),
  );
}

/** A diagnostic without words or advice helps nobody. */
function unplacedDiagnostics(report: Report): readonly string[] {
  return report.inputs.flatMap((input) =>
    input.diagnostics
      .filter(({ message, hint }) => message === '' || hint === '')
      .map(({ code }) => `the diagnostic ${code} says nothing`),
  );
}

/** Everything that points at text points inside it. */
function straysIn(
  tree: SourceTree,
  applications: readonly ScannedApplication[],
  loose: readonly Diagnostic[],
): readonly string[] {
  const strays = new Set<string>();
  const look = (what: string, range: SourceRange): void => {
    const read = tree.read(range.file);
    const end = 'text' in read ? read.text.length : 0;
    if (range.start < 0 || range.end < range.start || range.end > end)
      strays.add(`${what} points outside ${range.file}: ${range.start} to ${range.end} of ${end}`);
  };
  for (const { code, range } of loose) look(`the diagnostic ${code}`, range);
  for (const application of applications) {
    for (const { code, range } of application.diagnostics) look(`the diagnostic ${code}`, range);
    for (const finding of application.judgement.findings) {
      look(`a finding of ${finding.check}`, finding.at);
      for (const evidence of finding.evidence) look(`the evidence of ${finding.check}`, evidence.at);
    }
    for (const question of application.judgement.questions) look(`an open question of ${question.check}`, question.at);
    for (const world of application.worlds) {
      for (const node of world.estate.nodes.values()) look(`the resource ${node.type}`, node.at);
    }
  }
  return [...strays];
}
