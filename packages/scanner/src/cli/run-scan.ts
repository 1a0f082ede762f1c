import type { Finding, Report, Severity, SourceTree } from '@leastwise/model';
import type { CodeEngine } from '../analyses/code/code-facts.ts';
import { ownersIn, type Owners } from '../analyses/ownership/owners.ts';
import type { Check } from '../checks/define-check.ts';
import { allChecks } from '../checks/index.ts';
import { defaultSettings, type Settings } from '../checks/settings.ts';
import { inOtherProjects } from '../readers/code/other-projects.ts';
import { readCode } from '../readers/code/read-code.ts';
import { readApplications, type TemplateInputs } from '../readers/read-applications.ts';
import { buildReport } from '../reports/build-report.ts';
import { locatorOf } from '../reports/locator.ts';
import { reportPart, type ReportPart } from '../reports/report-part.ts';
import { scan, scanEach, type ScannedApplication } from '../scan.ts';
import { discover } from '../sources/discovery.ts';
import { subjectsOf } from '../suppressions/subjects-of.ts';
import { suppressWritten } from '../suppressions/suppress-written.ts';
import type { Io } from './io.ts';
import { suppress } from './suppress.ts';
import { UsageError } from './usage-error.ts';
import { version } from './version.ts';
import type { Workspace } from './workspace.ts';

export interface ScanFlags {
  readonly param?: readonly string[];
  readonly parameterFile?: string;
  readonly stage?: string;
  readonly account?: string;
  readonly region?: string;
  readonly partition?: string;
  readonly asOf?: string;
  readonly check?: readonly string[];
  /** Areas of checks; without any, all. */
  readonly only?: readonly string[];
  /** Reads code; loaded by the commands that look at it. */
  readonly engine?: CodeEngine | undefined;
  /** Set by commands that look into the estates; a scan of many applications would hold them all. */
  readonly keepEstates?: boolean;
}

export interface ScanRun {
  readonly report: Report;
  /** Empty unless `keepEstates` was set. */
  readonly applications: readonly ScannedApplication[];
  readonly settings: Settings;
  readonly owners: Owners;
  /** Reads and judges one application again, from a tree that differs in some texts; undefined when it is not in there. */
  readonly rescan: (application: ScannedApplication, tree: SourceTree) => ScannedApplication | undefined;
}

/** From paths to a report: what `scan`, `inventory` and `explain` share. */
export function runScan(workspace: Workspace, flags: ScanFlags, io: Io): ScanRun {
  const { tree, configuration } = workspace;
  const asOf = flags.asOf ?? io.now().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new UsageError(`${asOf} is no date.`, 'Write --as-of as 2027-03-01.');
  const settings: Settings = { asOf, cost: { ...defaultSettings.cost, ...configuration.cost } };
  const { checks, notAsked } = selectChecks(flags.check, flags.only, configuration.checks);
  const found = discover(tree, workspace.selected, configuration);
  const inputs = templateInputs(workspace, flags);
  const read = readApplications(tree, found, inputs);
  const owners = ownersIn(tree, configuration.owners);
  const context = { version, asOf, checks, notAsked, locate: locatorOf(tree), owners };
  const parts: ReportPart[] = [];
  const kept: ScannedApplication[] = [];
  const judged: Finding[] = [];
  const file = workspace.configurationFile ?? '';
  const add = (scanned: ScannedApplication): void => {
    const ranked = scanned.judgement.findings.map((finding) =>
      atSeverity(finding, configuration.checks.get(finding.check)),
    );
    const written = suppressWritten(ranked, {
      tree,
      files: scanned.files.map((input) => input.file),
      subjects: subjectsOf(scanned),
      checks: allChecks,
      asOf,
    });
    const { findings } = suppress(written.findings, configuration.suppressions, asOf, file);
    const application = {
      ...scanned,
      judgement: { ...scanned.judgement, findings },
      diagnostics: [...scanned.diagnostics, ...written.diagnostics],
    };
    parts.push(reportPart(application, { ...context, diagnostics: [] }));
    if (flags.keepEstates === true) kept.push(application);
    if (configuration.suppressions.length > 0) judged.push(...ranked);
  };
  const options = { tree, checks, settings, engine: flags.engine };
  for (const scanned of scanEach({ ...options, applications: read.applications })) add(scanned);
  if (flags.engine !== undefined) {
    const handlers = parts.flatMap(({ functions }) => functions.flatMap(({ handler }) => handler?.file ?? []));
    const templates = parts.flatMap(({ inputs: files }) => files.map((input) => input.file));
    const others =
      templates.length === 0
        ? readCode(tree, codeFiles(workspace))
        : readCode(tree, inOtherProjects(tree, codeFiles(workspace), { templates, handlers }), true);
    for (const scanned of scanEach({ ...options, applications: others })) add(scanned);
  }
  const unused = suppress(judged, configuration.suppressions, asOf, file).diagnostics;
  const diagnostics = [...found.diagnostics, ...read.diagnostics, ...unused];
  const rescan: ScanRun['rescan'] = (application, changed) => {
    // Its own files are enough for most applications; what is joined with others is read with them.
    const own = { files: application.files.map(({ file }) => file), builtFiles: [] };
    for (const candidates of [own, found]) {
      const again = readApplications(changed, candidates, inputs).applications.find(
        ({ name }) => name === application.name,
      );
      if (again !== undefined) return scan({ tree: changed, applications: [again], checks, settings })[0];
    }
    return undefined;
  };
  return { report: buildReport(parts, { ...context, diagnostics }), applications: kept, settings, owners, rescan };
}

/** What a template names is found through it; these are looked at where there is none. */
function codeFiles(workspace: Workspace): readonly string[] {
  const candidate = (name: string): boolean =>
    /\.(?:[cm]?[jt]sx?|py)$/.test(name) && !/(?:\.d\.ts|\.(?:test|spec)\.\w+|^test_.*\.py|^conftest\.py)$/.test(name);
  return discover(workspace.tree, workspace.selected, { ...workspace.configuration, candidate }).files;
}

function selectChecks(
  only: readonly string[] | undefined,
  areas: readonly string[] | undefined,
  configured: ReadonlyMap<string, 'off' | Severity>,
): { checks: readonly Check[]; notAsked: ReadonlyMap<string, string> } {
  const names = new Set(allChecks.map((check) => check.name));
  for (const name of [...(only ?? []), ...configured.keys()]) {
    if (!names.has(name)) {
      throw new UsageError(`There is no check ${name}.`, 'List the checks with `leastwise explain --checks`.');
    }
  }
  const known = new Set<string>(allChecks.map((check) => check.area));
  for (const area of areas ?? []) {
    if (!known.has(area))
      throw new UsageError(`There is no area ${area}.`, `Use one of: ${[...known].sort().join(', ')}.`);
  }
  const notAsked = new Map<string, string>();
  const checks = allChecks.filter((check) => {
    if (configured.get(check.name) === 'off') notAsked.set(check.name, 'Turned off in leastwise.yaml.');
    else if (only !== undefined && only.length > 0 && !only.includes(check.name))
      notAsked.set(check.name, 'Not named with --check.');
    else if (areas !== undefined && areas.length > 0 && !areas.includes(check.area))
      notAsked.set(check.name, `Not of the areas ${areas.join(', ')}.`);
    return !notAsked.has(check.name);
  });
  return { checks, notAsked };
}

function atSeverity<F extends { readonly severity: Severity }>(
  finding: F,
  configured: 'off' | Severity | undefined,
): F {
  return configured === undefined || configured === 'off' ? finding : { ...finding, severity: configured };
}

function templateInputs(workspace: Workspace, flags: ScanFlags): TemplateInputs {
  const parameters = new Map<string, string>();
  for (const written of flags.param ?? []) {
    const equals = written.indexOf('=');
    if (equals < 1) throw new UsageError(`--param ${written} has no value.`, 'Write it as --param Stage=prod.');
    parameters.set(written.slice(0, equals), written.slice(equals + 1));
  }
  return {
    parameters,
    ...(flags.parameterFile === undefined ? {} : { parameterFile: workspace.pathOf(flags.parameterFile) }),
    ...(flags.stage === undefined ? {} : { stage: flags.stage }),
    applications: workspace.configuration.applications,
    account: flags.account,
    region: flags.region,
    partition: flags.partition,
  };
}
