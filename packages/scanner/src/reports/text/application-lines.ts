import { rankOf, type ApplicationGroup, type Block, type Repeated } from '../grouping.ts';
import { count, formatName, listed, placeOf } from '../words.ts';
import { displayWidth, truncate } from './display-width.ts';
import { findingLines, named } from './finding-lines.ts';
import { functionHead } from './function-head.ts';
import { printable } from './printable.ts';
import type { Screen } from './screen.ts';

/** More clean applications than this are one line together. */
const cleanShown = 8;

/** An application with findings: its heading, what is met all over it, then its functions and resources. */
export function applicationLines(application: ApplicationGroup, screen: Screen): readonly string[] {
  const { colours } = screen;
  if (!screen.detailed && application.worst <= screen.namedUpTo) return [minorApplication(application, screen)];
  const lines: string[] = [heading(application, screen)];
  if (application.clean.length > 0) {
    const names = listed(
      application.clean.map((entry) => printable(entry.name)),
      6,
    );
    lines.push('', ...fit(`Nothing found in ${names}.`, '  ', screen).map((line) => colours.faint(line)));
  }
  if (application.repeated.length > 0)
    lines.push('', ...application.repeated.flatMap((group) => repeatedLines(group, screen)));
  const minor = screen.detailed
    ? []
    : application.blocks.filter((block) =>
        block.findings.every((finding) => rankOf(finding.severity) <= screen.namedUpTo),
      );
  if (minor.length > 0) lines.push('', ...minor.map((block) => minorBlock(block, screen)));
  for (const block of application.blocks) if (!minor.includes(block)) lines.push('', ...blockLines(block, screen));
  return lines;
}

/** Applications in which nothing was found, shortly: one line each, or one for all when there are many. */
export function cleanApplications(applications: readonly ApplicationGroup[], screen: Screen): readonly string[] {
  const { colours } = screen;
  const whole = applications.filter((application) => !isIncomplete(application));
  const partly = applications.filter(isIncomplete);
  const line = (application: ApplicationGroup, words: string): string =>
    `${colours.strong(printable(application.name))}  ${colours.faint(`${count(application.functions.length, 'function')}, ${words}`)}`;
  const lines: string[] = [];
  if (whole.length > cleanShown) {
    const functions = whole.reduce((sum, application) => sum + application.functions.length, 0);
    lines.push(
      colours.faint(`Nothing found in ${count(whole.length, 'application')} with ${count(functions, 'function')}.`),
    );
  } else lines.push(...whole.map((application) => line(application, 'nothing found')));
  lines.push(...partly.slice(0, cleanShown).map((application) => line(application, 'not read in full')));
  if (partly.length > cleanShown)
    lines.push(colours.faint(`${count(partly.length - cleanShown, 'more application')} not read in full.`));
  return lines;
}

export function isIncomplete(application: ApplicationGroup): boolean {
  return application.inputs.some((input) => input.diagnostics.some((diagnostic) => diagnostic.effect === 'incomplete'));
}

/** On a long screen an application with nothing grave is one line. */
function minorApplication(application: ApplicationGroup, screen: Screen): string {
  const { colours, measure } = screen;
  const findings = [...application.repeated, ...application.blocks].flatMap((group) => group.findings);
  const name = printable(application.name || 'outside any application');
  const words = `${count(application.functions.length, 'function')} · ${named(findings)}`;
  return `${colours.strong(name)}  ${colours.faint(truncate(words, Math.max(20, measure - displayWidth(name) - 2)))}`;
}

function heading(application: ApplicationGroup, screen: Screen): string {
  const { colours, width } = screen;
  const files = application.inputs.filter((input) => input.format !== 'unreadable');
  const formats = [...new Set(files.map(formatName))].join(', ');
  const about = [
    files.length === 1 ? (files[0]?.file ?? '') : count(files.length, 'template'),
    formats,
    count(application.functions.length, 'function'),
  ]
    .filter((part) => part !== '' && part !== application.name)
    .map(printable)
    .join(' · ');
  const name = truncate(printable(application.name || 'outside any application'), Math.max(20, width - 8));
  const start = `━━ ${colours.strong(name)}`;
  const used = 3 + displayWidth(name);
  const rest = used + 2 + displayWidth(about) + 2 <= width ? `  ${colours.faint(about)} ` : ' ';
  const filled = used + (rest === ' ' ? 1 : displayWidth(about) + 3);
  return `${start}${rest}${colours.faint('━'.repeat(Math.max(2, Math.min(width, 110) - filled)))}`;
}

function repeatedLines(group: Repeated, screen: Screen): readonly string[] {
  const { colours, grouped, measure } = screen;
  const title = screen.titles.get(group.check) ?? group.findings[0]?.title ?? '';
  const names = [...new Set(group.findings.map((finding) => printable(grouped.names.of(finding.subject))))];
  const first = group.findings[0];
  const head = `  ${colours.severity(group.severity, group.severity.toUpperCase())}  ${printable(title)} ${colours.faint(`× ${group.findings.length}`)}`;
  const where = first === undefined ? '' : `${placeOf(first.location)}${group.findings.length > 1 ? ' …' : ''}`;
  const detail = `${group.check} · ${listed(names, 4)} · ${printable(where)}`;
  return [head, `       ${colours.faint(truncate(detail, measure - 7))}`];
}

function minorBlock(block: Block, screen: Screen): string {
  const { colours, grouped, measure } = screen;
  const name = printable(grouped.names.of(block.subject));
  return `  ${colours.strong(name)}  ${colours.faint(truncate(named(block.findings), Math.max(20, measure - displayWidth(name) - 4)))}`;
}

function blockLines(block: Block, screen: Screen): readonly string[] {
  const head = block.function === undefined ? resourceHead(block, screen) : functionHead(block.function, screen);
  return [...head, ...findingLines(block.findings, screen)];
}

function resourceHead(block: Block, screen: Screen): readonly string[] {
  const { colours, grouped } = screen;
  const { resource } = block;
  const users = block.concerns.map((id) => printable(grouped.names.of(id)));
  const used = users.length === 0 ? 'used by no function' : `used by ${listed(users, 4)}`;
  const kind = resource === undefined ? 'resource' : printable(resource.kind.replaceAll('-', ' '));
  const exposure =
    resource === undefined || resource.exposure === 'internal' ? '' : ` · ${colours.exposure(resource.exposure)}`;
  return [
    `  ${colours.strong(printable(grouped.names.of(block.subject)))}  ${colours.faint(`${kind} · ${used}`)}${exposure}`,
  ];
}

function fit(text: string, indent: string, screen: Screen): readonly string[] {
  return [`${indent}${truncate(text, screen.measure - indent.length)}`];
}
