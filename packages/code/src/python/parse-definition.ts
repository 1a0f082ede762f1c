import { ControlParser } from './parse-control.ts';
import type { ClassDefinition, Decorator, FunctionDefinition, Parameter, Statement } from './syntax.ts';
import { emptyNames } from './token-cursor.ts';
import { T } from './token-kind.ts';

/** Functions and classes, with their decorators. */
export abstract class DefinitionParser extends ControlParser {
  protected decorated(): Statement {
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

  protected functionDefinition(start: number, decorators: Decorator[], isAsync: boolean): FunctionDefinition {
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

  protected classDefinition(decorators: Decorator[]): ClassDefinition {
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
}
