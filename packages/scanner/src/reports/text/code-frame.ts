import type { Location } from '@leastwise/model';
import type { MaskedFile } from '../secret-masks.ts';
import { characterWidth } from './display-width.ts';
import type { Palette } from './palette.ts';
import { printable } from './printable.ts';

/** One character as shown, with the offset of the text that it stands for. */
interface Cell {
  readonly shown: string;
  readonly from: number;
  readonly to: number;
}

/** A range over several lines shows its first ones. */
const linesOfRange = 3;
const tab = '  ';

/** The lines of a location with its range underlined and one line around, secrets masked, at most `width` columns wide. */
export function codeFrame(file: MaskedFile, location: Location, width: number, colours: Palette): readonly string[] {
  const total = file.starts.length;
  if (location.line > total) return [];
  // A range that ends before the first character of a line does not reach into that line.
  const endLine =
    location.endColumn === 1 && location.endLine > location.line ? location.endLine - 1 : location.endLine;
  const last = Math.min(endLine, location.line + linesOfRange - 1, total);
  const single = endLine === location.line;
  const first = isBlank(file, location.line - 1) ? location.line : location.line - 1;
  const after = single && !isBlank(file, last + 1) ? last + 1 : last;
  const gutter = String(after).length;
  const room = Math.max(20, width - gutter - 3);
  const from = offsetOf(file, location.line, location.column);
  const to = single
    ? Math.max(
        from + 1,
        endLine === location.endLine ? offsetOf(file, endLine, location.endColumn) : lineEnd(file, endLine),
      )
    : lineEnd(file, location.line);
  const marked = cellsOf(file, location.line);
  const skip = firstCell(marked, from, to, room);
  const lines: string[] = [];
  for (let number = first; number <= after; number++) {
    const inside = number >= location.line && number <= last;
    const cells = number === location.line ? marked : cellsOf(file, number);
    const bar = inside && !single ? colours.strong('┃') : colours.faint('│');
    const shown = cut(cells, skip, room);
    lines.push(
      `${colours.faint(String(number).padStart(gutter))} ${bar} ${inside ? shown : colours.faint(shown)}`.trimEnd(),
    );
    if (number === location.line && single) {
      const line = underline(cells, skip, room, from, to);
      if (line !== '')
        lines.push(
          `${' '.repeat(gutter)} ${colours.faint('│')} ${line.replace(/\^+/, (marks) => colours.strong(marks))}`,
        );
    }
  }
  if (!single && endLine > last) {
    const more = endLine - last;
    lines.push(
      `${' '.repeat(gutter)} ${colours.strong('┃')} ${colours.faint(`… ${more} more ${more === 1 ? 'line' : 'lines'}`)}`,
    );
  }
  return lines;
}

function cellsOf(file: MaskedFile, line: number): readonly Cell[] {
  const start = file.starts[line - 1] ?? 0;
  const end = lineEnd(file, line);
  const cells: Cell[] = [];
  let mask = firstMask(file, start);
  for (let at = start; at < end;) {
    const hidden = file.masks[mask];
    if (hidden !== undefined && hidden.end <= at) mask++;
    else if (hidden !== undefined && hidden.start <= at) {
      const to = Math.min(hidden.end, end);
      for (const shown of hidden.shown) cells.push({ shown, from: at, to });
      at = to;
      mask++;
    } else {
      const character = String.fromCodePoint(file.text.codePointAt(at) ?? 0x20);
      const to = at + character.length;
      for (const shown of character === '\t' ? tab : printable(character)) cells.push({ shown, from: at, to });
      at = to;
    }
  }
  return cells;
}

function firstMask(file: MaskedFile, start: number): number {
  let low = 0;
  let high = file.masks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((file.masks[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many cells to leave out at the left so that the range is seen. */
function firstCell(cells: readonly Cell[], from: number, to: number, room: number): number {
  if (cells.length <= room) return 0;
  const start = cells.findIndex((cell) => cell.to > from);
  const end = cells.findLastIndex((cell) => cell.from < to) + 1;
  if (start < 0 || end <= room - 1) return 0;
  const lead = Math.max(4, Math.min(Math.floor(room / 3), room - (end - start) - 4));
  return Math.max(0, start - lead);
}

function cut(cells: readonly Cell[], skip: number, room: number): string {
  let shown = skip > 0 ? '…' : '';
  let used = skip > 0 ? 1 : 0;
  for (let index = skip; index < cells.length; index++) {
    const character = cells[index]?.shown ?? '';
    used += characterWidth(character);
    if (used > room - (index < cells.length - 1 ? 1 : 0)) return `${shown}…`;
    shown += character;
  }
  return shown;
}

function underline(cells: readonly Cell[], skip: number, room: number, from: number, to: number): string {
  let line = skip > 0 ? ' ' : '';
  for (let index = skip; index < cells.length && line.length < room; index++) {
    const cell = cells[index] as Cell;
    if (cell.from >= to) break;
    line += (cell.to > from ? '^' : ' ').repeat(characterWidth(cell.shown));
  }
  return line.slice(0, room).trimEnd();
}

function lineEnd(file: MaskedFile, line: number): number {
  let end = file.starts[line] ?? file.text.length;
  while (end > (file.starts[line - 1] ?? 0) && /[\r\n]/.test(file.text[end - 1] ?? '')) end--;
  return end;
}

function offsetOf(file: MaskedFile, line: number, column: number): number {
  return Math.min((file.starts[line - 1] ?? 0) + column - 1, lineEnd(file, line));
}

function isBlank(file: MaskedFile, line: number): boolean {
  if (line < 1 || line > file.starts.length) return true;
  return file.text.slice(file.starts[line - 1], lineEnd(file, line)).trim() === '';
}
