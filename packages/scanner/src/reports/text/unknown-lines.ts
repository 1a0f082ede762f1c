import type { ReportUnknown } from '@leastwise/model';
import { byKey } from '../grouping.ts';
import { count, listed, placeOf } from '../words.ts';
import { truncate } from './display-width.ts';
import { printable } from './printable.ts';
import type { Screen } from './screen.ts';

const groupsShown = 8;

/** Values that nobody gave, by what would settle them: each input once, with the number of questions that it answers. */
export function unknownLines(screen: Screen): readonly string[] {
  const { colours, measure } = screen;
  const { unknowns } = screen.report;
  if (unknowns.length === 0) return [];
  const groups = unknownGroups(unknowns);
  const lines = groups.slice(0, groupsShown).flatMap((group) => {
    const what = `${listed([...new Set(group.entries.map((entry) => entry.what))], 2)}`;
    const first = group.entries[0] as ReportUnknown;
    const head = group.settleWith === null ? printable(group.why) : printable(group.settleWith);
    const settles =
      group.settleWith === null
        ? count(group.entries.length, 'question')
        : `settles ${count(group.entries.length, 'question')}`;
    return [
      `  ${group.settleWith === null ? head : colours.accent(head)}  ${colours.faint(settles)}`,
      `    ${colours.faint(truncate(printable(`${what} · ${placeOf(first.location)}`), measure - 4))}`,
    ];
  });
  const more = groups.length - groupsShown;
  return [
    colours.strong(`Not known: ${count(unknowns.length, 'value')}`),
    ...lines,
    ...(more > 0 ? [`  ${colours.faint(`and ${more} more (--format json lists all)`)}`] : []),
  ];
}

export interface UnknownGroup {
  readonly settleWith: string | null;
  readonly why: string;
  readonly entries: readonly ReportUnknown[];
}

/** The input that answers most comes first; what no input settles comes last. */
export function unknownGroups(unknowns: readonly ReportUnknown[]): readonly UnknownGroup[] {
  return [...byKey(unknowns, (entry) => entry.settleWith ?? `\0${entry.why}`).values()]
    .map((entries) => ({ settleWith: entries[0]?.settleWith ?? null, why: entries[0]?.why ?? '', entries }))
    .sort(
      (a, b) => Number(a.settleWith === null) - Number(b.settleWith === null) || b.entries.length - a.entries.length,
    );
}
