import { resolve } from 'node:path';
import { severities, type Report, type Severity } from '@leastwise/model';
import { Option, type Command } from 'commander';
import { formats, type Format } from '../../reports/formats.ts';
import type { RenderContext } from '../../reports/renderer.ts';
import type { ReviewOfChange } from '../../review/compare-surfaces.ts';
import { exitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import type { ScanFlags } from '../run-scan.ts';
import { loadEngine } from '../load-engine.ts';
import { UsageError } from '../usage-error.ts';
import type { WorkspaceOptions } from '../workspace.ts';

interface Flags extends ScanFlags, WorkspaceOptions {
  readonly format: readonly Format[];
  readonly output: readonly string[];
  readonly level?: Severity;
  readonly failOn?: Severity | 'never';
  readonly allowIncomplete: boolean;
  readonly color: boolean;
  readonly baseline?: string;
  readonly diff?: string;
}

const collect = <T>(value: T, before: readonly T[] = []): readonly T[] => [...before, value];

export function addScan(program: Command, io: Io, done: (code: number) => void): void {
  addTemplateOptions(program.command('scan'))
    .description('Scan templates and show every function: who can start it, how it is set up, what is wrong.')
    .argument('[paths...]', 'files or folders; the current folder without any')
    .addOption(
      new Option('-f, --format <format>', 'how to print; repeatable')
        .choices(Object.keys(formats))
        .argParser(collectFormat)
        .default([]),
    )
    .option(
      '-o, --output <file>',
      'write to a file instead of the screen; the nth -o takes the nth -f',
      collect<string>,
      [],
    )
    .addOption(new Option('--level <severity>', 'least severity shown on screen (default: low)').choices(severities))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 at or above this severity (default: high)').choices([
        ...severities,
        'never',
      ]),
    )
    .option('--allow-incomplete', 'do not exit with 4 when something could not be read in full', false)
    .option('--check <name>', 'ask only this check; repeatable', collect<string>)
    .option(
      '--only <area>',
      'ask only the checks of this area (code, entry, identity, ...); repeatable',
      collect<string>,
    )
    .option('--diff <commit>', 'review a change: what HEAD adds since <commit> (or <from>..<to>), read from git')
    .option('--baseline <file>', 'do not show or fail for what this file of `leastwise baseline` holds')
    .option('--no-color', 'plain text')
    .addHelpText(
      'after',
      `
Exit codes, first that applies:
  2  wrong usage or configuration
  1  findings at or above --fail-on
  4  a recognised template or its code could not be read in full
  3  nothing to scan
  0  clean

Examples:
  $ leastwise scan
  $ leastwise scan services/orders --param Stage=prod
  $ leastwise scan --diff origin/main --format markdown
  $ leastwise scan --format sarif -o leastwise.sarif --format text`,
    )
    .action(async (paths: readonly string[], given: Flags) => {
      // Loaded here, so that --help and --version start at once.
      const [{ allChecks }, { loadDoc }, { runScan }, { openWorkspace }] = await Promise.all([
        import('../../checks/index.ts'),
        import('../../checks/load-doc.ts'),
        import('../run-scan.ts'),
        import('../workspace.ts'),
      ]);
      const flags = { ...given, engine: await loadEngine(given.only) };
      if (flags.diff !== undefined && flags.baseline !== undefined) {
        throw new UsageError(
          '--diff and --baseline cannot be combined.',
          'The side before the change is the baseline of --diff.',
        );
      }
      const workspace = openWorkspace(paths, flags, io);
      const { configuration } = workspace;
      const compared =
        flags.diff === undefined
          ? undefined
          : (await import('../against-commit.ts')).againstCommit(flags.diff, workspace, flags, io);
      const scanned = (compared?.run ?? runScan(workspace, flags, io)).report;
      const report =
        flags.baseline === undefined
          ? scanned
          : (await import('../against-baseline.ts')).againstBaseline(scanned, flags.baseline, workspace, io);
      const chosen: readonly Format[] = flags.format.length === 0 ? ['text'] : flags.format;
      if (flags.output.length > chosen.length) {
        throw new UsageError('There are more -o than -f.', 'Give each --format its -o, in the same order.');
      }
      for (const [index, format] of chosen.entries()) {
        const file = flags.output[index];
        const context: RenderContext = {
          tree: compared?.workspace.tree ?? workspace.tree,
          level: flags.level ?? configuration.level ?? 'low',
          colour: file === undefined && useColour(flags.color, io),
          columns: file === undefined ? (io.stdout.columns ?? 100) : 100,
          checks: allChecks,
          prose: loadDoc,
        };
        const rendered =
          compared === undefined
            ? await formats[format](report, context)
            : await reviewed(format, compared.review, report, context);
        if (file === undefined) io.stdout.write(rendered);
        else io.files.write(resolve(io.workingFolder, file), rendered);
      }
      done(
        exitCode(report, {
          failOn: flags.failOn ?? configuration.failOn ?? 'high',
          allowIncomplete: flags.allowIncomplete,
        }),
      );
    });
}

/** Of a change, people read the review; machines read the report, with what was there before marked as known. */
async function reviewed(
  format: Format,
  review: ReviewOfChange,
  report: Report,
  context: RenderContext,
): Promise<string> {
  if (format !== 'text' && format !== 'markdown') return formats[format](report, context);
  const { renderReviewMarkdown, renderReviewText } = await import('../../review/render-review.ts');
  return format === 'text' ? renderReviewText(review, report, context) : renderReviewMarkdown(review, report, context);
}

/** The options by which a user says what a template leaves open: the same for every command that reads templates. */
export function addTemplateOptions(command: Command): Command {
  return command
    .option('--root <folder>', 'read nothing outside this folder (default: the repository)')
    .option('--config <file>', 'configuration (default: the nearest leastwise.yaml)')
    .option('--param <name=value>', 'value of a template parameter; repeatable', collect<string>)
    .option('--parameter-file <file>', 'CloudFormation parameter file or samconfig.toml')
    .option('--stage <name>', 'environment of samconfig.toml')
    .option('--account <id>', 'AWS account that it is deployed to')
    .option('--region <name>', 'AWS region that it is deployed to')
    .option('--partition <name>', 'AWS partition: aws, aws-cn, aws-us-gov')
    .option('--as-of <date>', 'judge deprecation and expiry at this date (default: today)');
}

export function useColour(wanted: boolean, io: Io): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = io.environment;
  if (!wanted || (NO_COLOR !== undefined && NO_COLOR !== '')) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return io.stdout.isTerminal && TERM !== 'dumb';
}

function collectFormat(value: string, before: readonly string[]): readonly string[] {
  if (!Object.hasOwn(formats, value)) {
    throw new UsageError(`There is no format ${value}.`, `Use one of: ${Object.keys(formats).join(', ')}.`);
  }
  return [...before, value];
}
