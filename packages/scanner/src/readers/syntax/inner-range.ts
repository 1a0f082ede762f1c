import type { ScalarNode } from './syntax-node.ts';

/**
 * Maps a stretch of a scalar's value (inline code in `ZipFile`, JSON in `DefinitionString`) to offsets of the file.
 * `innerStart` and `innerEnd` are offsets into `node.text`. Exact for every style of scalar except for white space that
 * YAML folds; when value and text cannot be aligned, the whole scalar is returned.
 */
export function innerRange(
  text: string,
  node: ScalarNode,
  innerStart: number,
  innerEnd: number,
): { start: number; end: number } {
  const whole = { start: node.start, end: node.end };
  if (innerStart < 0 || innerEnd < innerStart || innerEnd > node.text.length) return whole;
  const content = contentOf(text, node);
  const places = align(text, node.text, content, innerEnd);
  if (places === undefined) return whole;
  const start = innerStart < places.starts.length ? places.starts[innerStart] : places.end;
  if (start === undefined) return whole;
  return { start, end: innerEnd === innerStart ? start : (places.ends[innerEnd - 1] ?? node.end) };
}

type Style = 'plain' | 'single' | 'double' | 'block';

interface Content {
  readonly style: Style;
  readonly start: number;
  readonly end: number;
}

/** Steps over tag, anchor, quote or block header. */
function contentOf(text: string, node: ScalarNode): Content {
  let start = node.start;
  if (node.tag !== undefined || node.quoted) {
    PROPERTIES.lastIndex = start;
    start += PROPERTIES.exec(text)?.[0].length ?? 0;
  }
  const first = text.charAt(start);
  if (node.quoted && first === '"') return { style: 'double', start: start + 1, end: node.end - 1 };
  if (node.quoted && first === "'") return { style: 'single', start: start + 1, end: node.end - 1 };
  if (!node.quoted) return { style: 'plain', start, end: node.end };
  BLOCK_HEADER.lastIndex = start;
  return { style: 'block', start: start + (BLOCK_HEADER.exec(text)?.[0].length ?? 0), end: node.end };
}

const PROPERTIES = /(?:[!&]\S*\s+)*/y;
const BLOCK_HEADER = /[|>][^\r\n]*(?:\r\n?|\n)?/y;

interface Places {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly end: number;
}

/** Walks value and text side by side up to `limit` units of the value. */
function align(text: string, value: string, content: Content, limit: number): Places | undefined {
  const starts: number[] = [];
  const ends: number[] = [];
  const indent = content.style === 'block' ? blockIndent(text, value, content) : undefined;
  let at = indent === undefined ? content.start : skipIndent(text, content.start, indent);
  for (let index = 0; index < limit;) {
    const unit = value.charCodeAt(index);
    const escape = escapeAt(text, at, content.style);
    if (escape !== undefined) {
      if (escape.value === '') {
        at += escape.length;
        continue;
      }
      if (!value.startsWith(escape.value, index)) return undefined;
      for (let part = 0; part < escape.value.length; part++) {
        starts.push(at);
        ends.push(at + escape.length);
      }
      at += escape.length;
      index += escape.value.length;
      continue;
    }
    const source = text.charCodeAt(at);
    if (isSpace(unit)) {
      starts.push(at);
      if (isSpace(source) && at < content.end) at = step(text, at, unit, indent);
      ends.push(at);
      index++;
      continue;
    }
    if (source === unit && at < content.end) {
      starts.push(at++);
      ends.push(at);
      index++;
      continue;
    }
    if (!isSpace(source) || at >= content.end) return undefined;
    at++;
  }
  return { starts, ends, end: at };
}

/** Over one white space unit of the text that stands for `unit` of the value. */
function step(text: string, at: number, unit: number, indent: number | undefined): number {
  if (unit !== 10) return at + 1;
  let next = at;
  while (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9) next++;
  if (text.charCodeAt(next) === 13 && text.charCodeAt(next + 1) === 10) next += 2;
  else if (text.charCodeAt(next) === 10 || text.charCodeAt(next) === 13) next++;
  else return at;
  return indent === undefined ? next : skipIndent(text, next, indent);
}

function skipIndent(text: string, from: number, indent: number): number {
  let at = from;
  while (at < from + indent && text.charCodeAt(at) === 32) at++;
  return at;
}

/** The indentation that YAML took away: that of the first line with text, less what the value kept of it. */
function blockIndent(text: string, value: string, content: Content): number {
  const written = /^(?:[ \t]*(?:\r\n?|\n))*( *)/.exec(text.slice(content.start, content.end))?.[1]?.length ?? 0;
  const kept = /^\n*( *)/.exec(value)?.[1]?.length ?? 0;
  return Math.max(0, written - kept);
}

const isSpace = (unit: number): boolean => unit === 32 || unit === 10 || unit === 13 || unit === 9;

function escapeAt(text: string, at: number, style: Style): { value: string; length: number } | undefined {
  if (style === 'single') return text.startsWith("''", at) ? { value: "'", length: 2 } : undefined;
  if (style !== 'double' || text.charCodeAt(at) !== 0x5c) return undefined;
  const letter = text.charAt(at + 1);
  const digits = { x: 2, u: 4, U: 8 }[letter];
  if (digits !== undefined) {
    const point = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
    return { value: point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD', length: 2 + digits };
  }
  if (letter === '\n' || letter === '\r') {
    const length = /^\\(?:\r\n?|\n)[ \t]*/.exec(text.slice(at, at + 2000))?.[0].length ?? 2;
    return { value: '', length };
  }
  return { value: ESCAPES[letter] ?? letter, length: 2 };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
