import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { inventoryOf } from '../../reports/inventory/inventory.ts';
import { namesIn } from '../../reports/names.ts';
import type { Io } from '../io.ts';
import { runScan, type ScanFlags } from '../run-scan.ts';
import { openWorkspace, type WorkspaceOptions } from '../workspace.ts';
import { addTemplateOptions, useColour } from './scan.ts';

interface Flags extends ScanFlags, WorkspaceOptions {
  readonly format: 'text' | 'json' | 'csv';
  readonly output?: string;
  readonly unowned: boolean;
  readonly color: boolean;
}

export function addInventory(program: Command, io: Io, done: (code: number) => void): void {
  addTemplateOptions(program.command('inventory'))
    .description('List every function and resource: ways in, readers, writers, encryption, owner.')
    .argument('[paths...]', 'files or folders; the current folder without any')
    .addOption(new Option('-f, --format <format>', 'how to print').choices(['text', 'json', 'csv']).default('text'))
    .option('-o, --output <file>', 'write to a file instead of the screen')
    .option('--unowned', 'only what nobody owns', false)
    .option('--no-color', 'plain text')
    .addHelpText(
      'after',
      `
An owner is read from tags (Owner, Team, ...), then leastwise.yaml, then CODEOWNERS.

Exit codes: 0 listed, 2 wrong usage or configuration, 3 nothing to list.

Examples:
  $ leastwise inventory --unowned
  $ leastwise inventory --format csv -o inventory.csv`,
    )
    .action(async (paths: readonly string[], flags: Flags) => {
      const { report } = runScan(openWorkspace(paths, flags, io), flags, io);
      const inventory = inventoryOf(report, { unowned: flags.unowned });
      const names = namesIn(report);
      const toFile = flags.output !== undefined;
      const screen = { columns: toFile ? 100 : (io.stdout.columns ?? 100), colour: !toFile && useColour(flags.color, io) };
      const text =
        flags.format === 'json'
          ? `${JSON.stringify(inventory, null, 2)}\n`
          : flags.format === 'csv'
            ? (await import('../../reports/inventory/inventory-csv.ts')).inventoryCsv(inventory, names)
            : (await import('../../reports/inventory/inventory-text.ts')).inventoryText(inventory, names, screen);
      if (flags.output === undefined) io.stdout.write(text);
      else io.files.write(resolve(io.workingFolder, flags.output), text);
      done(report.functions.length + report.resources.length === 0 ? 3 : 0);
    });
}
