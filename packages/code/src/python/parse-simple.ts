import { PatternParser } from './parse-pattern.ts';
import type { Expression, ImportedName, Statement } from './syntax.ts';
import { isTarget, targetNames } from './target-names.ts';
import { T } from './token-kind.ts';

/** Statements of one line. */
export abstract class SimpleStatementParser extends PatternParser {
  protected simpleStatement(): Statement {
    const start = this.start();
    switch (this.kind) {
      case T.kwReturn: {
        this.next();
        const value = this.optionalExpressions();
        return { type: 'return', ...(value === undefined ? {} : { value }), ...this.spanFrom(start) };
      }
      case T.kwRaise:
        return this.raise();
      case T.kwImport:
        return this.importStatement();
      case T.kwFrom:
        return this.fromImport();
      case T.kwGlobal:
      case T.kwNonlocal:
        return this.declaration();
      case T.kwDel: {
        this.next();
        const target = this.expressions();
        for (const name of targetNames(target)) this.bind(name);
        return { type: 'delete', targets: [target], ...this.spanFrom(start) };
      }
      case T.kwAssert: {
        this.next();
        const test = this.namedExpression();
        const message = this.take(T.comma) ? this.expression() : undefined;
        return { type: 'assert', test, ...(message === undefined ? {} : { message }), ...this.spanFrom(start) };
      }
      case T.kwPass:
      case T.kwBreak:
      case T.kwContinue: {
        const type = this.kind === T.kwPass ? 'pass' : this.kind === T.kwBreak ? 'break' : 'continue';
        this.next();
        return { type, ...this.spanFrom(start) };
      }
      default:
        return this.expressionStatement();
    }
  }

  private optionalExpressions(): Expression | undefined {
    return this.kind === T.newline || this.kind === T.semicolon || this.kind === T.end ? undefined : this.expressions();
  }

  private raise(): Statement {
    const start = this.start();
    this.next();
    const value = this.kind === T.newline || this.kind === T.semicolon ? undefined : this.expression();
    if (value === undefined) return { type: 'raise', ...this.spanFrom(start) };
    if (this.kind === T.comma) {
      // `raise Error, "message"` of Python 2.
      while (this.take(T.comma)) this.expression();
      this.problem('`raise` with commas is not Python 3.', start, this.before());
    }
    const cause = this.take(T.kwFrom) ? this.expression() : undefined;
    return { type: 'raise', value, ...(cause === undefined ? {} : { cause }), ...this.spanFrom(start) };
  }

  private declaration(): Statement {
    const start = this.start();
    const isGlobal = this.kind === T.kwGlobal;
    const into = isGlobal ? this.names.globals : this.names.nonlocals;
    do {
      this.next();
      const name = this.expectName();
      into.add(name);
      if (isGlobal) this.moduleNames.bound.add(name);
    } while (this.kind === T.comma);
    return { type: 'pass', ...this.spanFrom(start) };
  }

  private importStatement(): Statement {
    const start = this.start();
    const names: ImportedName[] = [];
    do {
      this.next();
      const at = this.start();
      const name = this.dottedName();
      const alias = this.take(T.kwAs) ? this.expectName() : undefined;
      this.bind(alias ?? firstSegment(name));
      names.push({ name, ...(alias === undefined ? {} : { alias }), ...this.spanFrom(at) });
    } while (this.kind === T.comma);
    return { type: 'import', names, ...this.spanFrom(start) };
  }

  private dottedName(): string {
    let name = this.expectName();
    while (this.take(T.dot)) name += `.${this.expectName(true)}`;
    return name;
  }

  private fromImport(): Statement {
    const start = this.start();
    this.next();
    let specifier = '';
    while (this.kind === T.dot || this.kind === T.ellipsis) {
      specifier += this.tokenText();
      this.next();
    }
    if (this.kind !== T.kwImport) specifier += this.dottedName();
    this.expect(T.kwImport, '`import`');
    if (this.take(T.star)) return { type: 'from-import', specifier, names: '*', ...this.spanFrom(start) };
    const names: ImportedName[] = [];
    const hasBrackets = this.take(T.openParen);
    while (this.kind === T.name) {
      const at = this.start();
      const name = this.expectName();
      const alias = this.take(T.kwAs) ? this.expectName() : undefined;
      this.bind(alias ?? name);
      names.push({ name, ...(alias === undefined ? {} : { alias }), ...this.spanFrom(at) });
      if (!this.take(T.comma)) break;
    }
    if (hasBrackets) this.expect(T.closeParen, '`)`');
    if (names.length === 0) this.fail('Expected a name to import here.');
    return { type: 'from-import', specifier, names, ...this.spanFrom(start) };
  }

  private expressionStatement(): Statement {
    const start = this.start();
    if (this.kind === T.name) {
      const special = this.typeAlias(start) ?? this.statementOfPython2(start);
      if (special !== undefined) return special;
    }
    const value = this.kind === T.name && this.peek() === T.walrus ? this.namedExpression() : this.expressions();
    if (this.kind === T.assign) return this.assignment(start, value);
    if (this.kind === T.colon && isTarget(value)) return this.annotated(start, value);
    if (this.kind === T.augmented) {
      const operator = this.tokenText().slice(0, -1);
      this.bindTarget(value);
      this.next();
      const right = this.expressions();
      return { type: 'augmented', target: value, operator, value: right, ...this.spanFrom(start) };
    }
    return { type: 'expression', value, ...this.spanFrom(start) };
  }

  private assignment(start: number, first: Expression): Statement {
    const targets: Expression[] = [];
    let value = first;
    while (this.take(T.assign)) {
      this.bindTarget(value);
      targets.push(value);
      value = this.expressions();
    }
    return { type: 'assignment', targets, value, ...this.spanFrom(start) };
  }

  private annotated(start: number, target: Expression): Statement {
    this.bindTarget(target);
    this.next();
    const annotation = this.annotation();
    const value = this.take(T.assign) ? this.expressions() : undefined;
    return {
      type: 'annotated',
      target,
      annotation,
      ...(value === undefined ? {} : { value }),
      ...this.spanFrom(start),
    };
  }

  /** `type Name[T] = value`; `type` alone is an ordinary name. */
  private typeAlias(start: number): Statement | undefined {
    if (!this.isName('type') || this.peek() !== T.name) return undefined;
    const after = this.peek(2);
    if (after !== T.assign && after !== T.openBracket) return undefined;
    this.next();
    const target = this.name();
    this.bind(target.name);
    this.typeParameters();
    this.expect(T.assign, '`=`');
    const value = this.expression();
    return { type: 'assignment', targets: [target], value, ...this.spanFrom(start) };
  }

  /** `[T: int, *Ts]` after the name of a function, class or type. */
  protected typeParameters(): void {
    if (this.kind !== T.openBracket) return;
    let depth = 0;
    while (this.kind !== T.newline && this.kind !== T.end) {
      if (this.kind === T.openBracket) depth++;
      if (this.kind === T.closeBracket) depth--;
      this.next();
      if (depth === 0) return;
    }
    this.fail('Expected `]` here.');
  }

  /** `print "text"` and `exec code` were statements once: they are read as calls. */
  private statementOfPython2(start: number): Statement | undefined {
    const name = this.isName('print') ? 'print' : this.isName('exec') ? 'exec' : undefined;
    if (name === undefined || !afterPrint.has(this.peek())) return undefined;
    const callee = this.name();
    this.problem(`\`${name}\` without brackets is not Python 3; it is read as a call.`, start, callee.end);
    const value = this.expressions();
    const items = value.type === 'sequence' && value.kind === 'tuple' ? value.items : [value];
    const span = this.spanFrom(start);
    const call = { type: 'call', callee, arguments: items.map((item) => ({ value: item })), ...span } as const;
    return { type: 'expression', value: call, ...span };
  }

  protected bindTarget(target: Expression): void {
    if (!isTarget(target)) this.fail('This cannot be assigned to.');
    for (const name of targetNames(target)) this.bind(name);
  }
}

const afterPrint = new Set<number>([T.name, T.number, T.text, T.textStart, T.backtick, T.kwNone, T.kwTrue, T.kwFalse]);

function firstSegment(dotted: string): string {
  const dot = dotted.indexOf('.');
  return dot === -1 ? dotted : dotted.slice(0, dot);
}
