import type { ListNode, MapEntry, MapNode } from '../../readers/syntax/syntax-node.ts';
import { refuse, written, type EditableDocument, type Writing } from './document.ts';
import { printEntry, printFlow, printItem, printKey, type Spelled } from './print-value.ts';
import { columnOf, lineStart, lineStop } from './text-style.ts';

/** Adds a key to a map, behind its last one, in the style of the map. */
export function insertEntry(document: EditableDocument, map: MapNode, key: string, value: Spelled): Writing {
  const { file, text, style } = document;
  const claims = `${map.start}:${key}`;
  if (text[opening(document, map)] === '{') {
    const last = lastOf(map.entries.filter((entry) => !isMerged(entry)));
    const print = (indent: string): string =>
      style.isJson ? printEntry(key, value, indent, style) : `${printKey(key, style)}: ${printFlow(value, style)}`;
    return intoBrackets(document, map, last === undefined ? undefined : [last.keyStart, endOf(last)], print, claims);
  }
  const last = lastOf(map.entries.filter((entry) => !isMerged(entry)));
  if (last === undefined) return refuse('The map holds nothing of its own to write beside.');
  const column = columnOf(text, last.keyStart);
  const indent = ' '.repeat(column);
  if (/[^ \-?]/.test(text.slice(lineStart(text, last.keyStart), last.keyStart)))
    return refuse('The last key of the map does not stand on a line of its own.');
  const end = lineStop(text, endOf(last));
  const gap = isSpaced(text, map, last) ? style.lineEnd : '';
  return written([
    { file, start: end, end, text: `${style.lineEnd}${gap}${indent}${printEntry(key, value, indent, style)}`, claims },
  ]);
}

/** Whether an empty line stands before the last of several keys, as between the resources of most templates. */
function isSpaced(text: string, map: MapNode, last: MapEntry): boolean {
  if (map.entries.length < 2 || last.value.kind !== 'map') return false;
  const start = lineStart(text, last.keyStart);
  const before = text.slice(Math.max(0, start - 400), start).split(/\r\n|\n|\r/);
  // The last piece is the line of the key itself; comments may stand between it and the empty line.
  const above = before.slice(0, -1).findLast((line) => !line.trimStart().startsWith('#'));
  return above !== undefined && above.trim() === '';
}

/** Gives a key that stands there without a value its value. */
export function fillEntry(document: EditableDocument, entry: MapEntry, value: Spelled): Writing {
  const { file, text, style } = document;
  const colon = text.indexOf(':', entry.keyEnd);
  if (colon === -1) return refuse('The key has no colon.');
  const indent = ' '.repeat(columnOf(text, entry.keyStart));
  const claims = `${entry.keyStart}:`;
  const behind = printEntry('x', value, indent, style).slice(printKey('x', style).length + 1);
  if (entry.value.end > entry.value.start) {
    const { start, end } = entry.value;
    return written([{ file, start, end, text: printFlow(value, style), claims }]);
  }
  const isBlock = /^[\r\n]/.test(behind);
  const at = isBlock ? lineStop(text, colon) : colon + 1;
  return written([{ file, start: at, end: at, text: behind, claims }]);
}

/** Adds an item to a list, behind its last one. */
export function insertItem(document: EditableDocument, list: ListNode, value: Spelled): Writing {
  const { file, text, style } = document;
  const last = list.items.at(-1);
  if (text[opening(document, list)] === '[') {
    const place: readonly [number, number] | undefined = last === undefined ? undefined : [last.start, last.end];
    const print = (indent: string): string =>
      style.isJson ? printItem(value, indent, style) : printFlow(value, style);
    return intoBrackets(document, list, place, print, last === undefined ? `${list.start}:` : undefined);
  }
  if (last === undefined) return refuse('The list is written in a way that cannot be added to.');
  const dash = text.lastIndexOf('-', last.start === last.end ? last.start : last.start - 1);
  if (dash < list.start || last.start < list.start) return refuse('The last item of the list is an alias.');
  if (text.slice(lineStart(text, dash), dash).trim() !== '')
    return refuse('The last item of the list does not stand on a line of its own.');
  const indent = ' '.repeat(columnOf(text, dash));
  const end = lineStop(text, last.end);
  return written([{ file, start: end, end, text: `${style.lineEnd}${indent}${printItem(value, indent, style)}` }]);
}

/** Behind the last member between brackets, on a line of its own where that member has one. */
function intoBrackets(
  document: EditableDocument,
  node: MapNode | ListNode,
  last: readonly [number, number] | undefined,
  print: (indent: string) => string,
  claims: string | undefined,
): Writing {
  const { file, text, style } = document;
  const claim = claims === undefined ? {} : { claims };
  if (last === undefined) {
    const open = opening(document, node) + 1;
    const close = node.end - 1;
    const outer = indentOf(text, open);
    const deeper = outer + style.indent;
    const pad = node.kind === 'map' ? ' ' : '';
    const tall = style.isJson && node.kind === 'map';
    const inner = tall
      ? `${style.lineEnd}${deeper}${print(deeper)}${style.lineEnd}${outer}`
      : `${pad}${print(outer)}${pad}`;
    if (text.slice(open, close).trim() !== '') return refuse('There is a comment between the brackets.');
    return written([{ file, start: open, end: close, text: inner, claims: `${node.start}:` }]);
  }
  const [start, end] = last;
  const onOwnLine = text.slice(lineStart(text, start), start).trim() === '';
  const indent = indentOf(text, start);
  const separator = onOwnLine ? `${style.lineEnd}${indent}` : ' ';
  const comma = /^\s*,/.exec(text.slice(end, node.end));
  if (comma !== null) {
    const at = end + comma[0].length;
    return written([{ file, start: at, end: at, text: `${separator}${print(indent)}`, ...claim }]);
  }
  return written([{ file, start: end, end, text: `,${separator}${print(indent)}`, ...claim }]);
}

/** Where the bracket of a flow collection would stand, behind tag and anchor. */
function opening(document: EditableDocument, node: MapNode | ListNode): number {
  const properties = /^(?:[&!][^\s{[]*\s*)*/.exec(
    document.text.slice(node.start, Math.min(node.end, node.start + 256)),
  );
  return node.start + (properties?.[0].length ?? 0);
}

function indentOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

const isMerged = (entry: MapEntry): boolean => entry.merged === true;

/** Of an alias the key's own line, because the value stands at the anchor. */
function endOf(entry: MapEntry): number {
  return entry.value.start < entry.keyEnd ? entry.keyEnd : Math.max(entry.keyEnd, entry.value.end);
}

function lastOf(entries: readonly MapEntry[]): MapEntry | undefined {
  let last: MapEntry | undefined;
  for (const entry of entries) if (last === undefined || entry.keyStart > last.keyStart) last = entry;
  return last;
}
