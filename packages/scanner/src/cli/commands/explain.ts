import type { Command } from 'commander';
import { allChecks } from '../../checks/index.ts';
import { loadDoc } from '../../checks/load-doc.ts';
import { palette } from '../../reports/text/palette.ts';
import { renderText } from '../../reports/text/render-text.ts';
import { checkList, explainCheck } from '../explain/explain-check.ts';
import { explainFunction, findFunction } from '../explain/explain-function.ts';
import { nearest } from '../explain/nearest.ts';
import type { Io } from '../io.ts';
import { runScan, type ScanFlags } from '../run-scan.ts';
import { UsageError } from '../usage-error.ts';
import { openWorkspace, type WorkspaceOptions } from '../workspace.ts';
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
    .option('--path <path>', 'file or folder with the templates; repeatable', (value: string, before: readonly string[] = []) => [
      ...before,
      value,
    ])
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
      const screen = { colours: palette(useColour(flags.color, io)), width: Math.min(io.stdout.columns ?? 100, 110) };
      if (flags.checks) io.stdout.write(checkList(allChecks, screen));
      else if (what === undefined) throw new UsageError('There is nothing to explain.', 'Name a check, a finding or a function, or use --checks.');
      else io.stdout.write(await explain(what, flags, screen, io));
      done(0);
    });
}

type Screen = Parameters<typeof explainCheck>[2];

async function explain(what: string, flags: Flags, screen: Screen, io: Io): Promise<string> {
  const check = allChecks.find((candidate) => candidate.name === what || candidate.aliases?.includes(what));
  if (check !== undefined) return explainCheck(check, await loadDoc(check.name), screen);
  const workspace = openWorkspace(flags.path ?? [], flags, io);
  const run = runScan(workspace, flags, io);
  const context = {
    tree: workspace.tree,
    level: 'info' as const,
    colour: useColour(flags.color, io),
    columns: io.stdout.columns ?? 100,
    checks: allChecks,
    prose: loadDoc,
  };
  const finding = run.report.findings.find((candidate) => candidate.fingerprint === what);
  if (finding !== undefined) {
    const functions = run.report.functions.filter((entry) => finding.functions.includes(entry.id));
    const one = { ...run.report, functions, findings: [{ ...finding, suppressed: null }], unknowns: [], inputs: [] };
    const shown = (await renderText(one, context)).split('\n\n').slice(0, -1).join('\n\n');
    const about = allChecks.find((candidate) => candidate.name === finding.check);
    const doc = await loadDoc(finding.check);
    return about === undefined ? `${shown}\n` : `${shown}\n\n${explainCheck(about, doc, screen)}`;
  }
  const found = findFunction(what, run);
  if (found.length === 1 && found[0] !== undefined) return explainFunction(found[0], run, workspace.tree, screen);
  if (found.length > 1) {
    throw new UsageError(`${found.length} functions are called ${what}.`, `Name one by its id: ${found.map((entry) => entry.id).join(', ')}.`);
  }
  const names = [...allChecks.map((candidate) => candidate.name), ...run.report.functions.map((entry) => entry.name)];
  const close = nearest(what, names);
  throw new UsageError(
    `There is no check, finding or function ${what}.`,
    close.length > 0 ? `Did you mean ${close.join(', ')}?` : 'List the checks with --checks; name the templates of a function with --path.',
  );
}
