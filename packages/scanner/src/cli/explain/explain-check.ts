import { severities } from '@leastwise/model';
import { fixesOf, type CheckDoc } from '../../checks/check-doc.ts';
import type { Check } from '../../checks/define-check.ts';
import { wrap } from '../../reports/text/display-width.ts';
import type { Palette } from '../../reports/text/palette.ts';
import { table } from '../../reports/text/table.ts';

export interface ExplainScreen {
  readonly colours: Palette;
  readonly width: number;
}

const lists: Readonly<Record<string, string>> = {
  owasp: 'OWASP Serverless Top 10',
  csa: 'CSA 12 Most Critical Risks',
  cwe: 'CWE',
  fsbp: 'AWS Foundational Security Best Practices',
  attack: 'MITRE ATT&CK',
};

/** The page of a check for a terminal: what is wrong, why, how it is attacked, what to do. */
export function explainCheck(check: Check, doc: CheckDoc | undefined, screen: ExplainScreen): string {
  const { colours } = screen;
  const fix = check.fix === 'none' ? 'no fix by machine' : check.fix === 'safe' ? 'safe fix' : 'fix needs review';
  const head = [
    `${colours.severity(check.severity, check.severity.toUpperCase())}  ${colours.strong(check.title)}`,
    colours.faint(`${check.name} · ${check.area} · ${fix} · since ${check.since}`),
  ];
  const mapped = Object.entries(check.mappings).filter(([, ids]) => ids.length > 0);
  const sections = [
    head.join('\n'),
    ...(doc === undefined
      ? []
      : [
          section('Why it is bad', doc.why, screen),
          section('How it is attacked', doc.exploit, screen),
          ...fixesOf(doc).map(({ place, text }) => section(`What to do in ${place}`, text, screen)),
          section('What the check cannot see', doc.blindSpots, screen),
        ]),
    ...(mapped.length === 0
      ? []
      : [
          section(
            'Elsewhere',
            mapped.map(([list, ids]) => `- ${lists[list] ?? list}: ${ids.join(', ')}`).join('\n'),
            screen,
          ),
        ]),
    ...(doc === undefined || doc.sources.length === 0
      ? []
      : [section('Sources', doc.sources.map((source) => `- ${source}`).join('\n'), screen)]),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** All checks by area, the gravest first. */
export function checkList(checks: readonly Check[], screen: ExplainScreen): string {
  const { colours } = screen;
  const areas = [...new Set(checks.map((check) => check.area))].sort();
  const parts = areas.map((area) => {
    const rows = checks
      .filter((check) => check.area === area)
      .sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity) || (a.name < b.name ? -1 : 1))
      .map((check) => [check.severity, check.name, check.title]);
    const lines = table(
      [
        {
          title: area,
          least: 8,
          paint: (cell, value) => cell.replace(value, () => colours.severity(value as Check['severity'], value)),
        },
        { title: '', least: 30 },
        { title: '', least: 20, paint: (cell) => colours.faint(cell) },
      ],
      rows,
      screen.width,
      colours.strong,
    );
    return lines.join('\n');
  });
  return `${[...parts, `${checks.length} checks. leastwise explain <check> tells more.`].join('\n\n')}\n`;
}

function section(title: string, text: string, screen: ExplainScreen): string {
  return `${screen.colours.strong(title)}\n${prose(text, screen.width - 2)
    .map((line) => `  ${line}`.trimEnd())
    .join('\n')}`;
}

/** Paragraphs are laid out anew; lists, indented lines and fenced blocks stay as they are written. */
function prose(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let paragraph: string[] = [];
  let fenced = false;
  const flush = (): void => {
    if (paragraph.length > 0) lines.push(...wrap(paragraph.join(' '), width));
    paragraph = [];
  };
  for (const line of text.trim().split('\n')) {
    if (/^\s*```/.test(line)) {
      flush();
      fenced = !fenced;
    } else if (fenced) lines.push(`  ${line}`);
    else if (line.trim() === '') {
      flush();
      lines.push('');
    } else if (/^\s*([-*]|\d+[.)])\s/.test(line)) {
      flush();
      paragraph = [line.trim()];
    } else if (/^( {4}|\t)/.test(line) && paragraph.length === 0) lines.push(line);
    else paragraph.push(line.trim());
  }
  flush();
  return lines;
}
