import type { DiagnosticList } from './diagnostic-list.ts';
import { LIMITS } from './limits.ts';
import type { MapEntry, SyntaxNode } from './syntax-node.ts';

/** CloudFormation keeps the last of two entries with one key; the lost one is worth a word, because it is never deployed. */
export function lastEntriesWin(entries: MapEntry[], found: DiagnosticList, merges?: ReadonlySet<MapEntry>): MapEntry[] {
  if (entries.length < 2) return entries;
  const lost = entries.length <= 8 ? lostOfFew(entries, merges) : lostOfMany(entries, merges);
  if (lost === undefined) return entries;
  for (const entry of lost) {
    found.add(
      'duplicate-key',
      'note',
      entry.keyStart,
      Math.max(entry.keyEnd, entry.value.end),
      `The key ${shown(entry.key)} is written more than once in this map; only the last one counts, this one is lost.`,
      'Remove one of the two, or give it another name.',
    );
  }
  return entries.filter((entry) => !lost.has(entry));
}

/** What one document may still spend on `<<`. */
export interface MergeBudget {
  left: number;
}

/** Replaces `<<` entries by what they merge; own keys win, and of several merged maps the first. */
export function expandMerges(
  entries: readonly MapEntry[],
  merges: ReadonlySet<MapEntry>,
  budget: MergeBudget,
  found: DiagnosticList,
): MapEntry[] {
  const taken = new Set<string>();
  for (const entry of entries) if (!merges.has(entry)) taken.add(entry.key);
  const expanded: MapEntry[] = [];
  for (const entry of entries) {
    const maps = merges.has(entry) ? mergedMaps(entry.value) : undefined;
    if (maps === undefined) {
      expanded.push(entry);
      continue;
    }
    for (const map of maps) {
      budget.left -= 1 + map.entries.length;
      if (budget.left < 0) {
        found.add(
          'template-too-many-aliases',
          'incomplete',
          entry.keyStart,
          entry.keyEnd,
          'This file merges so many entries with "<<" that expanding them was stopped; what this one merges is missing.',
          'Write the merged entries out, or split the file.',
        );
        break;
      }
      for (const merged of map.entries) {
        if (taken.has(merged.key)) continue;
        taken.add(merged.key);
        expanded.push({ ...merged, merged: true });
      }
    }
  }
  return expanded;
}

export const mergeBudget = (): MergeBudget => ({ left: LIMITS.mergedEntries });

/** A key as a message shows it. */
export function shown(key: string): string {
  return JSON.stringify(key.length > 60 ? `${key.slice(0, 60)}...` : key);
}

function mergedMaps(value: SyntaxNode): readonly (SyntaxNode & { kind: 'map' })[] | undefined {
  if (value.kind === 'map') return [value];
  if (value.kind !== 'list') return undefined;
  const maps = value.items.filter((item) => item.kind === 'map');
  return maps.length === value.items.length ? maps : undefined;
}

function lostOfFew(entries: readonly MapEntry[], merges?: ReadonlySet<MapEntry>): Set<MapEntry> | undefined {
  let lost: Set<MapEntry> | undefined;
  for (let later = 1; later < entries.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      const entry = entries[earlier] as MapEntry;
      if (entry.key !== entries[later]?.key || merges?.has(entry)) continue;
      lost = (lost ?? new Set()).add(entry);
    }
  }
  return lost;
}

function lostOfMany(entries: readonly MapEntry[], merges?: ReadonlySet<MapEntry>): Set<MapEntry> | undefined {
  const last = new Map<string, MapEntry>();
  let lost: Set<MapEntry> | undefined;
  for (const entry of entries) {
    if (merges?.has(entry)) continue;
    const earlier = last.get(entry.key);
    if (earlier !== undefined) lost = (lost ?? new Set()).add(earlier);
    last.set(entry.key, entry);
  }
  return lost;
}
