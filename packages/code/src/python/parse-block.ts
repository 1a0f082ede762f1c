import { SimpleStatementParser } from './parse-simple.ts';
import type { Expression, Statement } from './syntax.ts';
import { T } from './token-kind.ts';

/**
 * Statements with blocks. What cannot be read costs its own line: the block below it and everything after are read. A
 * clause whose head is broken keeps its body.
 */
export abstract class BlockParser extends SimpleStatementParser {
  /** A statement with blocks, where one begins here. */
  protected abstract compoundStatement(): Statement | undefined;

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

  /** The head of a clause up to its colon, and the block after it. A broken head is a problem; the block is read. */
  protected clause<H>(readHead: () => H): { readonly head: H | undefined; readonly body: readonly Statement[] } {
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

  protected elseBlock(keyword: number = T.kwElse): readonly Statement[] {
    return this.take(keyword) ? this.clause(() => undefined).body : [];
  }

  protected missing(): Expression {
    return { type: 'unreadable', start: this.before(), end: this.before() };
  }
}
