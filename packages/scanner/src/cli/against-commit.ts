import { baselineOf, compareWithBaseline } from '../review/baseline.ts';
import { compareSurfaces, type ReviewOfChange } from '../review/compare-surfaces.ts';
import { surfaceOf } from '../review/surface.ts';
import { readConfiguration } from './configuration/read-configuration.ts';
import type { Io } from './io.ts';
import { runScan, type ScanFlags, type ScanRun } from './run-scan.ts';
import { UsageError } from './usage-error.ts';
import type { Workspace } from './workspace.ts';

export interface ReviewRun {
  readonly run: ScanRun;
  readonly review: ReviewOfChange;
  /** The side that the report is of: for code frames. */
  readonly workspace: Workspace;
}

/**
 * Scans both sides of a change out of git's objects and says what lies between them. `main` and `main...HEAD` begin where the
 * two lines of history parted, `main..HEAD` at `main` itself; the work tree is not looked at.
 */
export function againstCommit(range: string, workspace: Workspace, flags: ScanFlags, io: Io): ReviewRun {
  const [from, to] = endsOf(range, workspace, io);
  const before = scanAt(from, workspace, flags, io);
  const after = scanAt(to, workspace, flags, io);
  const compared = compareWithBaseline(after.run.report, baselineOf(before.run.report));
  const open = compared.report.findings.filter((finding) => finding.suppressed === null);
  return {
    run: { ...after.run, report: compared.report },
    workspace: after.workspace,
    review: {
      changes: compareSurfaces(
        surfaceOf(before.run.report, before.run.applications),
        surfaceOf(after.run.report, after.run.applications),
      ),
      newFindings: open.filter((finding) => finding.baseline === 'new'),
      worseFindings: open.filter((finding) => finding.baseline === 'worse'),
      goneFindings: compared.gone,
    },
  };
}

function endsOf(range: string, workspace: Workspace, io: Io): readonly [string, string] {
  const match = /^(.*?)(\.{2,3})(.*)$/.exec(range);
  const fromName = match?.[1] ?? range;
  const toName = match?.[3] ?? '';
  const from = commit(fromName === '' ? 'HEAD' : fromName, workspace, io);
  const to = commit(toName === '' ? 'HEAD' : toName, workspace, io);
  if (match?.[2] === '..') return [from, to];
  return [io.commits.mergeBase(workspace.root, from, to) ?? from, to];
}

function commit(name: string, workspace: Workspace, io: Io): string {
  const id = io.commits.find(workspace.root, name);
  if (id !== undefined) return id;
  throw new UsageError(
    `There is no commit ${name} in ${workspace.root}.`,
    'Fetch it first (in CI: a checkout with its history, fetch-depth 0), or name another with --diff.',
  );
}

function scanAt(id: string, workspace: Workspace, flags: ScanFlags, io: Io): { run: ScanRun; workspace: Workspace } {
  const tree = io.commits.tree(workspace.root, id);
  const file = workspace.configurationFile;
  // What a side is judged by is what it says itself; a configuration that is not in git yet counts for both.
  const own = file === undefined || tree.stat(file) === 'missing' ? undefined : readConfiguration(tree, '', file);
  const configuration = own === undefined || own.problems.length > 0 ? workspace.configuration : own.configuration;
  const selected = workspace.selected.filter((path) => tree.stat(path) !== 'missing');
  const side: Workspace = { ...workspace, tree, selected, configuration };
  return { run: runScan(side, { ...flags, keepEstates: true }, io), workspace: side };
}
