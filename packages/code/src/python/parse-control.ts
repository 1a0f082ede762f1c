import { BlockParser } from './parse-block.ts';
import type { ExceptClause, Expression, If, Name, Statement, With } from './syntax.ts';
import { T } from './token-kind.ts';

/** `if`, loops, `try` and `with`. */
export abstract class ControlParser extends BlockParser {
  protected ifStatement(): If {
    const start = this.start();
    const arms: { test: Expression; body: readonly Statement[] }[] = [];
    do {
      this.next();
      const { head, body } = this.clause(() => this.namedExpression());
      arms.push({ test: head ?? this.missing(), body });
    } while (this.kind === T.kwElif);
    const otherwise = this.elseBlock();
    return { type: 'if', arms, otherwise, ...this.spanFrom(start) };
  }

  protected whileStatement(): Statement {
    const start = this.start();
    this.next();
    const { head, body } = this.clause(() => this.namedExpression());
    const otherwise = this.elseBlock();
    return { type: 'while', test: head ?? this.missing(), body, otherwise, ...this.spanFrom(start) };
  }

  protected forStatement(start: number, isAsync: boolean): Statement {
    this.next();
    const { head, body } = this.clause(() => {
      const target = this.targets();
      this.bindTarget(target);
      this.expect(T.kwIn, '`in`');
      return { target, over: this.expressions() };
    });
    const otherwise = this.elseBlock();
    const target = head?.target ?? this.missing();
    return {
      type: 'for',
      target,
      over: head?.over ?? this.missing(),
      body,
      otherwise,
      isAsync,
      ...this.spanFrom(start),
    };
  }

  protected tryStatement(): Statement {
    const start = this.start();
    this.next();
    const { body } = this.clause(() => undefined);
    const handlers: ExceptClause[] = [];
    while (this.kind === T.kwExcept) handlers.push(this.exceptClause());
    const otherwise = this.elseBlock();
    if (handlers.length === 0 && this.kind !== T.kwFinally) {
      this.problem('This `try` has neither `except` nor `finally`.', start, start + 'try'.length);
    }
    const final = this.elseBlock(T.kwFinally);
    return { type: 'try', body, handlers, otherwise, final, ...this.spanFrom(start) };
  }

  private exceptClause(): ExceptClause {
    const start = this.start();
    this.next();
    const { head, body } = this.clause(() => this.exceptHead());
    return { ...head, body, ...this.spanFrom(start) };
  }

  private exceptHead(): { kind?: Expression; name?: Name } {
    this.take(T.star);
    if (this.kind === T.colon) return {};
    const start = this.start();
    const kind = this.expressions();
    const second =
      kind.type === 'sequence' && kind.items.length === 2 && kind.start === kind.items[0]?.start ? kind.items : [];
    const [type, old] = second;
    // `except Error, error` of Python 2; two classes without brackets are Python 3.14.
    if (type !== undefined && old?.type === 'name' && /^[a-z_]/.test(old.name) && this.kind !== T.kwAs) {
      this.problem('`except` with a comma before the name is not Python 3.', start, this.before());
      this.bind(old.name);
      return { kind: type, name: old };
    }
    if (!this.take(T.kwAs)) return { kind };
    const name = this.name();
    this.bind(name.name);
    return { kind, name };
  }

  protected withStatement(start: number, isAsync: boolean): Statement {
    this.next();
    const { head, body } = this.clause(() => this.withItems());
    return { type: 'with', items: head ?? [], body, isAsync, ...this.spanFrom(start) };
  }

  private withItems(): With['items'] {
    if (this.kind === T.openParen && this.bracketsEndBeforeColon()) {
      const { index, names } = this;
      const depth = this.nesting();
      const problems = this.problems.length;
      try {
        this.next();
        const items = this.withItemList(T.closeParen);
        this.expect(T.closeParen, '`)`');
        if (this.kind === T.colon) return items;
      } catch (thrown) {
        this.recover(thrown, depth);
        this.names = names;
      }
      // `with (yield lock):` and the like: one expression in brackets.
      this.problems.length = problems;
      this.moveTo(index);
    }
    return this.withItemList(T.colon);
  }

  private bracketsEndBeforeColon(): boolean {
    let depth = 0;
    for (let distance = 0; ; distance++) {
      const kind = this.peek(distance);
      if (kind === T.openParen || kind === T.openBracket || kind === T.openBrace) depth++;
      else if (kind === T.closeParen || kind === T.closeBracket || kind === T.closeBrace) depth--;
      if (kind === T.newline || kind === T.end) return false;
      if (depth === 0) return this.peek(distance + 1) === T.colon;
    }
  }

  private withItemList(until: number): With['items'] {
    const items: { value: Expression; target?: Expression }[] = [];
    do {
      if (items.length > 0 && this.kind === until) break;
      const value = this.expression();
      if (this.take(T.kwAs)) {
        const target = this.bitwise();
        this.bindTarget(target);
        items.push({ value, target });
      } else items.push({ value });
    } while (this.take(T.comma));
    return items;
  }
}
