/** A place in one of the sources of a map; line and column count from 0, columns in UTF-16 units. */
export interface MappedPlace {
  readonly source: number;
  readonly line: number;
  readonly column: number;
}

/** The decoded `mappings` of a source map: for each line of the generated text five numbers a segment. */
export interface Mappings {
  /** Where each line's segments begin in `segments`. */
  readonly lines: readonly number[];
  /** Generated column, source, line, column. */
  readonly segments: readonly number[];
}

const width = 4;
const mostSegments = 4_000_000;
const digits = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map((one, value) => [one, value]),
);

/** Decodes `AAAA,CAAC;…`; undefined when it is not that or too long. */
export function decodeMappings(text: string): Mappings | undefined {
  const lines = [0];
  const segments: number[] = [];
  let [column, source, line, original] = [0, 0, 0, 0];
  let fields: number[] = [];
  let value = 0;
  let shift = 1;
  for (let index = 0; index <= text.length; index++) {
    const char = text[index];
    if (char === undefined || char === ',' || char === ';') {
      column += fields[0] ?? 0;
      if (fields.length >= width) {
        source += fields[1] ?? 0;
        line += fields[2] ?? 0;
        original += fields[3] ?? 0;
        segments.push(column, source, line, original);
        if (segments.length > mostSegments) return undefined;
      }
      fields = [];
      if (char === ';') {
        lines.push(segments.length);
        column = 0;
      }
      continue;
    }
    const digit = digits.get(char);
    if (digit === undefined || shift > 2 ** 31) return undefined;
    value += (digit & 31) * shift;
    if (digit >= 32) shift *= 32;
    else {
      fields.push(value % 2 === 1 ? -(value - 1) / 2 : value / 2);
      value = 0;
      shift = 1;
    }
  }
  return { lines, segments };
}

/** The source place of a generated line and column: that of the last segment at or before it. */
export function placeOf(mappings: Mappings, line: number, column: number): MappedPlace | undefined {
  const { lines, segments } = mappings;
  const start = lines[line];
  if (start === undefined) return undefined;
  let low = start / width;
  let high = (lines[line + 1] ?? segments.length) / width;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((segments[middle * width] ?? 0) <= column) low = middle + 1;
    else high = middle;
  }
  const at = (low - 1) * width;
  if (at < start) return undefined;
  return { source: segments[at + 1] ?? 0, line: segments[at + 2] ?? 0, column: segments[at + 3] ?? 0 };
}
