/**
 * A stretch of a source file. `start` and `end` are UTF-16 offsets into the decoded text, byte order mark included
 * (`end` is exclusive), so a fix can edit by them and `text.slice(start, end)` is the stretch.
 */
export interface SourceRange {
  /** Path from the root, with `/` between folders. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch as a person or SARIF sees it: 1-based lines and columns, columns in UTF-16 units, end exclusive. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Offsets at which each line begins. A line ends with `\n`, `\r\n` or a lone `\r`. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === 10 || (unit === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  return starts;
}

/** Turns a range into a location. Offsets outside the text are clamped to it. */
export function locate(range: SourceRange, starts: readonly number[]): Location {
  const from = position(range.start, starts);
  const to = position(Math.max(range.start, range.end), starts);
  return { file: range.file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function position(offset: number, starts: readonly number[]): { line: number; column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
