import { isLineBreak, lineEnd, skipLineBreak } from './line-break.ts';
import { readNumberEnd } from './number-literal.ts';
import { readOperator } from './operator-token.ts';
import { firstStatementKeyword, keywords, T } from './token-kind.ts';
import { deepestBrackets, isLiteral, TextTokenizer } from './tokenize-text.ts';
import type { TokenList, Tokens } from './tokens.ts';
import { isIdentifierAt, wordEnd } from './word.ts';

/** CPython's own limit. */
const deepestIndentation = 100;

/**
 * Splits a file into tokens, with indentation as in CPython. Never fails: what cannot be read is an `invalid` token or a
 * problem. An open bracket is closed where a line begins with a keyword that only a statement can begin with, so that one
 * forgotten bracket does not swallow the functions after it.
 */
export function tokenize(text: string): Tokens {
  const { kinds, starts, ends, problems } = new Tokenizer(text).run();
  return { kinds, starts, ends, problems };
}

class Tokenizer extends TextTokenizer {
  private readonly indents: number[] = [0];
  private atLineStart = true;

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

  private skipComment(): void {
    this.at = lineEnd(this.text, this.at);
  }
}

const textPrefixes = new Set(['r', 'u', 'b', 'f', 't', 'br', 'rb', 'ur', 'fr', 'rf', 'tr', 'rt']);

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isWordStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}
