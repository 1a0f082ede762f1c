import type { Report, ReportFinding } from '@leastwise/model';
import type { CheckDoc } from '../../checks/check-doc.ts';
import { groupReport, isMinor, rankOf } from '../grouping.ts';
import type { RenderContext } from '../renderer.ts';
import { maskedFiles } from '../secret-masks.ts';
import { applicationLines, cleanApplications } from './application-lines.ts';
import { closingLines } from './closing-lines.ts';
import { diagnosticLines } from './diagnostic-lines.ts';
import { palette } from './palette.ts';
import type { Screen } from './screen.ts';
import { unknownLines } from './unknown-lines.ts';

/** With more findings than this, each says less. */
const detailedUpTo = 80;
/** With more than this, those of medium severity are only named. */
const mediumUpTo = 500;

/** The report for a terminal: by application and function, the most important last, then what is not known. */
export async function renderText(report: Report, context: RenderContext): Promise<string> {
  const grouped = groupReport(report, context.level);
  const weighty = grouped.shown.filter((finding) => !isMinor(finding));
  const secretChecks = new Set(
    context.checks
      .filter((check) => check.area === 'secrets' || check.name === 'secret-in-code')
      .map((check) => check.name),
  );
  const width = Math.max(40, context.columns);
  const screen: Screen = {
    report,
    grouped,
    colours: palette(context.colour),
    width,
    measure: Math.min(width, 110),
    detailed: weighty.length <= detailedUpTo,
    namedUpTo: rankOf(weighty.length <= mediumUpTo ? 'low' : 'medium'),
    titles: new Map(context.checks.map((check) => [check.name, check.title])),
    docs: await docsOf(weighty, context),
    files: maskedFiles(
      context.tree,
      report.findings.filter((finding) => secretChecks.has(finding.check)),
    ),
  };
  const clean = grouped.applications.filter((application) => application.worst < 0);
  const open = grouped.applications
    .filter((application) => application.worst >= 0)
    .map((application) => applicationLines(application, screen));
  const sections = [
    cleanApplications(clean, screen),
    open.filter((lines) => lines.length === 1).flat(),
    ...open.filter((lines) => lines.length > 1),
    unknownLines(screen),
    diagnosticLines(screen),
    closingLines(screen),
  ].filter((lines) => lines.length > 0);
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

async function docsOf(
  findings: readonly ReportFinding[],
  context: RenderContext,
): Promise<ReadonlyMap<string, CheckDoc>> {
  const docs = new Map<string, CheckDoc>();
  const names = [...new Set(findings.map((finding) => finding.check))];
  await Promise.all(
    names.map(async (name) => {
      const doc = await context.prose(name);
      if (doc !== undefined) docs.set(name, doc);
    }),
  );
  return docs;
}
