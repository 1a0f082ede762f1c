import { severities, type Report, type ReportFinding, type ReportFunction, type ReportTrigger } from '@leastwise/model';
import { groupReport, type Grouped } from '../grouping.ts';
import type { RenderContext } from '../renderer.ts';
import { summaryParts } from '../summary.ts';
import { opening, count, setUpOf } from '../words.ts';
import { code, escape, link } from './escape.ts';

/** What GitHub takes in one comment is 65,536 characters; some are kept for the closing line. */
const budget = 64_000;
const functionsShown = 30;
const waysShown = 4;
/** Ways in that a reviewer should see, the widest first. */
const matters: readonly string[] = ['public', 'public-sign-up', 'unknown', 'authenticated'];

/** A comment on a pull request: the totals, who can start what, and every finding folded away. */
export async function renderMarkdown(report: Report, context: RenderContext): Promise<string> {
  const grouped = groupReport(report, context.level);
  const parts = [heading(report), ...functionTable(report, grouped)];
  let used = parts.join('\n\n').length;
  let left = grouped.shown.length;
  for (const severity of [...severities].reverse()) {
    const findings = grouped.shown.filter((finding) => finding.severity === severity);
    const block: string[] = [];
    for (const finding of findings) {
      const doc = severity === 'low' || severity === 'info' ? undefined : await context.prose(finding.check);
      const item = findingItem(finding, grouped, doc === undefined ? undefined : opening(doc.why));
      if (used + item.length + 200 > budget) break;
      block.push(item);
      used += item.length + 1;
      left--;
    }
    if (block.length === 0) continue;
    const open = severity === 'critical' || severity === 'high' ? ' open' : '';
    const title =
      block.length === findings.length
        ? `${block.length} ${severity}`
        : `${block.length} of ${findings.length} ${severity}`;
    parts.push(`<details${open}>\n<summary><b>${title}</b></summary>\n\n${block.join('\n')}\n\n</details>`);
    used += 100;
    if (block.length < findings.length) break;
  }
  if (left > 0)
    parts.push(`${count(left, 'more finding')} did not fit here. \`leastwise scan --format json\` has all.`);
  const asides = closing(report, grouped, budget + 1200 - used);
  return `${[...parts, ...asides].join('\n\n')}\n`;
}

function heading(report: Report): string {
  const parts = summaryParts(report);
  if (parts.state === 'nothing')
    return '### Leastwise: nothing to scan\n\nNo template was found. This does not mean that all is well.';
  const verdict =
    parts.state === 'clean'
      ? 'nothing found'
      : parts.findings.map(({ severity, number }) => `${number} ${severity}`).join(', ');
  const total = [parts.scope, parts.fixes, parts.unknown].filter((part) => part !== undefined).join(' · ');
  const incomplete =
    parts.state === 'incomplete' ? '\n\n**Not everything could be read**, so this list may lack findings.' : '';
  return `### Leastwise: ${verdict === '' ? 'nothing found in what was read' : verdict}\n\n${total}${incomplete}`;
}

function functionTable(report: Report, grouped: Grouped): readonly string[] {
  const counts = new Map<string, number>();
  for (const finding of grouped.shown) for (const id of finding.functions) counts.set(id, (counts.get(id) ?? 0) + 1);
  const rows = report.functions
    .map((entry) => ({ entry, ways: entry.triggers.filter((trigger) => matters.includes(trigger.exposure)) }))
    .filter(({ entry, ways }) => ways.length > 0 || counts.has(entry.id))
    .sort((a, b) => width(a.entry) - width(b.entry) || (counts.get(b.entry.id) ?? 0) - (counts.get(a.entry.id) ?? 0));
  if (rows.length === 0) return [];
  const lines = rows.slice(0, functionsShown).map(({ entry, ways }) => {
    const cells = [
      `${code(entry.name)}<br>${escape(setUpOf(entry).join(', '))}`,
      escape(entry.exposure),
      waysCell(ways, grouped),
      String(counts.get(entry.id) ?? 0),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const more = rows.length - lines.length;
  const table = ['| function | exposure | ways in from outside | findings |', '|---|---|---|---:|', ...lines].join(
    '\n',
  );
  return more > 0 ? [table, `and ${count(more, 'more function')}`] : [table];
}

function waysCell(ways: readonly ReportTrigger[], grouped: Grouped): string {
  const shown = [...ways]
    .sort((a, b) => matters.indexOf(a.exposure) - matters.indexOf(b.exposure))
    .slice(0, waysShown)
    .map((trigger) => {
      const source = trigger.route ?? grouped.names.of(trigger.source);
      const auth =
        trigger.auth.length > 0
          ? trigger.auth.join(' + ')
          : trigger.invocation === 'sync'
            ? 'no auth'
            : trigger.exposure;
      return `${code(source)} ${escape(`${trigger.kind.replaceAll('-', ' ')}, ${auth}`)}`;
    });
  return [...shown, ...(ways.length > waysShown ? [`and ${ways.length - waysShown} more`] : [])].join('<br>');
}

function findingItem(finding: ReportFinding, grouped: Grouped, why: string | undefined): string {
  const when = finding.when === undefined ? '' : ` (when ${escape(finding.when)})`;
  const title = `- **${escape(finding.title)}**${when}<br>${link(finding.location)} · ${code(finding.check)} · ${escape(grouped.names.withKind(finding.subject))}`;
  const kind = finding.fix.kind === 'none' ? 'by hand' : finding.fix.kind;
  return [
    title,
    ...(why === undefined ? [] : [`  <br>${escape(why)}`]),
    ...(finding.fix.summary === '' ? [] : [`  <br>Fix (${kind}): ${escape(finding.fix.summary)}`]),
    ...finding.evidence.slice(0, 6).map((step) => `  - ${escape(step.message)} ${link(step.location)}`),
  ].join('\n');
}

function closing(report: Report, grouped: Grouped, room: number): readonly string[] {
  const incomplete = report.inputs.flatMap((input) => input.diagnostics).filter((one) => one.effect === 'incomplete');
  const settle = [
    ...new Set(report.unknowns.flatMap((entry) => (entry.settleWith === null ? [] : [entry.settleWith]))),
  ];
  const unread: string[] = [];
  for (const one of incomplete.slice(0, 20)) {
    const line = `- ${escape(one.message)} ${link(one.location)}`;
    if (unread.join('\n').length + line.length + 600 < room) unread.push(line);
  }
  const hidden = [
    grouped.belowLevel > 0 ? `${count(grouped.belowLevel, 'finding')} below the shown level` : '',
    grouped.known > 0 ? `${grouped.known} known from the baseline` : '',
    grouped.suppressed > 0 ? `${grouped.suppressed} suppressed` : '',
    settle.length > 0 ? `unknown values are settled by ${settle.slice(0, 3).map(code).join(', ')}` : '',
  ].filter((part) => part !== '');
  return [
    ...(unread.length === 0
      ? []
      : [
          `<details>\n<summary>${count(incomplete.length, 'place')} not read in full</summary>\n\n${unread.join('\n')}\n\n</details>`,
        ]),
    ...(hidden.length === 0 ? [] : [`<sub>${hidden.join(' · ')}</sub>`]),
  ];
}

function width(entry: ReportFunction): number {
  const place = matters.indexOf(entry.exposure);
  return place < 0 ? matters.length : place;
}
