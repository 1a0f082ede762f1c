import type {
  CallArgument,
  Comprehension,
  ComprehensionClause,
  Dictionary,
  Expression,
  Field,
  FormattedPart,
  Literal,
  Name,
  Yield,
} from './syntax.ts';
import { numberValue } from './number-literal.ts';
import { targetNames } from './target-names.ts';
import { middleValue, textValue } from './text-literal.ts';
import { TokenCursor } from './token-cursor.ts';
import { T } from './token-kind.ts';

/** Names, literals, brackets, and what can be hung on them: `.name`, `[key]`, `(arguments)`. */
export abstract class AtomParser extends TokenCursor {
  /** `a if b else c`, `lambda`, and everything that binds tighter. */
  abstract expression(): Expression;
  /** `a | b` and everything that binds tighter: what can be assigned to, among others. */
  protected abstract bitwise(): Expression;
  protected abstract disjunction(): Expression;

  /** `name := value` or an expression. */
  protected namedExpression(): Expression {
    if (this.kind !== T.name || this.peek() !== T.walrus) return this.expression();
    const target = this.name();
    this.next();
    this.bind(target.name);
    const value = this.expression();
    return { type: 'walrus', target, value, start: target.start, end: this.before() };
  }

  /** One element of a list: `*items` or an expression. */
  protected element(): Expression {
    if (this.kind !== T.star) return this.namedExpression();
    const start = this.start();
    this.next();
    const value = this.bitwise();
    return { type: 'starred', value, start, end: this.before() };
  }

  /** An expression, or a tuple without brackets; also `yield`. */
  protected expressions(): Expression {
    if (this.kind === T.kwYield) return this.yieldExpression();
    const start = this.start();
    const first = this.element();
    return this.kind === T.comma ? this.tupleFrom(start, first) : first;
  }

  private tupleFrom(start: number, first: Expression): Expression {
    const items = [first];
    while (this.take(T.comma) && this.startsExpression()) items.push(this.element());
    return { type: 'sequence', kind: 'tuple', items, start, end: this.before() };
  }

  /** What stands before `in`: a name, a member, or several, without brackets. */
  protected targets(): Expression {
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

  protected yieldExpression(): Yield {
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

  private group(): Expression {
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

  private listDisplay(): Expression {
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
  private braces(): Expression {
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

  private comprehension(
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

  /** Literals that stand beside each other are one. */
  private adjacentText(): Expression {
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

/** Loops inside each other: CPython compiles no more. */
const mostClauses = 20;

function addText(parts: FormattedPart[], text: string): void {
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last + text;
  else parts.push(text);
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
