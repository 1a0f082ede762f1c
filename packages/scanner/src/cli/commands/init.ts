import { resolve } from 'node:path';
import type { Command } from 'commander';
import { configurationFile } from '../configuration/read-configuration.ts';
import { parametersOf, starter } from '../configuration/starter.ts';
import type { Io } from '../io.ts';
import { runScan, type ScanFlags } from '../run-scan.ts';
import { UsageError } from '../usage-error.ts';
import { openWorkspace, type WorkspaceOptions } from '../workspace.ts';
import { addTemplateOptions } from './scan.ts';

export function addInit(program: Command, io: Io, done: (code: number) => void): void {
  addTemplateOptions(program.command('init'))
    .description(`Write a first ${configurationFile}, with the applications and open parameters that are found.`)
    .argument('[folder]', 'where to write it (default: the current folder)')
    .addHelpText('after', `\nAn existing ${configurationFile} is never overwritten.`)
    .action((folder: string | undefined, flags: ScanFlags & WorkspaceOptions) => {
      const target = resolve(io.workingFolder, folder ?? '.', configurationFile);
      if (io.files.exists(target)) {
        throw new UsageError(`${configurationFile} is there already.`, 'Edit it, or remove it first.');
      }
      const workspace = openWorkspace(folder === undefined ? [] : [folder], flags, io);
      const run = runScan(workspace, flags, io);
      const applications = run.applications.map((application) => parametersOf(application, workspace.selected[0] ?? ''));
      io.files.write(target, starter(applications));
      const open = applications.reduce((sum, application) => sum + application.open.length, 0);
      const found = run.applications.length;
      io.stdout.write(
        [
          `Wrote ${folder === undefined ? '' : `${folder.replace(/\/$/, '')}/`}${configurationFile}.`,
          found === 0
            ? 'No template was found here yet.'
            : `Found ${found} ${found === 1 ? 'application' : 'applications'}${open === 0 ? '.' : `, with ${open} ${open === 1 ? 'parameter that has' : 'parameters that have'} no default: give them values in the file.`}`,
          '',
          'Next:',
          '  leastwise scan                 see every function and what is wrong',
          '  leastwise inventory --unowned  see what nobody owns',
          '  leastwise explain --checks     see what is asked',
          '',
        ].join('\n'),
      );
      done(0);
    });
}
