import { findSecrets, type SecretMatch } from '@leastwise/code';
import type { NodeId, SourceRange, SourceTree } from '@leastwise/model';
import type { CodeFacts } from './code-facts.ts';

/** A credential that stands in code. It never holds the value. */
export interface CodeSecret {
  readonly match: SecretMatch;
  /** The credential alone. */
  readonly at: SourceRange;
}

export interface CodeSecretFacts {
  /** The credentials in the files whose code a function can run, in the order of file and text. */
  of(functionId: NodeId): readonly CodeSecret[];
}

/** Each file is looked at once, however many functions share it. */
export function codeSecrets(code: CodeFacts, tree: SourceTree): CodeSecretFacts {
  const byFile = new Map<string, readonly CodeSecret[]>();
  const inFile = (file: string): readonly CodeSecret[] => {
    let found = byFile.get(file);
    if (found === undefined) {
      const read = /\.(?:[cm]?[jt]sx?|py)$/.test(file) ? tree.read(file) : undefined;
      const matches = read !== undefined && 'text' in read ? findSecrets({ text: read.text }) : [];
      found = matches
        .filter((match) => match.live !== false)
        .map((match) => ({ match, at: { file, start: match.start, end: match.end } }));
      byFile.set(file, found);
    }
    return found;
  };
  return { of: (functionId) => (code.of(functionId)?.files ?? []).flatMap(inFile) };
}
