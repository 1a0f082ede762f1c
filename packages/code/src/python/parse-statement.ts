import { SimpleStatementParser } from './parse-simple.ts';
import type {
  ClassDefinition,
  Decorator,
  ExceptClause,
  Expression,
  FunctionDefinition,
  If,
  MatchCase,
  Name,
  Parameter,
  Statement,
  With,
} from './syntax.ts';
import { emptyNames } from './token-cursor.ts';
import { T } from './token-kind.ts';

/**
 * Statements with blocks. What cannot be read costs its own line: the block below it and everything after are read. A
 * clause whose head is broken keeps its body.
 */
export class StatementParser extends SimpleStatementParser {
  /** Statements up to the end of the block. Never fails. */
  statements(list: Statement[] = []): Statement[] {
    while (this.kind !== T.end && this.kind !== T.dedent) {
      if (this.take(T.newline)) continue;
      if (this.kind === T.indent) {
        this.problem('This line is indented without a reason.', this.start(), this.start());
        this.next();
        this.statements(list);
        this.take(T.dedent);
      } else this.statementInto(list);
    }
    return list;
  }

  private statementInto(list: Statement[]): void {
    const start = this.start();
    const depth = this.nesting();
    const { names, index } = this;
    try {
      const compound = this.compoundStatement();
      if (compound === undefined) this.simpleStatements(list);
      else list.push(compound);
    } catch (thrown) {
      this.recover(thrown, depth);
      this.names = names;
      if (this.index === index) this.next();
      list.push(this.skipped(start));
    }
  }

  /** The rest of a line that cannot be read, and the block below it. */
  private skipped(start: number): Statement {
    while (this.kind !== T.newline && this.kind !== T.end && this.kind !== T.indent && this.kind !== T.dedent)
      this.next();
    const span = this.spanFrom(start);
    this.take(T.newline);
    return { type: 'unreadable', body: this.indented(), ...span };
  }

  private indented(): Statement[] {
    if (!this.take(T.indent)) return [];
    const body = this.statements();
    this.take(T.dedent);
    return body;
  }

  private simpleStatements(list: Statement[]): void {
    list.push(this.simpleStatement());
    while (this.take(T.semicolon)) {
      if (this.kind !== T.newline && this.kind !== T.end) list.push(this.simpleStatement());
    }
    if (!this.take(T.newline) && this.kind !== T.end) this.fail('Expected the end of the line here.');
  }

  private compoundStatement(): Statement | undefined {
    switch (this.kind) {
      case T.kwIf:
        return this.ifStatement();
      case T.kwFor:
        return this.forStatement(this.start(), false);
      case T.kwWhile:
        return this.whileStatement();
      case T.kwTry:
        return this.tryStatement();
      case T.kwWith:
        return this.withStatement(this.start(), false);
      case T.kwDef:
        return this.functionDefinition(this.start(), [], false);
      case T.kwClass:
        return this.classDefinition([]);
      case T.at:
        return this.decorated();
      case T.kwAsync:
        return this.asyncStatement();
      case T.name:
        return this.isName('match') && this.isMatch() ? this.matchStatement() : undefined;
      default:
        return undefined;
    }
  }

  /** The head of a clause up to its colon, and the block after it. A broken head is a problem; the block is read. */
  private clause<H>(readHead: () => H): { readonly head: H | undefined; readonly body: readonly Statement[] } {
    const start = this.start();
    const depth = this.nesting();
    let head: H | undefined;
    try {
      head = readHead();
      this.expect(T.colon, '`:`');
    } catch (thrown) {
      this.recover(thrown, depth);
      return { head, body: [this.skipped(start)] };
    }
    return { head, body: this.block() };
  }

  private block(): Statement[] {
    if (this.take(T.newline)) {
      if (this.kind === T.indent) return this.indented();
      this.problem('Expected an indented block here.', this.start(), this.start());
      return [];
    }
    const list: Statement[] = [];
    const start = this.start();
    const depth = this.nesting();
    try {
      this.simpleStatements(list);
    } catch (thrown) {
      this.recover(thrown, depth);
      list.push(this.skipped(start));
    }
    return list;
  }

  private elseBlock(keyword: number = T.kwElse): readonly Statement[] {
    return this.take(keyword) ? this.clause(() => undefined).body : [];
  }

  private missing(): Expression {
    return { type: 'unreadable', start: this.before(), end: this.before() };
  }

  private ifStatement(): If {
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

  private whileStatement(): Statement {
    const start = this.start();
    this.next();
    const { head, body } = this.clause(() => this.namedExpression());
    const otherwise = this.elseBlock();
    return { type: 'while', test: head ?? this.missing(), body, otherwise, ...this.spanFrom(start) };
  }

  private forStatement(start: number, isAsync: boolean): Statement {
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

  private tryStatement(): Statement {
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

  private withStatement(start: number, isAsync: boolean): Statement {
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

  private asyncStatement(): Statement | undefined {
    const start = this.start();
    const kind = this.peek();
    if (kind !== T.kwDef && kind !== T.kwFor && kind !== T.kwWith) return undefined;
    this.next();
    if (kind === T.kwDef) return this.functionDefinition(start, [], true);
    return kind === T.kwFor ? this.forStatement(start, true) : this.withStatement(start, true);
  }

  private decorated(): Statement {
    const decorators: Decorator[] = [];
    while (this.kind === T.at) {
      const start = this.start();
      const depth = this.nesting();
      try {
        this.next();
        const value = this.namedExpression();
        decorators.push({ value, ...this.spanFrom(start) });
        this.expect(T.newline, 'the end of the line');
      } catch (thrown) {
        // The function below a broken decorator is read as if it had none.
        this.recover(thrown, depth);
        while (this.kind !== T.newline && this.kind !== T.end) this.next();
      }
      while (this.take(T.newline));
    }
    const start = this.start();
    if (this.kind === T.kwClass) return this.classDefinition(decorators);
    const isAsync = this.take(T.kwAsync);
    if (this.kind !== T.kwDef) this.fail('Expected a function or class below the decorator.');
    return this.functionDefinition(start, decorators, isAsync);
  }

  private functionDefinition(start: number, decorators: Decorator[], isAsync: boolean): FunctionDefinition {
    this.next();
    const name = this.name();
    this.bind(name.name);
    const outer = this.names;
    const names = emptyNames();
    const parameters: Parameter[] = [];
    this.names = names;
    const { body } = this.clause(() => {
      this.typeParameters();
      this.expect(T.openParen, '`(`');
      this.parameters(T.closeParen, true, parameters);
      this.expect(T.closeParen, '`)`');
      if (this.take(T.arrow)) this.annotation();
    });
    this.names = outer;
    return { type: 'function', name, parameters, body, decorators, isAsync, names, ...this.spanFrom(start) };
  }

  private classDefinition(decorators: Decorator[]): ClassDefinition {
    const start = this.start();
    this.next();
    const name = this.name();
    this.bind(name.name);
    const outer = this.names;
    const names = emptyNames();
    this.names = names;
    const { head, body } = this.clause(() => {
      this.typeParameters();
      return this.kind === T.openParen ? this.callArguments() : [];
    });
    this.names = outer;
    return { type: 'class', name, arguments: head ?? [], body, decorators, names, ...this.spanFrom(start) };
  }

  /** `match` begins a statement only where the line ends in a colon and the next one begins with `case`. */
  private isMatch(): boolean {
    let distance = 1;
    for (let kind = this.peek(); kind !== T.newline; kind = this.peek(++distance)) {
      if (kind === T.end) return false;
    }
    if (distance < 3 || this.peek(distance - 1) !== T.colon || this.peek(distance + 1) !== T.indent) return false;
    return this.isCaseAt(this.index + distance + 2);
  }

  private isCaseAt(index: number): boolean {
    return this.kinds[index] === T.name && this.text.slice(this.starts[index], this.ends[index]) === 'case';
  }

  private matchStatement(): Statement {
    const start = this.start();
    this.next();
    const subject = this.expressions();
    this.expect(T.colon, '`:`');
    this.expect(T.newline, 'the end of the line');
    this.expect(T.indent, 'an indented block');
    const cases: MatchCase[] = [];
    while (this.kind !== T.dedent && this.kind !== T.end) cases.push(this.matchCase());
    this.take(T.dedent);
    return { type: 'match', subject, cases, ...this.spanFrom(start) };
  }

  private matchCase(): MatchCase {
    const start = this.start();
    const { head, body } = this.clause(() => {
      if (!this.isCaseAt(this.index)) this.fail('Expected `case` here.');
      this.next();
      const pattern = this.patterns();
      return { pattern, ...(this.take(T.kwIf) ? { guard: this.namedExpression() } : {}) };
    });
    const span = this.spanFrom(start);
    // A case that cannot be read may match anything.
    return { pattern: { type: 'capture', ...span }, ...head, body, ...span };
  }
}
