import type { ReportDiagnostic } from '@leastwise/model';
import { byKey } from '../grouping.ts';
import { count, placeOf } from '../words.ts';
import { wrap } from './display-width.ts';
import { printable } from './printable.ts';
import type { Screen } from './screen.ts';

/** Of one kind of trouble so many places are shown. */
const placesShown = 3;
const kindsShown = 12;

/** What could not be read, and notes; a note loses nothing that a check needs. */
export function diagnosticLines(screen: Screen): readonly string[] {
  const all = screen.report.inputs.flatMap((input) => input.diagnostics);
  const incomplete = all.filter((diagnostic) => diagnostic.effect === 'incomplete');
  const notes = all.filter((diagnostic) => diagnostic.effect === 'note');
  return [
    ...part(`Not read in full: ${count(incomplete.length, 'place')}`, incomplete, screen, screen.colours.warn),
    ...part(`Notes: ${notes.length}`, notes, screen, screen.colours.faint),
  ];
}

function part(
  title: string,
  diagnostics: readonly ReportDiagnostic[],
  screen: Screen,
  paint: (text: string) => string,
): readonly string[] {
  if (diagnostics.length === 0) return [];
  const { colours, measure } = screen;
  const kinds = [...byKey(diagnostics, (diagnostic) => diagnostic.code).values()];
  const lines = kinds.slice(0, kindsShown).flatMap((group) => {
    const shown = group.slice(0, placesShown).flatMap((diagnostic) => [
      ...wrap(printable(diagnostic.message), measure - 2).map((line) => `  ${line}`),
      `    ${colours.faint(printable(`${diagnostic.code} · ${placeOf(diagnostic.location)}`))}`,
    ]);
    const hint = wrap(printable(group[0]?.hint ?? ''), measure - 4).map((line) => `    ${line}`);
    const more = group.length - placesShown;
    return [...shown, ...(more > 0 ? [`    ${colours.faint(`and ${more} more ${group[0]?.code ?? ''}`)}`] : []), ...hint];
  });
  const moreKinds = kinds.length - kindsShown;
  return [paint(title), ...lines, ...(moreKinds > 0 ? [`  ${colours.faint(`and ${count(moreKinds, 'more kind')}`)}`] : [])];
}
