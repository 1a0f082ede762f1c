import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Io } from '../io.ts';
import type { ScanFlags } from '../run-scan.ts';
import { UsageError } from '../usage-error.ts';
import type { WorkspaceOptions } from '../workspace.ts';
import { addTemplateOptions } from './scan.ts';

const file = 'leastwise.yaml';

export function addInit(program: Command, io: Io, done: (code: number) => void): void {
  addTemplateOptions(program.command('init'))
    .description(`Write a first ${file}, with the applications and open parameters that are found.`)
    .argument('[folder]', 'where to write it (default: the current folder)')
    .addHelpText('after', `\nAn existing ${file} is never overwritten.`)
    .action(async (folder: string | undefined, flags: ScanFlags & WorkspaceOptions) => {
      const target = resolve(io.workingFolder, folder ?? '.', file);
      if (io.files.exists(target)) throw new UsageError(`${file} is there already.`, 'Edit it, or remove it first.');
      const { begin } = await import('../configuration/begin.ts');
      const { text, message } = begin(folder, flags, io);
      io.files.write(target, text);
      io.stdout.write(`Wrote ${folder === undefined ? '' : `${folder.replace(/\/$/, '')}/`}${file}.\n${message}`);
      done(0);
    });
}
