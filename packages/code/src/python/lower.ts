import type { IrModule } from '../ir/index.ts';
import { lowerExpression } from './expressions.ts';
import { Lowering } from './lowering.ts';
import { parsePython } from './parse.ts';
import { lowerStatement } from './statements.ts';

export interface LowerPythonOptions {
  /** Inline code: the offset in `file` of a character of `text`. */
  readonly offsetOf?: (index: number) => number;
}

/**
 * Lowers one file of Python 3.6 to 3.14. Never throws and never hangs: what cannot be read is an `unreadable` operation and a
 * problem, and the code around it is complete.
 */
export function lowerPython(file: string, text: string, options: LowerPythonOptions = {}): IrModule {
  const { body, names, problems } = parsePython(text);
  const grammar = { expression: lowerExpression, statement: lowerStatement };
  const l = new Lowering(text, grammar, options.offsetOf);
  l.inFunction({ name: '', kind: 'module', isAsync: false, start: 0, end: text.length }, names, () =>
    l.statements(body),
  );
  return l.finish(file, problems);
}

/** The parser is our own and needs no preparation (docs/adr/0009); kept so that a grammar that loads can take its place. */
export async function preparePython(): Promise<void> {}
