import { allChecks } from '../../checks/index.ts';
import { loadDoc } from '../../checks/load-doc.ts';
import type { RenderContext } from '../../reports/renderer.ts';
import { palette } from '../../reports/text/palette.ts';
import { renderText } from '../../reports/text/render-text.ts';
import type { Io } from '../io.ts';
import { loadEngine } from '../load-engine.ts';
import { runScan, type ScanFlags } from '../run-scan.ts';
import { UsageError } from '../usage-error.ts';
import { openWorkspace, type WorkspaceOptions } from '../workspace.ts';
import { checkList, explainCheck, type ExplainScreen } from './explain-check.ts';
import { explainFunction, findFunction } from './explain-function.ts';
import { nearest } from '../../readers/nearest.ts';

interface ExplainOptions extends ScanFlags, WorkspaceOptions {
  readonly path?: readonly string[];
}

/** All checks with severity and title. */
export function explainChecks(colour: boolean, io: Io): string {
  return checkList(allChecks, screenOf(colour, io));
}

/** A check by its name, else a finding or a function of the templates. */
export async function explain(what: string, flags: ExplainOptions, colour: boolean, io: Io): Promise<string> {
  const screen = screenOf(colour, io);
  const check = allChecks.find((candidate) => candidate.name === what || candidate.aliases?.includes(what));
  if (check !== undefined) return explainCheck(check, await loadDoc(check.name), screen);
  const workspace = openWorkspace(flags.path ?? [], flags, io);
  const run = runScan(workspace, { ...flags, keepEstates: true, engine: await loadEngine(undefined) }, io);
  const context: RenderContext = {
    tree: workspace.tree,
    level: 'info',
    colour,
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
    throw new UsageError(
      `${found.length} functions are called ${what}.`,
      `Name one by its id: ${found.map((entry) => entry.id).join(', ')}.`,
    );
  }
  const names = [...allChecks.map((candidate) => candidate.name), ...run.report.functions.map((entry) => entry.name)];
  const close = nearest(what, names);
  throw new UsageError(
    `There is no check, finding or function ${what}.`,
    close.length > 0
      ? `Did you mean ${close.join(', ')}?`
      : 'List the checks with --checks; name the templates of a function with --path.',
  );
}

function screenOf(colour: boolean, io: Io): ExplainScreen {
  return { colours: palette(colour), width: Math.min(io.stdout.columns ?? 100, 110) };
}
