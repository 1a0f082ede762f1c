import type * as t from '@babel/types';
import type { IrModule } from '../ir/index.ts';
import { varNames } from './declared-names.ts';
import { lowerEffect, lowerExpression, lowerNamed } from './expressions.ts';
import { lowerClosure } from './functions.ts';
import { lowerBody } from './hoisting.ts';
import { Lowering, type Grammar } from './lowering.ts';
import { lowerImports } from './modules.ts';
import { parseInPieces } from './parse-in-pieces.ts';
import { lowerStatement } from './statements.ts';

export interface LowerOptions {
  /** Inline code: where the character at `index` of the text stands in the template. */
  readonly offsetOf?: (index: number) => number;
}

/** JavaScript or TypeScript as operations. Never throws: what cannot be read is a problem of the module. */
export function lowerJavaScript(file: string, text: string, options: LowerOptions = {}): IrModule {
  const { statements, problems } = parseInPieces(file, text);
  let lowering = new Lowering(text, grammar, options.offsetOf);
  try {
    lowerProgram(lowering, statements);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    lowering = new Lowering(text, grammar, options.offsetOf);
    lowerProgram(lowering, []);
    problems.push({ message: 'The code is nested too deep to be read.', start: 0, end: text.length });
  }
  for (const { message, start, end } of problems) {
    lowering.problems.push({ message, ...lowering.span(start, end) });
  }
  return lowering.finish(file);
}

function lowerProgram(l: Lowering, statements: readonly t.Statement[]): void {
  const { start, end } = l.span(0, l.text.length);
  l.inFunction({ name: '', kind: 'module', isAsync: false, isGenerator: false, start, end }, () => {
    varNames(statements, (name) => l.declare(name));
    lowerImports(l, statements);
    lowerBody(l, statements);
  });
}

const grammar: Grammar = {
  expression: lowerExpression,
  effect: lowerEffect,
  statement: lowerStatement,
  named: lowerNamed,
  hoist(l, node) {
    if (node.declare) return;
    const name = node.id?.name ?? 'default';
    const variable = l.declare(name);
    const register = lowerClosure(l, node, { name, kind: 'function', nameNode: node.id });
    l.initialise(variable, register, node.id ?? node);
  },
};
