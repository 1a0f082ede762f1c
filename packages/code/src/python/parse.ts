import type { IrProblem } from '../ir/index.ts';
import { StatementParser } from './parse-statement.ts';
import type { BoundNames, Statement } from './syntax.ts';
import { T } from './token-kind.ts';
import { tokenize } from './tokenize.ts';

export interface ParsedPython {
  readonly body: readonly Statement[];
  readonly names: BoundNames;
  readonly problems: readonly IrProblem[];
}

/** Reads a file of Python 3.6 to 3.14. Never fails: what cannot be read is an `unreadable` statement and a problem. */
export function parsePython(text: string): ParsedPython {
  return new ModuleParser(text, tokenize(text)).module();
}

class ModuleParser extends StatementParser {
  module(): ParsedPython {
    const body: Statement[] = [];
    while (this.kind !== T.end) {
      this.statements(body);
      this.take(T.dedent);
    }
    const problems = this.problems.toSorted((a, b) => a.start - b.start || a.end - b.end);
    return { body, names: this.names, problems };
  }
}
