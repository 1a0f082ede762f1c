import { count } from '../words.ts';
import { summaryParts } from '../summary.ts';
import type { Screen } from './screen.ts';

/** The line that answers "is it clean": and nothing that was not looked at is ever called clean. */
export function closingLines(screen: Screen): readonly string[] {
  const { report, grouped, colours } = screen;
  const parts = summaryParts(report);
  if (parts.state === 'nothing') {
    return [
      colours.warn(
        `Nothing to scan: no template was found${parts.unreadable > 0 ? `, and ${count(parts.unreadable, 'file')} could not be read` : ''}.`,
      ),
    ];
  }
  const findings = parts.findings
    .map(({ severity, number }) => colours.severity(severity, `${number} ${severity}`))
    .join(', ');
  const open = parts.settleWith === undefined ? '' : ` (${parts.settleWith})`;
  const total = [
    parts.scope,
    findings === ''
      ? parts.state === 'clean'
        ? colours.good('no findings')
        : 'no findings in what was read'
      : findings,
    ...(parts.fixes === undefined ? [] : [parts.fixes]),
    ...(parts.unknown === undefined ? [] : [colours.warn(`${parts.unknown}${open}`)]),
    ...(parts.state === 'incomplete' ? [colours.warn('not read in full')] : []),
  ].join(' · ');
  const aside = [
    grouped.belowLevel > 0 ? `${count(grouped.belowLevel, 'finding')} below the level not shown (--level info)` : '',
    grouped.known > 0 ? `${grouped.known} known from the baseline` : '',
    grouped.suppressed > 0 ? `${grouped.suppressed} suppressed` : '',
  ].filter((part) => part !== '');
  return [...(aside.length > 0 ? [colours.faint(aside.join(' · '))] : []), total];
}
