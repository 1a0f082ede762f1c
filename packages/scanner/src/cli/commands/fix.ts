import { resolve } from 'node:path';
import type { Finding, ReportFinding, SourceTree } from '@leastwise/model';
import type { Command } from 'commander';
import type { FixPlan } from '../../fixes/plan-fixes.ts';
import type { Io } from '../io.ts';
import type { ScanFlags, ScanRun } from '../run-scan.ts';
import { UsageError } from '../usage-error.ts';
import type { WorkspaceOptions } from '../workspace.ts';
import { addTemplateOptions } from './scan.ts';

interface Flags extends ScanFlags, WorkspaceOptions {
  readonly path?: readonly string[];
  readonly yes: boolean;
  readonly patch: boolean;
  readonly output?: string;
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export function addFix(program: Command, io: Io, done: (code: number) => void): void {
  addTemplateOptions(program.command('fix'))
    .description('Show how findings are repaired in your own text, and write it with --yes.')
    .argument('[findings...]', 'fingerprint, check or subject of what to fix; everything that can be fixed without any')
    .option('--path <path>', 'file or folder to look at; repeatable (default: the current folder)', collect)
    .option('-y, --yes', 'write the safe fixes into the files', false)
    .option('--patch', 'also show the fixes that somebody has to look at', false)
    .option('-o, --output <file>', 'write the differences to a file instead of the screen')
    .addHelpText(
      'after',
      `
Without --yes nothing is written: the differences are shown as a patch.
A fix is safe when it changes one subject only and takes nothing from anybody who uses the application as meant;
--yes writes these. All others are only ever offered as a patch.

Exit codes: 2 wrong usage, 0 otherwise.

Examples:
  $ leastwise fix
  $ leastwise fix tracing-off --yes
  $ leastwise fix OrdersTable --patch -o orders.patch && git apply orders.patch`,
    )
    .action(async (named: readonly string[], flags: Flags) => {
      const [
        { planFixes },
        { renderPlans, diffsOf },
        { overlayTree },
        { maskPatch },
        { maskedFiles },
        { runScan },
        { openWorkspace },
      ] = await Promise.all([
        import('../../fixes/plan-fixes.ts'),
        import('../../fixes/render-plans.ts'),
        import('../../fixes/overlay-tree.ts'),
        import('../../reports/mask-patch.ts'),
        import('../../reports/secret-masks.ts'),
        import('../run-scan.ts'),
        import('../workspace.ts'),
      ]);
      if (flags.yes && flags.patch) {
        throw new UsageError(
          '--yes and --patch cannot be combined.',
          'Fixes that need a look are never written: take them from the patch with `git apply`.',
        );
      }
      const workspace = openWorkspace(flags.path ?? [], flags, io);
      const run = runScan(workspace, { ...flags, keepEstates: true }, io);
      refuseUnknown(named, run);
      const plans = plan(planFixes, named, flags, workspace.tree, run);
      const diffs = diffsOf(plans, workspace.tree);
      if (flags.yes) {
        for (const { file, text } of diffs) io.files.write(resolve(workspace.root, file), text);
      }
      const patch = diffs.map(({ diff }) => diff).join('');
      const after = overlayTree(workspace.tree, new Map(diffs.map(({ file, text }) => [file, text])));
      const shown = maskPatch(
        patch,
        diffs.map(({ file }) => file),
        [maskedFiles(workspace.tree, secretFindings(run)), maskedFiles(after, [])],
      );
      if (flags.output === undefined) io.stdout.write(shown);
      else io.files.write(resolve(io.workingFolder, flags.output), patch);
      io.stderr.write(renderPlans(plans, { isWritten: flags.yes }));
      if (flags.output === undefined && shown !== patch) {
        io.stderr.write(
          'Secrets are masked above, so that patch does not apply: write one that does with -o <file>.\n',
        );
      }
      done(0);
    });
}

/** What checks of secrets point at, in places that nothing but their name gives away. */
function secretFindings(run: ScanRun): readonly ReportFinding[] {
  return run.report.findings.filter(({ check }) => /^secret-(?:in|parameter)-|-token-in-template$/.test(check));
}

/** One application after the other: two that hold the same file see each other's fixes. */
function plan(
  planFixes: typeof import('../../fixes/plan-fixes.ts').planFixes,
  named: readonly string[],
  flags: Flags,
  tree: SourceTree,
  run: ScanRun,
): readonly FixPlan[] {
  const plans: FixPlan[] = [];
  const changed = new Set<string>();
  for (const application of run.applications) {
    const isTaken = application.files.some(({ file }) => changed.has(file));
    const outcome = planFixes({
      tree,
      application,
      wanted: (finding) => !isTaken && isNamed(finding, named),
      withReview: flags.patch,
      rescan: (other) => run.rescan(application, other),
    });
    for (const file of outcome.texts.keys()) changed.add(file);
    plans.push(outcome);
  }
  return plans;
}

function isNamed(finding: Finding, named: readonly string[]): boolean {
  if (named.length === 0) return true;
  const subject = finding.subject.slice(finding.subject.lastIndexOf('/') + 1);
  return named.some(
    (name) =>
      name === finding.check ||
      name === finding.subject ||
      name === subject ||
      (name.length >= 6 && finding.fingerprint.startsWith(name)),
  );
}

function refuseUnknown(named: readonly string[], run: ScanRun): void {
  const findings = run.applications.flatMap(({ judgement }) => judgement.findings);
  for (const name of named) {
    if (findings.some((finding) => isNamed(finding, [name]))) continue;
    const checks = new Set(run.report.checks.map(({ check }) => check));
    if (checks.has(name)) continue;
    throw new UsageError(
      `Nothing that was found is called ${name}.`,
      'Name a fingerprint (as `leastwise scan --format json` prints it), a check, or a resource.',
    );
  }
}
