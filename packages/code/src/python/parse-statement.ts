import { DefinitionParser } from './parse-definition.ts';
import type { MatchCase, Statement } from './syntax.ts';
import { T } from './token-kind.ts';

/** Which statement begins here, and `match`, which only looks like a name. */
export class StatementParser extends DefinitionParser {
  protected override compoundStatement(): Statement | undefined {
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

  private asyncStatement(): Statement | undefined {
    const start = this.start();
    const kind = this.peek();
    if (kind !== T.kwDef && kind !== T.kwFor && kind !== T.kwWith) return undefined;
    this.next();
    if (kind === T.kwDef) return this.functionDefinition(start, [], true);
    return kind === T.kwFor ? this.forStatement(start, true) : this.withStatement(start, true);
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
