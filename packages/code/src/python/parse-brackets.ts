import { TextParser } from './parse-text.ts';
import type { Comprehension, ComprehensionClause, Dictionary, Expression, Yield } from './syntax.ts';
import { targetNames } from './target-names.ts';
import { T } from './token-kind.ts';

/** Tuples, lists, sets, dictionaries and comprehensions. */
export abstract class BracketParser extends TextParser {
  /** `a if b else c`, `lambda`, and everything that binds tighter. */
  protected abstract expression(): Expression;
  /** `name := value` or an expression. */
  protected abstract namedExpression(): Expression;
  /** One element of a list: `*items` or an expression. */
  protected abstract element(): Expression;
  /** `a | b` and everything that binds tighter: what can be assigned to, among others. */
  protected abstract bitwise(): Expression;
  protected abstract disjunction(): Expression;
  /** What stands before `in`. */
  protected abstract targets(): Expression;
  protected abstract tupleFrom(start: number, first: Expression): Expression;
  protected abstract yieldExpression(): Yield;

  protected group(): Expression {
    const start = this.start();
    this.next();
    if (this.take(T.closeParen)) return { type: 'sequence', kind: 'tuple', items: [], start, end: this.before() };
    this.enter();
    let value = this.kind === T.kwYield ? this.yieldExpression() : this.element();
    let isTuple = false;
    if (this.startsComprehension()) {
      value = this.comprehension('generator', start, value);
      this.leave();
      this.expect(T.closeParen, '`)`');
      return { ...value, end: this.before() };
    }
    if (this.kind === T.comma) {
      value = this.tupleFrom(start, value);
      isTuple = true;
    }
    this.leave();
    this.expect(T.closeParen, '`)`');
    return isTuple ? { ...value, end: this.before() } : value;
  }

  protected listDisplay(): Expression {
    const start = this.start();
    this.next();
    this.enter();
    const items: Expression[] = [];
    while (this.kind !== T.closeBracket) {
      items.push(this.element());
      if (items.length === 1 && this.startsComprehension()) {
        const value = this.comprehension('list', start, items[0] as Expression);
        this.leave();
        this.expect(T.closeBracket, '`]`');
        return { ...value, end: this.before() };
      }
      if (!this.take(T.comma)) break;
    }
    this.leave();
    this.expect(T.closeBracket, '`]`');
    return { type: 'sequence', kind: 'list', items, start, end: this.before() };
  }

  /** A set, a dictionary, or a comprehension of one. */
  protected braces(): Expression {
    const start = this.start();
    this.next();
    this.enter();
    const items: Expression[] = [];
    const entries: { key?: Expression; value: Expression }[] = [];
    while (this.kind !== T.closeBrace) {
      const comprehension = this.braceItem(start, items, entries);
      if (comprehension !== undefined) {
        this.leave();
        this.expect(T.closeBrace, '`}`');
        return { ...comprehension, end: this.before() };
      }
      if (!this.take(T.comma)) break;
    }
    this.leave();
    this.expect(T.closeBrace, '`}`');
    if (items.length > 0) return { type: 'sequence', kind: 'set', items, start, end: this.before() };
    return { type: 'dictionary', entries, start, end: this.before() } satisfies Dictionary;
  }

  private braceItem(
    start: number,
    items: Expression[],
    entries: { key?: Expression; value: Expression }[],
  ): Comprehension | undefined {
    if (this.take(T.doubleStar)) {
      const value = this.bitwise();
      entries.push({ value });
      return entries.length === 1 && this.startsComprehension()
        ? this.comprehension('dictionary', start, value)
        : undefined;
    }
    const first = this.element();
    if (this.take(T.colon)) {
      const value = this.expression();
      entries.push({ key: first, value });
      return this.startsComprehension() ? this.comprehension('dictionary', start, value, first) : undefined;
    }
    items.push(first);
    return this.startsComprehension() ? this.comprehension('set', start, first) : undefined;
  }

  protected startsComprehension(): boolean {
    return this.kind === T.kwFor || (this.kind === T.kwAsync && this.peek() === T.kwFor);
  }

  protected comprehension(
    kind: Comprehension['kind'],
    start: number,
    value: Expression,
    key?: Expression,
  ): Comprehension {
    const clauses: ComprehensionClause[] = [];
    while (this.startsComprehension()) {
      const isAsync = this.take(T.kwAsync);
      this.next();
      const target = this.targets();
      this.expect(T.kwIn, '`in`');
      const over = this.disjunction();
      const conditions: Expression[] = [];
      if (clauses.length >= mostClauses) this.fail(`A comprehension of more than ${mostClauses} loops is not read.`);
      while (this.take(T.kwIf)) conditions.push(this.condition());
      clauses.push({ target, over, conditions, isAsync, names: targetNames(target) });
    }
    return {
      type: 'comprehension',
      kind,
      ...(key === undefined ? {} : { key }),
      value,
      clauses,
      start,
      end: this.before(),
    };
  }

  /** The condition of a comprehension: no `if … else` without brackets, for `if` begins the next one. */
  private condition(): Expression {
    if (this.kind === T.name && this.peek() === T.walrus) return this.namedExpression();
    return this.kind === T.kwLambda ? this.expression() : this.disjunction();
  }
}

/** Loops inside each other: CPython compiles no more. */
const mostClauses = 20;
