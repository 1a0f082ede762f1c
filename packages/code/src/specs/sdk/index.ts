import { aliases } from '../aliases.ts';
import { canonicalNames } from '../canonical-name.ts';
import { javascriptLibraryCalls } from './javascript.ts';
import type { LibraryCallSpec } from './library-call.ts';
import { pythonLibraryCalls } from './python.ts';

export type { AwsOperation, InputPlace, LibraryCallSpec } from './library-call.ts';

const canonical = canonicalNames(aliases);

/** What libraries call of AWS; by final names, as the other tables. */
export const libraryCalls: readonly LibraryCallSpec[] = [...javascriptLibraryCalls, ...pythonLibraryCalls].map(
  (row) => ({
    ...row,
    callees: [...new Set(row.callees.map((name) => canonical(row.language, name)))],
  }),
);
