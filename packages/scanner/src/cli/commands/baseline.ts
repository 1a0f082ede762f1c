import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Io } from '../io.ts';
import { loadEngine } from '../load-engine.ts';
import type { ScanFlags } from '../run-scan.ts';
import type { WorkspaceOptions } from '../workspace.ts';
import { addTemplateOptions } from './scan.ts';

interface Flags extends ScanFlags, WorkspaceOptions {
  readonly output: string;
}

/** Where a baseline is kept unless somebody says otherwise. */
export const baselineFile = 'leastwise-baseline.json';

export function addBaseline(program: Command, io: Io): void {
  addTemplateOptions(program.command('baseline'))
    .description('Write down the findings of today, so that later scans fail only for what is new or worse.')
    .argument('[paths...]', 'files or folders; the current folder without any')
    .option('-o, --output <file>', 'where to write it', baselineFile)
    .addHelpText(
      'after',
      `
Examples:
  $ leastwise baseline
  $ leastwise scan --baseline ${baselineFile}`,
    )
    .action(async (paths: readonly string[], flags: Flags) => {
      const [{ baselineOf, renderBaseline }, { runScan }, { openWorkspace }] = await Promise.all([
        import('../../review/baseline.ts'),
        import('../run-scan.ts'),
        import('../workspace.ts'),
      ]);
      const engine = await loadEngine(undefined);
      const { report } = runScan(openWorkspace(paths, flags, io), { ...flags, engine }, io);
      const baseline = baselineOf(report);
      io.files.write(resolve(io.workingFolder, flags.output), renderBaseline(baseline));
      io.stderr.write(
        `Wrote ${baseline.findings.length} findings to ${flags.output}. Commit it, and scan with --baseline ${flags.output}.\n`,
      );
    });
}
