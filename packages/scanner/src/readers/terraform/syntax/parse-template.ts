import type { Expression, TemplateFor, TemplateIf, TemplatePart } from './hcl.ts';
import {
  atWord,
  cursorOver,
  deeper,
  expect,
  HclError,
  inBrackets,
  lineEnd,
  peek,
  skipSpace,
  startsWith,
  take,
  takeName,
  type Cursor,
} from './cursor.ts';

export type Piece = TemplatePart | Directive;

export interface Directive {
  readonly kind: 'directive';
  readonly word: 'else' | 'endif' | 'endfor' | 'if' | 'for';
  readonly open?: TemplateIf | TemplateFor;
  readonly start: number;
  readonly end: number;
}

/** A quoted string at the cursor. Without anything to fill in it is a literal. */
export function parseQuoted(cursor: Cursor): Expression {
  const start = cursor.at;
  cursor.at++;
  const pieces = readPieces(cursor, { quoted: true, indent: 0 });
  if (peek(cursor) !== 34) throw new HclError('This string is not closed', start);
  cursor.at++;
  return templateExpression(joinPieces(pieces, start), start, cursor.at, true);
}

/** `<<EOF` or `<<-EOF` at the cursor. The line break before the closing mark belongs to the text. */
export function parseHeredoc(cursor: Cursor): Expression {
  const start = cursor.at;
  const { text } = cursor;
  cursor.at += 2;
  const flush = peek(cursor) === 45;
  if (flush) cursor.at++;
  const mark = takeName(cursor);
  const from = lineEnd(text, cursor.at, cursor.end) + 1;
  if (mark === '' || text.slice(cursor.at, from).trim() !== '')
    throw new HclError('A heredoc begins with <<NAME on a line of its own', start);
  let indent = Number.POSITIVE_INFINITY;
  let line = from;
  for (; ; line = lineEnd(text, line, cursor.end) + 1) {
    if (line > cursor.end) throw new HclError(`This heredoc is not closed: ${mark} is missing`, start);
    const content = text.slice(line, lineEnd(text, line, cursor.end));
    const trimmed = content.trim();
    if (trimmed === mark) break;
    if (trimmed !== '') indent = Math.min(indent, content.length - content.trimStart().length);
  }
  const inner = cursorOver(text, cursor.parseExpression, from, line);
  inner.depth = cursor.depth;
  const pieces = readPieces(inner, { quoted: false, indent: flush && Number.isFinite(indent) ? indent : 0 });
  cursor.at = text.indexOf(mark, line) + mark.length;
  return templateExpression(joinPieces(pieces, start), start, cursor.at, false);
}

export function templateExpression(
  parts: readonly TemplatePart[],
  start: number,
  end: number,
  quoted: boolean,
): Expression {
  if (parts.length === 0) return { kind: 'literal', value: '', start, end };
  const only = parts[0];
  if (parts.length === 1 && only?.kind === 'text' && quoted) return { kind: 'literal', value: only.text, start, end };
  return { kind: 'template', parts, start, end };
}

export interface Style {
  readonly quoted: boolean;
  /** Blanks to leave out at the start of each line. */
  readonly indent: number;
}

export function readPieces(cursor: Cursor, style: Style): Piece[] {
  const pieces: Piece[] = [];
  const { text } = cursor;
  let trim = false;
  let literal = '';
  let literalStart = cursor.at;
  const flush = (): void => {
    const kept = trim ? literal.trimStart() : literal;
    if (kept !== '') pieces.push({ kind: 'text', text: kept, start: literalStart, end: cursor.at });
    if (literal !== '') trim = false;
    literal = '';
  };
  const isLineStart = (): boolean => !style.quoted && (cursor.at === 0 || text.charCodeAt(cursor.at - 1) === 10);
  for (;;) {
    if (literal === '') literalStart = cursor.at;
    if (style.indent > 0 && isLineStart()) {
      // Each line is a text of its own, so that its offsets hold.
      flush();
      for (let left = style.indent; left > 0 && (peek(cursor) === 32 || peek(cursor) === 9); left--) cursor.at++;
      literalStart = cursor.at;
    }
    const unit = peek(cursor);
    if (unit === -1 || (style.quoted && unit === 34)) break;
    if (style.quoted && unit === 10) throw new HclError('This string is not closed on its line', cursor.at);
    if (style.quoted && unit === 92) literal += takeEscape(cursor);
    else if ((unit === 36 || unit === 37) && peek(cursor, 1) === unit && peek(cursor, 2) === 123) {
      literal += text.slice(cursor.at + 1, cursor.at + 3);
      cursor.at += 3;
    } else if ((unit === 36 || unit === 37) && peek(cursor, 1) === 123) {
      const start = cursor.at;
      cursor.at += 2;
      const trimsBefore = peek(cursor) === 126;
      if (trimsBefore) cursor.at++;
      const end = cursor.at;
      cursor.at = start;
      if (trimsBefore) literal = literal.trimEnd();
      flush();
      cursor.at = end;
      pieces.push(unit === 36 ? readHole(cursor, start) : readDirective(cursor, start));
      trim = text.charCodeAt(cursor.at - 2) === 126;
    } else {
      const from = cursor.at;
      let to = from + 1;
      // Each line begins anew, because its indent may be left out.
      if (unit !== 10) while (to < cursor.end && !isSpecial(text.charCodeAt(to))) to++;
      cursor.at = to;
      literal += text.slice(from, to);
    }
  }
  flush();
  return pieces;
}

/** Quote, dollar, percent, backslash, and the line break behind which an indent is left out. */
const isSpecial = (unit: number): boolean => unit === 34 || unit === 36 || unit === 37 || unit === 92 || unit === 10;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

function takeEscape(cursor: Cursor): string {
  const letter = cursor.text.charAt(cursor.at + 1);
  const digits = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  if (digits > 0) {
    const code = cursor.text.slice(cursor.at + 2, cursor.at + 2 + digits);
    if (new RegExp(`^[0-9a-fA-F]{${digits}}$`).test(code) && Number.parseInt(code, 16) <= 0x10ffff) {
      cursor.at += 2 + digits;
      return String.fromCodePoint(Number.parseInt(code, 16));
    }
  }
  const simple = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
  cursor.at += simple === undefined ? 1 : 2;
  return simple ?? '\\';
}

function closeHole(cursor: Cursor): void {
  skipSpace(cursor, true);
  if (peek(cursor) === 126) cursor.at++;
  if (peek(cursor) !== 125) throw new HclError('} is expected behind what a template fills in', cursor.at);
  cursor.at++;
}

function readHole(cursor: Cursor, start: number): TemplatePart {
  const value = inBrackets(cursor, true, () => deeper(cursor, () => cursor.parseExpression(cursor)));
  closeHole(cursor);
  return { kind: 'hole', value, start, end: cursor.at };
}

function readDirective(cursor: Cursor, start: number): Directive {
  return inBrackets(cursor, true, () => {
    skipSpace(cursor);
    for (const word of ['else', 'endif', 'endfor'] as const) {
      if (!atWord(cursor, word)) continue;
      cursor.at += word.length;
      closeHole(cursor);
      return { kind: 'directive', word, start, end: cursor.at };
    }
    if (atWord(cursor, 'if')) {
      cursor.at += 2;
      const condition = deeper(cursor, () => cursor.parseExpression(cursor));
      closeHole(cursor);
      const place = { start, end: cursor.at };
      return {
        kind: 'directive',
        word: 'if',
        open: { kind: 'if', condition, whenTrue: [], otherwise: [], ...place },
        ...place,
      };
    }
    if (!atWord(cursor, 'for')) throw new HclError('A directive is if, else, endif, for or endfor', cursor.at);
    cursor.at += 3;
    const names = takeLoopNames(cursor);
    const over = deeper(cursor, () => cursor.parseExpression(cursor));
    closeHole(cursor);
    const place = { start, end: cursor.at };
    return { kind: 'directive', word: 'for', open: { kind: 'for', ...names, over, body: [], ...place }, ...place };
  });
}

/** `v in` or `k, v in`. */
export function takeLoopNames(cursor: Cursor): { keyName: string | undefined; valueName: string } {
  skipSpace(cursor);
  const first = takeName(cursor);
  const second = take(cursor, ',') ? (skipSpace(cursor), takeName(cursor)) : undefined;
  if (first === '' || second === '') throw new HclError('A loop names what it runs over', cursor.at);
  expect(cursor, 'in', 'in a loop');
  return second === undefined ? { keyName: undefined, valueName: first } : { keyName: first, valueName: second };
}

interface Open {
  readonly directive: TemplateIf | TemplateFor;
  readonly first: TemplatePart[];
  readonly second: TemplatePart[];
  inElse: boolean;
}

/** Nests what stands between directives. */
export function joinPieces(pieces: readonly Piece[], start: number): readonly TemplatePart[] {
  const root: TemplatePart[] = [];
  const open: Open[] = [];
  const target = (): TemplatePart[] => {
    const inner = open.at(-1);
    if (inner === undefined) return root;
    return inner.inElse ? inner.second : inner.first;
  };
  for (const piece of pieces) {
    if (piece.kind !== 'directive') target().push(piece);
    else if (piece.open !== undefined) {
      if (open.length >= 100) throw new HclError('These directives nest too deep', piece.start);
      open.push({ directive: piece.open, first: [], second: [], inElse: false });
    } else closeDirective(piece, open, target);
  }
  if (open.length > 0)
    throw new HclError('A directive of this template is not closed', open[0]?.directive.start ?? start);
  return root;
}

function closeDirective(piece: Directive, open: Open[], target: () => TemplatePart[]): void {
  const inner = open.at(-1);
  const wanted = piece.word === 'endfor' ? 'for' : 'if';
  if (inner === undefined || inner.directive.kind !== wanted)
    throw new HclError(`${piece.word} closes nothing here`, piece.start);
  if (piece.word === 'else') {
    inner.inElse = true;
    return;
  }
  open.pop();
  const place = { start: inner.directive.start, end: piece.end };
  if (inner.directive.kind === 'if')
    target().push({ ...inner.directive, whenTrue: inner.first, otherwise: inner.second, ...place });
  else target().push({ ...inner.directive, body: inner.first, ...place });
}

/** Whether a heredoc begins at the cursor. */
export function atHeredoc(cursor: Cursor): boolean {
  return startsWith(cursor, '<<');
}
