import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Io } from '../io.ts';
import type { InventoryFlags } from '../list-inventory.ts';
import { addTemplateOptions, useColour } from './scan.ts';

interface Flags extends InventoryFlags {
  readonly output?: string;
  readonly color: boolean;
}

export function addInventory(program: Command, io: Io, done: (code: number) => void): void {
  addTemplateOptions(program.command('inventory'))
    .description('List every function and resource: ways in, readers, writers, encryption, owner.')
    .argument('[paths...]', 'files or folders; the current folder without any')
    .addOption(new Option('-f, --format <format>', 'how to print').choices(['text', 'json', 'csv']).default('text'))
    .option('-o, --output <file>', 'write to a file instead of the screen')
    .option('--matrix', 'which function reaches which store of data, directly and through others', false)
    .option('--unowned', 'only what nobody owns', false)
    .option('--no-color', 'plain text')
    .addHelpText(
      'after',
      `
An owner is read from tags (Owner, Team, ...), then leastwise.yaml, then CODEOWNERS.

Exit codes: 0 listed, 2 wrong usage or configuration, 3 nothing to list.

Examples:
  $ leastwise inventory --unowned
  $ leastwise inventory --matrix
  $ leastwise inventory --format csv -o inventory.csv`,
    )
    .action(async (paths: readonly string[], flags: Flags) => {
      const { listInventory } = await import('../list-inventory.ts');
      const toFile = flags.output !== undefined;
      const screen = {
        columns: toFile ? 100 : (io.stdout.columns ?? 100),
        colour: !toFile && useColour(flags.color, io),
      };
      const { text, empty } = listInventory(paths, flags, screen, io);
      if (flags.output === undefined) io.stdout.write(text);
      else io.files.write(resolve(io.workingFolder, flags.output), text);
      done(empty ? 3 : 0);
    });
}
