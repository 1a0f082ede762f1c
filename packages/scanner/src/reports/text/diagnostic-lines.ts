import type { ReportDiagnostic } from '@leastwise/model';
import { byKey } from '../grouping.ts';
import { count, listed, placeOf } from '../words.ts';
import { wrap } from './display-width.ts';
import { printable } from './printable.ts';
import type { Screen } from './screen.ts';

/** Of one kind of trouble so many messages are shown, each with so many places. */
const messagesShown = 3;
const placesShown = 2;
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
    const messages = [...byKey(group, (diagnostic) => diagnostic.message)].slice(0, messagesShown);
    const shown = messages.flatMap(([message, places]) => {
      const where = listed(
        places.map((diagnostic) => printable(placeOf(diagnostic.location))),
        placesShown,
      );
      return [
        ...wrap(printable(message), measure - 2).map((line) => `  ${line}`),
        ...wrap(printable(places[0]?.hint ?? ''), measure - 4).map((line) => `    ${line}`),
        ...wrap(where, measure - 4).map((line) => `    ${colours.faint(line)}`),
      ];
    });
    const rest = group.length - messages.reduce((sum, [, places]) => sum + places.length, 0);
    const code = printable(group[0]?.code ?? '');
    return [...shown, `    ${colours.faint(rest > 0 ? `${code}, and ${rest} more of this kind` : code)}`];
  });
  const moreKinds = kinds.length - kindsShown;
  return [
    paint(title),
    ...lines,
    ...(moreKinds > 0 ? [`  ${colours.faint(`and ${count(moreKinds, 'more kind')}`)}`] : []),
  ];
}
