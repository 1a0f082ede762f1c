import type { Expression, Field, FormattedPart } from './syntax.ts';
import { middleValue, textValue } from './text-literal.ts';
import { TokenCursor } from './token-cursor.ts';
import { T } from './token-kind.ts';

/** Literals of text: plain, bytes, f-strings and t-strings. */
export abstract class TextParser extends TokenCursor {
  /** An expression, or a tuple without brackets. */
  protected abstract expressions(): Expression;

  /** Literals that stand beside each other are one. */
  protected adjacentText(): Expression {
    const start = this.start();
    const parts: FormattedPart[] = [];
    let isFormatted = false;
    let isTemplate = false;
    while (this.kind === T.text || this.kind === T.textStart) {
      if (this.kind === T.text) {
        addText(parts, textValue(this.tokenText()));
        this.next();
      } else {
        const prefix = this.tokenText().toLowerCase();
        isFormatted = true;
        if (prefix.includes('t')) isTemplate = true;
        this.next();
        this.enter();
        this.formattedParts(parts, T.textEnd, prefix.includes('r'));
        this.leave();
      }
    }
    if (isFormatted) return { type: 'formatted', parts, isTemplate, start, end: this.before() };
    return { type: 'literal', value: typeof parts[0] === 'string' ? parts[0] : '', start, end: this.before() };
  }

  /** Up to the end of the literal, or of the format of a field. */
  private formattedParts(parts: FormattedPart[], until: number, isRaw: boolean): void {
    for (;;) {
      if (this.kind === T.textMiddle) {
        addText(parts, middleValue(this.tokenText(), isRaw, until === T.fieldClose));
        this.next();
      } else if (this.kind === T.fieldOpen) {
        this.field(parts, isRaw);
      } else {
        this.expect(until, 'the end of the text');
        return;
      }
    }
  }

  private field(parts: FormattedPart[], isRaw: boolean): void {
    const open = this.start() + 1;
    this.next();
    this.enter();
    const value = this.expressions();
    if (this.take(T.assign)) addText(parts, this.text.slice(open, this.start()));
    if (this.take(T.bang)) this.expectName();
    const format: FormattedPart[] = [];
    if (this.take(T.fieldFormat)) this.formattedParts(format, T.fieldClose, isRaw);
    else this.expect(T.fieldClose, '`}`');
    this.leave();
    parts.push({ value, format } satisfies Field);
  }
}

function addText(parts: FormattedPart[], text: string): void {
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last + text;
  else parts.push(text);
}
