import { readNumberEnd } from './number-literal.ts';
import { readOperator } from './operator-token.ts';
import { firstStatementKeyword, keywords, T } from './token-kind.ts';
import { TokenList, type Tokens } from './tokens.ts';
import { isIdentifierAt, wordEnd } from './word.ts';

/** CPython's own limits: deeper code does not compile there either. */
const deepestBrackets = 200;
const deepestIndentation = 100;

/** An f- or t-string that is open: its quote, and how deep the brackets were at the field that is being read. */
interface OpenText {
  readonly start: number;
  readonly quote: number;
  readonly isTriple: boolean;
  readonly isRaw: boolean;
  /** Bracket depth inside the innermost open field, for each open field: a format may hold fields again. */
  readonly fields: { readonly depth: number; inFormat: boolean }[];
}

/**
 * Splits a file into tokens, with indentation as in CPython. Never fails: what cannot be read is an `invalid` token or a
 * problem. An open bracket is closed where a line begins with a keyword that only a statement can begin with, so that one
 * forgotten bracket does not swallow the functions after it.
 */
export function tokenize(text: string): Tokens {
  const { kinds, starts, ends, problems } = new Tokenizer(text).run();
  return { kinds, starts, ends, problems };
}

class Tokenizer {
  private readonly text: string;
  private readonly list: TokenList;
  private at = 0;
  private depth = 0;
  private readonly indents: number[] = [0];
  private readonly open: OpenText[] = [];
  private atLineStart = true;
  /** Where a triple quote was looked for in vain: none further on either. */
  private readonly noCloser = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
    this.list = new TokenList(text.length);
  }

  run(): TokenList {
    const { text, list } = this;
    if (text.charCodeAt(0) === 0xfeff) this.at = 1;
    while (this.at < text.length) {
      const inText = this.open.at(-1);
      if (inText !== undefined && isLiteral(inText)) this.readMiddle(inText);
      else if (this.atLineStart) this.readIndentation();
      else this.readToken();
    }
    if (this.open.length > 0 || this.depth > 0) this.closeAll('The file ends inside brackets or text.', text.length);
    if (list.lastKind() !== T.newline) list.add(T.newline, text.length, text.length);
    while (this.indents.length > 1) {
      this.indents.pop();
      list.add(T.dedent, text.length, text.length);
    }
    list.add(T.end, text.length, text.length);
    return list;
  }

  /** White space at the beginning of a line, outside brackets; empty lines and lines of a comment count for nothing. */
  private readIndentation(): void {
    const { text } = this;
    let column = 0;
    let at = this.at;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 32) column++;
      else if (code === 9) column = (column | 7) + 1;
      else if (code === 12) column = 0;
      else if (code === 92 && isLineBreak(text.charCodeAt(at + 1))) {
        // A line that holds only a backslash goes on in the next one, with the indentation of this one.
        at = skipLineBreak(text, at + 1) - 1;
        const lineStart = at + 1;
        while (text.charCodeAt(at + 1) === 32 || text.charCodeAt(at + 1) === 9) at++;
        if (column === 0) column = at + 1 - lineStart;
      } else break;
    }
    this.at = at;
    const code = text.charCodeAt(at);
    if (at >= text.length) return;
    if (code === 35) this.skipComment();
    if (isLineBreak(text.charCodeAt(this.at))) {
      this.at = skipLineBreak(text, this.at);
      return;
    }
    if (this.at >= text.length) return;
    this.atLineStart = false;
    this.indent(column);
  }

  private indent(column: number): void {
    const { indents, list, at } = this;
    const top = indents[indents.length - 1] ?? 0;
    if (column === top) return;
    if (column > top) {
      if (indents.length > deepestIndentation) {
        list.problem(`The code is indented deeper than ${deepestIndentation} levels.`, at, at);
        return;
      }
      indents.push(column);
      list.add(T.indent, at, at);
      return;
    }
    while (indents.length > 1 && column < (indents[indents.length - 1] ?? 0)) {
      indents.pop();
      list.add(T.dedent, at, at);
    }
    if (column !== indents[indents.length - 1]) {
      list.problem('This line is indented less than the one before, but as no line around it.', at, at);
    }
  }

  private readToken(): void {
    const { text, list } = this;
    const start = this.at;
    const code = text.charCodeAt(start);
    if (code === 32 || code === 9 || code === 12) {
      this.at++;
    } else if (isWordStart(code)) {
      this.readWord(start);
    } else if (code === 10 || code === 13) {
      this.readLineBreak(start);
    } else if (code === 34 || code === 39) {
      this.readText(start, start, false);
    } else if (code === 35) {
      this.skipComment();
    } else if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(start + 1)))) {
      this.at = readNumberEnd(text, start);
      list.add(T.number, start, this.at);
    } else if (code === 92 && isLineBreak(text.charCodeAt(start + 1))) {
      this.at = skipLineBreak(text, start + 1);
    } else if (code > 127 && isIdentifierAt(text, start)) {
      this.readWord(start);
    } else {
      this.readPunctuation(start, code);
    }
  }

  private readPunctuation(start: number, code: number): void {
    const { list, text } = this;
    const field = this.open.at(-1)?.fields.at(-1);
    if (field !== undefined && field.depth === this.depth && this.readFieldPunctuation(start, code, field)) return;
    if (code === 40 || code === 91 || code === 123) {
      if (this.depth >= deepestBrackets) {
        this.at++;
        list.add(T.invalid, start, this.at);
        return;
      }
      this.depth++;
    } else if ((code === 41 || code === 93 || code === 125) && this.depth > (field?.depth ?? 0)) this.depth--;
    const operator = readOperator(text, start);
    this.at = start + (operator & 7);
    list.add(operator >> 3, start, this.at);
  }

  /** `}`, `:` and `!` that belong to the replacement field and not to the expression in it. */
  private readFieldPunctuation(start: number, code: number, field: { inFormat: boolean }): boolean {
    const { list, text } = this;
    if (code === 125) {
      this.closeField(start);
      return true;
    }
    if (code === 58) {
      this.at = start + 1;
      field.inFormat = true;
      list.add(T.fieldFormat, start, this.at);
      return true;
    }
    if (code === 33 && text.charCodeAt(start + 1) !== 61) {
      this.at = start + 1;
      list.add(T.bang, start, this.at);
      return true;
    }
    return false;
  }

  private closeField(start: number): void {
    this.open.at(-1)?.fields.pop();
    this.depth--;
    this.at = start + 1;
    this.list.add(T.fieldClose, start, this.at);
  }

  private readLineBreak(start: number): void {
    this.at = skipLineBreak(this.text, start);
    if (this.depth === 0) {
      if (this.list.lastKind() !== T.newline) this.list.add(T.newline, start, this.at);
      this.atLineStart = true;
      return;
    }
    this.closeAtStatement();
  }

  /** In brackets, at the beginning of a line: a word that only begins statements says that a bracket was forgotten. */
  private closeAtStatement(): void {
    const { text } = this;
    let at = this.at;
    while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
    const code = text.charCodeAt(at);
    if (code < 97 || code > 122) return;
    const end = wordEnd(text, at);
    const kind = end - at > 8 ? undefined : keywords.get(text.slice(at, end));
    if (kind === undefined || kind < firstStatementKeyword) return;
    // `class=` in a call is an error too, but one of that line alone.
    if (text.charCodeAt(end) === 61) return;
    this.closeAll('A bracket is not closed before this line.', at);
    this.list.add(T.newline, this.at, this.at);
    this.atLineStart = true;
  }

  private closeAll(message: string, at: number): void {
    this.list.problem(message, at, at);
    this.open.length = 0;
    this.depth = 0;
  }

  private readWord(start: number): void {
    const { text, list } = this;
    const end = wordEnd(text, start);
    const quote = text.charCodeAt(end);
    if ((quote === 34 || quote === 39) && end - start <= 2) {
      const prefix = text.slice(start, end).toLowerCase();
      if (textPrefixes.has(prefix)) {
        this.readText(start, end, prefix.includes('r'), prefix.includes('f') || prefix.includes('t'));
        return;
      }
    }
    this.at = end;
    const length = end - start;
    const kind = length < 2 || length > 8 ? undefined : keywords.get(text.slice(start, end));
    list.add(kind ?? T.name, start, end);
  }

  private readText(start: number, quoteAt: number, isRaw: boolean, hasFields = false): void {
    const { text, list } = this;
    const quote = text.charCodeAt(quoteAt);
    const isTriple = text.charCodeAt(quoteAt + 1) === quote && text.charCodeAt(quoteAt + 2) === quote;
    const from = quoteAt + (isTriple ? 3 : 1);
    if (hasFields) {
      this.at = from;
      if (this.open.length >= deepestBrackets) {
        list.add(T.invalid, start, from);
        return;
      }
      list.add(T.textStart, start, from);
      this.open.push({ start, quote, isTriple, isRaw, fields: [] });
      return;
    }
    this.at = isTriple ? this.tripleEnd(from, quote) : this.singleEnd(from, quote);
    list.add(T.text, start, this.at);
  }

  private singleEnd(from: number, quote: number): number {
    const { text } = this;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) return at + 1;
      if (code === 92) at = isLineBreak(text.charCodeAt(at + 1)) ? skipLineBreak(text, at + 1) - 1 : at + 1;
      else if (code === 10 || code === 13) return this.unclosed(from, at);
    }
    return this.unclosed(from, text.length);
  }

  private unclosed(from: number, end: number): number {
    this.list.problem('This text is not closed.', from - 1, end);
    return end;
  }

  private tripleEnd(from: number, quote: number): number {
    const { text } = this;
    const closer = quote === 34 ? '"""' : "'''";
    let at = from;
    while (at < (this.noCloser.get(closer) ?? Infinity)) {
      const found = text.indexOf(closer, at);
      if (found === -1) {
        this.noCloser.set(closer, from);
        break;
      }
      // An odd run of backslashes before the quote takes its meaning away.
      let back = found;
      while (back > from && text.charCodeAt(back - 1) === 92) back--;
      if ((found - back) % 2 === 0) return found + 3;
      at = found + 1;
    }
    return this.unclosed(from, lineEnd(text, from));
  }

  /** The literal part of an f-string, up to a field or its end. */
  private readMiddle(open: OpenText): void {
    const { text, list } = this;
    const start = this.at;
    const field = open.fields.at(-1);
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === open.quote && (!open.isTriple || text.startsWith(open.quote === 34 ? '"""' : "'''", at))) {
        this.endText(open, start, at);
        return;
      }
      if (code === 92) {
        const next = text.charCodeAt(at + 1);
        if (!open.isRaw && next === 78 && text.charCodeAt(at + 2) === 123) at = skipNamed(text, at);
        else if (next !== 123 && next !== 125) at = isLineBreak(next) ? skipLineBreak(text, at + 1) - 1 : at + 1;
      } else if (code === 123) {
        if (field === undefined && text.charCodeAt(at + 1) === 123) at++;
        else {
          this.openField(open, start, at);
          return;
        }
      } else if (code === 125) {
        if (field !== undefined) {
          if (at > start) list.add(T.textMiddle, start, at);
          this.closeField(at);
          return;
        }
        if (text.charCodeAt(at + 1) === 125) at++;
      } else if (!open.isTriple && (code === 10 || code === 13)) {
        list.problem('This text is not closed.', open.start, at);
        this.abandonText(start, at);
        return;
      }
    }
    // Three quotes without an end would swallow the file: the text ends with its first line.
    list.problem('This text is not closed.', open.start, text.length);
    this.abandonText(start, Math.min(lineEnd(text, start), text.length));
  }

  private openField(open: OpenText, start: number, at: number): void {
    const { list } = this;
    if (at > start) list.add(T.textMiddle, start, at);
    this.at = at + 1;
    if (this.depth >= deepestBrackets) {
      list.add(T.invalid, at, this.at);
      return;
    }
    list.add(T.fieldOpen, at, this.at);
    this.depth++;
    open.fields.push({ depth: this.depth, inFormat: false });
  }

  private endText(open: OpenText, start: number, at: number): void {
    const { list } = this;
    if (at > start) list.add(T.textMiddle, start, at);
    this.at = at + (open.isTriple ? 3 : 1);
    this.depth -= open.fields.length;
    this.open.pop();
    list.add(T.textEnd, at, this.at);
  }

  private abandonText(start: number, at: number): void {
    const { list } = this;
    if (at > start) list.add(T.textMiddle, start, at);
    this.depth -= this.open.pop()?.fields.length ?? 0;
    this.at = at;
    list.add(T.textEnd, at, at);
  }

  private skipComment(): void {
    this.at = lineEnd(this.text, this.at);
  }
}

const textPrefixes = new Set(['r', 'u', 'b', 'f', 't', 'br', 'rb', 'ur', 'fr', 'rf', 'tr', 'rt']);

/** Whether the next characters are text of the literal and not code of a field. */
function isLiteral(open: OpenText): boolean {
  const field = open.fields.at(-1);
  return field === undefined || field.inFormat;
}

function skipNamed(text: string, at: number): number {
  for (let end = at + 3; end < text.length && end < at + 100; end++) {
    const code = text.charCodeAt(end);
    if (code === 125) return end;
    if (code === 34 || code === 39 || code === 10) break;
  }
  return at + 1;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function skipLineBreak(text: string, at: number): number {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isWordStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}
