import type { Report, ReportFinding } from '@leastwise/model';
import { rankOf } from '../grouping.ts';
import type { RenderContext } from '../renderer.ts';
import { levelOf } from '../sarif/levels.ts';
import { summaryParts } from '../summary.ts';
import { printable } from '../text/printable.ts';

/** GitHub shows at most ten annotations of each kind a step, so the gravest must come first. */
const commands = { error: 'error', warning: 'warning', note: 'notice' } as const;

/**
 * Workflow commands of GitHub Actions: annotations on the lines of a pull request.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function renderGithub(report: Report, context: RenderContext): string {
  const shown = report.findings.filter(
    (finding) =>
      finding.suppressed === null && finding.baseline !== 'known' && rankOf(finding.severity) >= rankOf(context.level),
  );
  const lines = shown.map(annotation);
  for (const input of report.inputs) {
    for (const diagnostic of input.diagnostics) {
      if (diagnostic.effect !== 'incomplete') continue;
      const { file, line, column } = diagnostic.location;
      lines.push(
        `::warning ${properties({ file, line, col: column, title: 'Not read in full' })}::${data(`${diagnostic.message} ${diagnostic.hint}`)}`,
      );
    }
  }
  const parts = summaryParts(report);
  const findings = parts.findings.map(({ severity, number }) => `${number} ${severity}`).join(', ');
  const verdict = parts.state === 'nothing' ? 'nothing to scan' : findings === '' ? 'no findings' : findings;
  return `${[...lines, `::notice title=Leastwise::${data(`${parts.scope}: ${verdict}`)}`].join('\n')}\n`;
}

function annotation(finding: ReportFinding): string {
  const { file, line, column, endLine, endColumn } = finding.location;
  const title = `${finding.severity}: ${finding.check}`;
  const fix = finding.fix.summary === '' ? '' : ` Fix: ${finding.fix.summary}.`;
  // Columns are allowed on a stretch of one line only.
  const columns = line === endLine ? { col: column, endColumn } : {};
  return `::${commands[levelOf(finding.severity)]} ${properties({ file, line, endLine, ...columns, title })}::${data(`${finding.title}${fix}`)}`;
}

function properties(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${property(String(value))}`)
    .join(',');
}

/** What a template is named must not end the command and begin another. */
function data(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
