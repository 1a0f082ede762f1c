import { memoryTree, type Diagnostic, type Report } from '@leastwise/model';
import { ownersIn } from '../../analyses/ownership/owners.ts';
import { allChecks } from '../../checks/index.ts';
import { defaultSettings } from '../../checks/settings.ts';
import { readApplications } from '../../readers/read-applications.ts';
import { buildReport } from '../../reports/build-report.ts';
import { reportPart } from '../../reports/report-part.ts';
import { locatorOf } from '../../reports/locator.ts';
import { scan, type ScannedApplication } from '../../scan.ts';
import { discover } from '../../sources/discovery.ts';

export interface ScannedFiles {
  readonly report: Report;
  readonly applications: readonly ScannedApplication[];
  /** Of every input, in the order of the report. */
  readonly diagnostics: readonly Omit<Diagnostic, 'range'>[];
}

/** What the command does between its arguments and its output, with every check. */
export function scanFiles(files: Readonly<Record<string, string>>): ScannedFiles {
  const tree = memoryTree(files);
  const asOf = '2026-11-01';
  const found = discover(tree, ['']);
  const read = readApplications(tree, found, { parameters: new Map(), applications: [] });
  const applications = scan({
    tree,
    applications: read.applications,
    checks: allChecks,
    settings: { ...defaultSettings, asOf },
  });
  const context = {
    version: '0.0.0',
    asOf,
    checks: allChecks,
    notAsked: new Map(),
    locate: locatorOf(tree),
    owners: ownersIn(tree, []),
    diagnostics: [...found.diagnostics, ...read.diagnostics],
  };
  const report = buildReport(
    applications.map((application) => reportPart(application, context)),
    context,
  );
  return { report, applications, diagnostics: report.inputs.flatMap((input) => input.diagnostics) };
}
