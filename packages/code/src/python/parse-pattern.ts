import { ExpressionParser } from './parse-expression.ts';
import type { Expression, Pattern } from './syntax.ts';
import { T } from './token-kind.ts';

/** The patterns of `case`. */
export abstract class PatternParser extends ExpressionParser {
  /** A pattern, or a sequence without brackets. */
  protected patterns(): Pattern {
    const start = this.start();
    const first = this.maybeStarPattern();
    if (this.kind !== T.comma) return first;
    const patterns = [first];
    while (this.take(T.comma) && this.startsPattern()) patterns.push(this.maybeStarPattern());
    return { type: 'sequence', patterns, start, end: this.before() };
  }

  private maybeStarPattern(): Pattern {
    const start = this.start();
    if (!this.take(T.star)) return this.pattern();
    const name = this.captured();
    return { type: 'star', ...(name === undefined ? {} : { name }), start, end: this.before() };
  }

  private startsPattern(): boolean {
    return this.kind === T.star || this.startsExpression();
  }

  private pattern(): Pattern {
    const start = this.start();
    this.enter();
    const first = this.closedPattern();
    let result = first;
    if (this.kind === T.bar) {
      const patterns = [first];
      while (this.take(T.bar)) patterns.push(this.closedPattern());
      result = { type: 'or', patterns, start, end: this.before() };
    }
    if (this.take(T.kwAs)) {
      const name = this.expectName();
      this.bind(name);
      result = { type: 'as', pattern: result, name, start, end: this.before() };
    }
    this.leave();
    return result;
  }

  /** The name of a capture; `_` captures nothing. */
  private captured(): string | undefined {
    const name = this.expectName();
    if (name === '_') return undefined;
    this.bind(name);
    return name;
  }

  private closedPattern(): Pattern {
    const start = this.start();
    if (this.kind === T.openParen || this.kind === T.openBracket) return this.sequencePattern(start);
    if (this.kind === T.openBrace) return this.mappingPattern(start);
    if (this.kind === T.name && this.peek() !== T.dot && this.peek() !== T.openParen) {
      const name = this.captured();
      return { type: 'capture', ...(name === undefined ? {} : { name }), start, end: this.before() };
    }
    if (this.kind === T.name) return this.namePattern(start);
    const value = this.literalPattern();
    return { type: 'value', value, start, end: this.before() };
  }

  /** A number may be `-1 + 2j`; `|` belongs to the pattern. */
  private literalPattern(): Expression {
    const start = this.start();
    const isNegative = this.take(T.minus);
    let value = this.primary();
    if (isNegative) value = { type: 'unary', operator: '-', value, start, end: this.before() };
    while (this.kind === T.plus || this.kind === T.minus) {
      const operator = this.kind === T.plus ? '+' : '-';
      this.next();
      const right = this.primary();
      value = { type: 'binary', operator, left: value, right, start, end: this.before() };
    }
    return value;
  }

  private sequencePattern(start: number): Pattern {
    const isTuple = this.kind === T.openParen;
    const close = isTuple ? T.closeParen : T.closeBracket;
    this.next();
    const patterns: Pattern[] = [];
    let hasComma = false;
    while (this.kind !== close) {
      patterns.push(this.maybeStarPattern());
      if (!this.take(T.comma)) break;
      hasComma = true;
    }
    this.expect(close, isTuple ? '`)`' : '`]`');
    const [only] = patterns;
    if (isTuple && !hasComma && patterns.length === 1 && only !== undefined && only.type !== 'star') return only;
    return { type: 'sequence', patterns, start, end: this.before() };
  }

  private mappingPattern(start: number): Pattern {
    this.next();
    const entries: { key: Expression; pattern: Pattern }[] = [];
    let rest: string | undefined;
    while (this.kind !== T.closeBrace) {
      if (this.take(T.doubleStar)) rest = this.captured();
      else {
        const key = this.literalPattern();
        this.expect(T.colon, '`:`');
        entries.push({ key, pattern: this.pattern() });
      }
      if (!this.take(T.comma)) break;
    }
    this.expect(T.closeBrace, '`}`');
    return { type: 'mapping', entries, ...(rest === undefined ? {} : { rest }), start, end: this.before() };
  }

  /** `Color.RED` is a value, `Point(x=0)` asks for a class. */
  private namePattern(start: number): Pattern {
    let value: Expression = this.name();
    while (this.take(T.dot)) {
      const name = this.expectName(true);
      value = { type: 'attribute', object: value, name, start, end: this.before() };
    }
    if (!this.take(T.openParen)) return { type: 'value', value, start, end: this.before() };
    const positional: Pattern[] = [];
    const named: { name: string; pattern: Pattern }[] = [];
    while (this.kind !== T.closeParen) {
      if (this.kind === T.name && this.peek() === T.assign) {
        const name = this.expectName();
        this.next();
        named.push({ name, pattern: this.pattern() });
      } else positional.push(this.pattern());
      if (!this.take(T.comma)) break;
    }
    this.expect(T.closeParen, '`)`');
    return { type: 'class', class: value, positional, named, start, end: this.before() };
  }
}
