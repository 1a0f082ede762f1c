import { BracketParser } from './parse-brackets.ts';
import type { CallArgument, Expression, Literal, Name, Yield } from './syntax.ts';
import { numberValue } from './number-literal.ts';
import { T } from './token-kind.ts';

/** Names, literals, brackets, and what can be hung on them: `.name`, `[key]`, `(arguments)`. */
export abstract class AtomParser extends BracketParser {
  /** `name := value` or an expression. */
  protected override namedExpression(): Expression {
    if (this.kind !== T.name || this.peek() !== T.walrus) return this.expression();
    const target = this.name();
    this.next();
    this.bind(target.name);
    const value = this.expression();
    return { type: 'walrus', target, value, start: target.start, end: this.before() };
  }

  /** One element of a list: `*items` or an expression. */
  protected override element(): Expression {
    if (this.kind !== T.star) return this.namedExpression();
    const start = this.start();
    this.next();
    const value = this.bitwise();
    return { type: 'starred', value, start, end: this.before() };
  }

  /** An expression, or a tuple without brackets; also `yield`. */
  protected override expressions(): Expression {
    if (this.kind === T.kwYield) return this.yieldExpression();
    const start = this.start();
    const first = this.element();
    return this.kind === T.comma ? this.tupleFrom(start, first) : first;
  }

  protected override tupleFrom(start: number, first: Expression): Expression {
    const items = [first];
    while (this.take(T.comma) && this.startsExpression()) items.push(this.element());
    return { type: 'sequence', kind: 'tuple', items, start, end: this.before() };
  }

  /** What stands before `in`: a name, a member, or several, without brackets. */
  protected override targets(): Expression {
    const start = this.start();
    const first = this.target();
    if (this.kind !== T.comma) return first;
    const items = [first];
    while (this.take(T.comma) && this.startsExpression()) items.push(this.target());
    return { type: 'sequence', kind: 'tuple', items, start, end: this.before() };
  }

  private target(): Expression {
    const start = this.start();
    if (!this.take(T.star)) return this.bitwise();
    const value = this.bitwise();
    return { type: 'starred', value, start, end: this.before() };
  }

  protected override yieldExpression(): Yield {
    const start = this.start();
    this.next();
    this.names.isGenerator = true;
    if (this.take(T.kwFrom)) {
      const value = this.expression();
      return { type: 'yield', value, isDelegated: true, start, end: this.before() };
    }
    if (!this.startsExpression()) return { type: 'yield', isDelegated: false, start, end: this.before() };
    this.enter();
    const value = this.expressions();
    this.leave();
    return { type: 'yield', value, isDelegated: false, start, end: this.before() };
  }

  protected startsExpression(): boolean {
    return startsExpression[this.kind] === 1;
  }

  protected name(): Name {
    const start = this.start();
    const name = this.expectName();
    return { type: 'name', name, start, end: this.before() };
  }

  protected primary(): Expression {
    const start = this.start();
    let value = this.atom();
    for (;;) {
      if (this.kind === T.dot) {
        this.next();
        const name = this.expectName(true);
        value = { type: 'attribute', object: value, name, start, end: this.before() };
      } else if (this.kind === T.openParen) {
        const list = this.callArguments();
        value = { type: 'call', callee: value, arguments: list, start, end: this.before() };
      } else if (this.kind === T.openBracket) {
        this.next();
        this.enter();
        const key = this.subscriptKey();
        this.leave();
        this.expect(T.closeBracket, '`]`');
        value = { type: 'subscript', object: value, key, start, end: this.before() };
      } else return value;
    }
  }

  protected callArguments(): CallArgument[] {
    const open = this.start();
    this.next();
    this.enter();
    const list: CallArgument[] = [];
    while (this.kind !== T.closeParen) {
      list.push(this.callArgument(open));
      if (!this.take(T.comma)) break;
    }
    this.leave();
    this.expect(T.closeParen, '`)`');
    const only = list.length === 1 ? list[0]?.value : undefined;
    // A generator that is the only argument shares its brackets with the call.
    if (only?.type === 'comprehension' && only.start === open) return [{ value: { ...only, end: this.before() } }];
    return list;
  }

  private callArgument(open: number): CallArgument {
    if (this.take(T.star)) return { value: this.expression(), spread: 'items' };
    if (this.take(T.doubleStar)) return { value: this.expression(), spread: 'entries' };
    if (this.kind === T.name && this.peek() === T.assign) {
      const name = this.expectName();
      this.next();
      // `f(name=)` is what an editor sees while somebody types.
      return { value: this.expression(), name };
    }
    const value = this.namedExpression();
    if (!this.startsComprehension()) return { value };
    return { value: this.comprehension('generator', open, value) };
  }

  private subscriptKey(): Expression {
    const start = this.start();
    const first = this.subscriptItem();
    if (this.kind !== T.comma) return first;
    const items = [first];
    while (this.take(T.comma) && this.kind !== T.closeBracket) items.push(this.subscriptItem());
    return { type: 'sequence', kind: 'tuple', items, start, end: this.before() };
  }

  private subscriptItem(): Expression {
    const start = this.start();
    const first = this.kind === T.colon ? undefined : this.element();
    if (this.kind !== T.colon) return first ?? this.fail('Expected an index here.');
    const parts: (Expression | undefined)[] = [first];
    while (parts.length < 3 && this.take(T.colon)) {
      parts.push(this.startsExpression() ? this.expression() : undefined);
    }
    return { type: 'slice', parts, start, end: this.before() };
  }

  private atom(): Expression {
    const start = this.start();
    switch (this.kind) {
      case T.name:
        return this.name();
      case T.number: {
        const value = numberValue(this.tokenText());
        return this.literal(value);
      }
      case T.text:
      case T.textStart:
        return this.adjacentText();
      case T.kwNone:
        return this.literal(null);
      case T.kwTrue:
        return this.literal(true);
      case T.kwFalse:
        return this.literal(false);
      case T.ellipsis:
        this.next();
        return { type: 'name', name: 'Ellipsis', start, end: this.before() };
      case T.openParen:
        return this.group();
      case T.openBracket:
        return this.listDisplay();
      case T.openBrace:
        return this.braces();
      case T.backtick:
        return this.backticks();
      case T.kwAsync:
      case T.kwAwait:
        // Names before Python 3.7.
        return { type: 'name', name: this.expectName(true), start, end: this.before() };
      default:
        return this.fail('Expected an expression here.');
    }
  }

  private literal(value: Literal['value']): Literal {
    const start = this.start();
    this.next();
    return { type: 'literal', value, start, end: this.before() };
  }

  /** `` `value` `` of Python 2. */
  private backticks(): Expression {
    const start = this.start();
    this.next();
    this.enter();
    const value = this.expressions();
    this.leave();
    this.expect(T.backtick, '`` ` ``');
    const span = this.spanFrom(start);
    this.problem('Backticks are not Python 3; they are read as `repr`.', span.start, span.end);
    return { type: 'call', callee: { type: 'name', name: 'repr', ...span }, arguments: [{ value }], ...span };
  }
}

const startsExpression = new Uint8Array(128);
for (const kind of [
  T.name,
  T.number,
  T.text,
  T.textStart,
  T.ellipsis,
  T.openParen,
  T.openBracket,
  T.openBrace,
  T.backtick,
  T.star,
  T.plus,
  T.minus,
  T.tilde,
  T.kwNot,
  T.kwAwait,
  T.kwAsync,
  T.kwLambda,
  T.kwYield,
  T.kwNone,
  T.kwTrue,
  T.kwFalse,
]) {
  startsExpression[kind] = 1;
}
