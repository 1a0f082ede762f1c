import { AtomParser } from './parse-atom.ts';
import type { ComparisonOperator, Expression, Lambda, Parameter } from './syntax.ts';
import { emptyNames } from './token-cursor.ts';
import { T } from './token-kind.ts';

/** Operators, from the loosest to the tightest. */
export abstract class ExpressionParser extends AtomParser {
  protected override expression(): Expression {
    if (this.kind === T.kwLambda) return this.lambda();
    const start = this.start();
    const value = this.disjunction();
    if (this.kind !== T.kwIf) return value;
    this.next();
    const test = this.disjunction();
    this.expect(T.kwElse, '`else`');
    this.enter();
    const otherwise = this.expression();
    this.leave();
    return { type: 'conditional', test, whenTrue: value, otherwise, start, end: this.before() };
  }

  private lambda(): Lambda {
    const start = this.start();
    this.next();
    const outer = this.names;
    const names = emptyNames();
    this.names = names;
    this.enter();
    try {
      const parameters = this.parameters(T.colon, false);
      this.expect(T.colon, '`:`');
      const body = this.expression();
      return { type: 'lambda', parameters, body, names, start, end: this.before() };
    } finally {
      this.leave();
      this.names = outer;
    }
  }

  /** Up to the token that closes the list, which stays. */
  protected parameters(until: number, mayBeAnnotated: boolean, list: Parameter[] = []): Parameter[] {
    let kind: Parameter['kind'] = 'positional';
    while (this.kind !== until) {
      if (this.take(T.slash)) {
        for (const [index, one] of list.entries()) list[index] = { ...one, kind: 'positional-only' };
      } else if (this.kind === T.star && (this.peek() === T.comma || this.peek() === until)) {
        this.next();
        kind = 'keyword-only';
      } else {
        const start = this.start();
        const mark = this.kind;
        if (mark === T.star || mark === T.doubleStar) this.next();
        list.push(
          this.parameter(start, mark === T.star ? 'rest' : mark === T.doubleStar ? 'keywords' : kind, mayBeAnnotated),
        );
        if (mark === T.star) kind = 'keyword-only';
      }
      if (!this.take(T.comma)) break;
    }
    return list;
  }

  private parameter(start: number, kind: Parameter['kind'], mayBeAnnotated: boolean): Parameter {
    const name = this.expectName();
    this.bind(name);
    const annotation = mayBeAnnotated && this.take(T.colon) ? this.annotation() : undefined;
    const value = this.take(T.assign) ? this.expression() : undefined;
    return {
      name,
      kind,
      ...(annotation === undefined ? {} : { annotation }),
      ...(value === undefined ? {} : { default: value }),
      start,
      end: this.before(),
    };
  }

  /** A type; only its text counts. */
  protected annotation(): { readonly start: number; readonly end: number } {
    const start = this.start();
    const { names } = this;
    // Nothing that a type binds is a name of the function.
    this.names = emptyNames();
    try {
      this.type();
    } finally {
      this.names = names;
    }
    return { start, end: this.before() };
  }

  private type(): void {
    if (this.take(T.star)) this.bitwise();
    else this.expression();
  }

  protected override disjunction(): Expression {
    const start = this.start();
    const first = this.conjunction();
    if (this.kind !== T.kwOr) return first;
    const values = [first];
    while (this.take(T.kwOr)) values.push(this.conjunction());
    return { type: 'logical', operator: 'or', values, start, end: this.before() };
  }

  private conjunction(): Expression {
    const start = this.start();
    const first = this.inversion();
    if (this.kind !== T.kwAnd) return first;
    const values = [first];
    while (this.take(T.kwAnd)) values.push(this.inversion());
    return { type: 'logical', operator: 'and', values, start, end: this.before() };
  }

  private inversion(): Expression {
    if (this.kind !== T.kwNot) return this.comparison();
    const start = this.start();
    this.next();
    this.enter();
    const value = this.inversion();
    this.leave();
    return { type: 'unary', operator: '!', value, start, end: this.before() };
  }

  private comparison(): Expression {
    const start = this.start();
    const first = this.bitwise();
    let operator = this.comparisonOperator();
    if (operator === undefined) return first;
    const rest: { operator: ComparisonOperator; right: Expression }[] = [];
    while (operator !== undefined) {
      rest.push({ operator, right: this.bitwise() });
      operator = this.comparisonOperator();
    }
    return { type: 'comparison', first, rest, start, end: this.before() };
  }

  private comparisonOperator(): ComparisonOperator | undefined {
    const operator = comparisons[this.kind];
    if (operator !== undefined) {
      this.next();
      return operator;
    }
    if (this.kind === T.kwIs) {
      this.next();
      return this.take(T.kwNot) ? 'is not' : 'is';
    }
    if (this.kind === T.kwNot && this.peek() === T.kwIn) {
      this.next();
      this.next();
      return 'not in';
    }
    return undefined;
  }

  protected override bitwise(): Expression {
    return this.arithmetic(1);
  }

  /** `a + b - c` leans to the left, by a loop: a chain of thousands of links takes no stack. */
  private arithmetic(tightness: number): Expression {
    const start = this.start();
    let left = this.sign();
    for (;;) {
      const found = tightnessOf[this.kind] ?? 0;
      if (found < tightness) return left;
      const operator = operatorTexts[this.kind] ?? '';
      this.next();
      const right = this.arithmetic(found + 1);
      left = { type: 'binary', operator, left, right, start, end: this.before() };
    }
  }

  private sign(): Expression {
    const operator = signs[this.kind];
    if (operator === undefined) return this.power();
    const start = this.start();
    this.next();
    this.enter();
    const value = this.sign();
    this.leave();
    return { type: 'unary', operator, value, start, end: this.before() };
  }

  private power(): Expression {
    const start = this.start();
    const left = this.awaited();
    if (this.kind !== T.doubleStar) return left;
    this.next();
    this.enter();
    const right = this.sign();
    this.leave();
    return { type: 'binary', operator: '**', left, right, start, end: this.before() };
  }

  private awaited(): Expression {
    if (this.kind !== T.kwAwait || !awaitable.has(this.peek())) return this.primary();
    const start = this.start();
    this.next();
    const value = this.primary();
    return { type: 'await', value, start, end: this.before() };
  }
}

const awaitable = new Set<number>([
  T.name,
  T.openParen,
  T.openBracket,
  T.openBrace,
  T.text,
  T.textStart,
  T.number,
  T.kwNone,
  T.kwTrue,
  T.kwFalse,
  T.ellipsis,
]);

const comparisons: readonly (ComparisonOperator | undefined)[] = byKind([
  [T.less, '<'],
  [T.greater, '>'],
  [T.lessEqual, '<='],
  [T.greaterEqual, '>='],
  [T.equal, '=='],
  [T.notEqual, '!='],
  [T.kwIn, 'in'],
]);

const signs: readonly (string | undefined)[] = byKind([
  [T.plus, '+'],
  [T.minus, '-'],
  [T.tilde, '~'],
]);

const operatorTexts: readonly (string | undefined)[] = byKind([
  [T.bar, '|'],
  [T.caret, '^'],
  [T.ampersand, '&'],
  [T.shiftLeft, '<<'],
  [T.shiftRight, '>>'],
  [T.plus, '+'],
  [T.minus, '-'],
  [T.star, '*'],
  [T.slash, '/'],
  [T.doubleSlash, '//'],
  [T.percent, '%'],
  [T.at, '@'],
]);

const tightnessOf: readonly (number | undefined)[] = byKind([
  [T.bar, 1],
  [T.caret, 2],
  [T.ampersand, 3],
  [T.shiftLeft, 4],
  [T.shiftRight, 4],
  [T.plus, 5],
  [T.minus, 5],
  [T.star, 6],
  [T.slash, 6],
  [T.doubleSlash, 6],
  [T.percent, 6],
  [T.at, 6],
]);

function byKind<V>(rows: readonly (readonly [number, V])[]): (V | undefined)[] {
  const table: (V | undefined)[] = new Array<V | undefined>(128).fill(undefined);
  for (const [kind, value] of rows) table[kind] = value;
  return table;
}
