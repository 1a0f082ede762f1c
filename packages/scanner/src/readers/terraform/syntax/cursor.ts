import type { Expression } from './hcl.ts';

/** A place in a text of HCL that moves on while it is read. Lives as long as one reading. */
export interface Cursor {
  readonly text: string;
  /** Where the text that may be read ends. */
  readonly end: number;
  /** Templates hold expressions, and expressions templates. */
  readonly parseExpression: (cursor: Cursor) => Expression;
  at: number;
  /** Inside brackets of expressions a line break is white space. */
  multiline: boolean;
  depth: number;
}

/** Ends the reading of a block; caught where its file is read. */
export class HclError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Nested expressions, blocks and chains of operators. The evaluator recurses as deep. */
export const MAX_DEPTH = 150;

export function cursorOver(
  text: string,
  parseExpression: Cursor['parseExpression'],
  start = 0,
  end = text.length,
): Cursor {
  return { text, parseExpression, at: start, end, multiline: false, depth: 0 };
}

export function deeper<T>(cursor: Cursor, work: () => T): T {
  if (++cursor.depth > MAX_DEPTH) throw new HclError(`This nests deeper than ${MAX_DEPTH} levels`, cursor.at);
  const result = work();
  cursor.depth--;
  return result;
}

/** Reads inside brackets, where lines may break. */
export function inBrackets<T>(cursor: Cursor, multiline: boolean, work: () => T): T {
  const outer = cursor.multiline;
  cursor.multiline = multiline;
  const result = work();
  cursor.multiline = outer;
  return result;
}

/** Over blanks and comments, and over line breaks where they are white space. */
export function skipSpace(cursor: Cursor, multiline = cursor.multiline): void {
  const { text, end } = cursor;
  let at = cursor.at;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === 32 || unit === 9 || unit === 13 || unit === 0xfeff) at++;
    else if (unit === 10 && multiline) at++;
    else if (unit === 35 || (unit === 47 && text.charCodeAt(at + 1) === 47)) at = lineEnd(text, at, end);
    else if (unit === 47 && text.charCodeAt(at + 1) === 42) {
      const close = text.indexOf('*/', at + 2);
      if (close < 0 || close >= end) throw new HclError('This comment is not closed', at);
      at = close + 2;
    } else break;
  }
  cursor.at = at;
}

export function lineEnd(text: string, at: number, end: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 || found > end ? end : found;
}

/** The code unit at the cursor; -1 at the end. */
export function peek(cursor: Cursor, ahead = 0): number {
  const at = cursor.at + ahead;
  return at < cursor.end ? cursor.text.charCodeAt(at) : -1;
}

export function startsWith(cursor: Cursor, mark: string): boolean {
  return cursor.at + mark.length <= cursor.end && cursor.text.startsWith(mark, cursor.at);
}

export function take(cursor: Cursor, mark: string): boolean {
  skipSpace(cursor);
  if (!startsWith(cursor, mark)) return false;
  cursor.at += mark.length;
  return true;
}

export function expect(cursor: Cursor, mark: string, where: string): void {
  if (!take(cursor, mark)) throw new HclError(`${mark} is expected ${where}`, cursor.at);
}

export function isNameStart(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95 || unit >= 0xaa;
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** An identifier at the cursor; `''` when there is none. Dashes belong to names. */
export function takeName(cursor: Cursor): string {
  const start = cursor.at;
  if (!isNameStart(peek(cursor))) return '';
  let at = start + 1;
  for (; at < cursor.end; at++) {
    const unit = cursor.text.charCodeAt(at);
    if (!isNameStart(unit) && !isDigit(unit) && unit !== 45) break;
  }
  cursor.at = at;
  return cursor.text.slice(start, at);
}

/** Whether the word stands at the cursor, with a border behind it. */
export function atWord(cursor: Cursor, word: string): boolean {
  if (!startsWith(cursor, word)) return false;
  const next = peek(cursor, word.length);
  return !isNameStart(next) && !isDigit(next) && next !== 45;
}
