import type { Command } from 'commander';
import type { Io } from '../io.ts';
import type { ScanFlags } from '../run-scan.ts';
import { UsageError } from '../usage-error.ts';
import type { WorkspaceOptions } from '../workspace.ts';
import { addTemplateOptions, useColour } from './scan.ts';

interface Flags extends ScanFlags, WorkspaceOptions {
  readonly path?: readonly string[];
  readonly checks: boolean;
  readonly color: boolean;
}

export function addExplain(program: Command, io: Io, done: (code: number) => void): void {
  addTemplateOptions(program.command('explain'))
    .description('Explain a check, a finding or a function: why, how it is attacked, what every value resolved to.')
    .argument('[what]', 'a check, the fingerprint of a finding, or a function by name, logical id or id')
    .option(
      '--path <path>',
      'file or folder with the templates; repeatable',
      (value: string, before: readonly string[] = []) => [...before, value],
    )
    .option('--checks', 'list all checks', false)
    .option('--no-color', 'plain text')
    .addHelpText(
      'after',
      `
Examples:
  $ leastwise explain function-url-without-auth
  $ leastwise explain PlaceOrder --path services/orders
  $ leastwise explain --checks`,
    )
    .action(async (what: string | undefined, flags: Flags) => {
      if (what === undefined && !flags.checks) {
        throw new UsageError('There is nothing to explain.', 'Name a check, a finding or a function, or use --checks.');
      }
      const { explain, explainChecks } = await import('../explain/explain.ts');
      const colour = useColour(flags.color, io);
      io.stdout.write(what === undefined ? explainChecks(colour, io) : await explain(what, flags, colour, io));
      done(0);
    });
}
