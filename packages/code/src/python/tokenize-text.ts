import { isLineBreak, lineEnd, skipLineBreak } from './line-break.ts';
import { T } from './token-kind.ts';
import { TokenList } from './tokens.ts';

/** CPython's own limit: deeper code does not compile there either. */
export const deepestBrackets = 200;

/** An f- or t-string that is open: its quote, and how deep the brackets were at the field that is being read. */
export interface OpenText {
  readonly start: number;
  readonly quote: number;
  readonly isTriple: boolean;
  readonly isRaw: boolean;
  /** Bracket depth inside the innermost open field, for each open field: a format may hold fields again. */
  readonly fields: { readonly depth: number; inFormat: boolean }[];
}

/** The part of the tokenizer that reads literals of text. */
export abstract class TextTokenizer {
  protected readonly text: string;
  protected readonly list: TokenList;
  protected at = 0;
  /** How many brackets are open, fields of f-strings included. */
  protected depth = 0;
  /** f-strings that are open, one inside a field of the other. */
  protected readonly open: OpenText[] = [];
  /** Where a triple quote was looked for in vain: none further on either. */
  private readonly noCloser = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
    this.list = new TokenList(text.length);
  }

  protected singleEnd(from: number, quote: number): number {
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

  protected tripleEnd(from: number, quote: number): number {
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

  /** `}`, `:` and `!` that belong to the replacement field and not to the expression in it. */
  protected readFieldPunctuation(start: number, code: number, field: { inFormat: boolean }): boolean {
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

  /** The literal part of an f-string, up to a field or its end. */
  protected readMiddle(open: OpenText): void {
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
}

/** Whether the next characters are text of the literal and not code of a field. */
export function isLiteral(open: OpenText): boolean {
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
