import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFiles, checksFolder, checksIndex } from './generate-index.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'leastwise-index-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the index of checks', () => {
  it('names every check of every area, sorted, and loads the prose late', () => {
    write('storage/bucket-public.ts', 'export default defineCheck({});');
    write('storage/bucket-public.doc.ts', 'export default {};');
    write('storage/bucket-public.test.ts', '');
    write('entry/function-url-without-auth.ts', 'export default defineCheck({});');
    write('entry/function-url-without-auth.doc.ts', 'export default {};');
    write('define-check.ts', '');
    expect(checksIndex(root)).toMatchInlineSnapshot(`
      "// Made from this folder by \`npm run docs\`. Do not edit.
      import type { CheckDoc } from './check-doc.ts';
      import type { Check } from './define-check.ts';
      import functionUrlWithoutAuth from './entry/function-url-without-auth.ts';
      import bucketPublic from './storage/bucket-public.ts';

      /** Every check, by area and slug. */
      export const allChecks: readonly Check[] = [
        functionUrlWithoutAuth,
        bucketPublic,
      ];

      /** The prose and the examples of every check, by slug. */
      export const checkDocs: Readonly<Record<string, () => Promise<{ readonly default: CheckDoc }>>> = {
        'function-url-without-auth': () => import('./entry/function-url-without-auth.doc.ts'),
        'bucket-public': () => import('./storage/bucket-public.doc.ts'),
      };
      "
    `);
  });

  it('refuses two checks with one slug', () => {
    for (const area of ['entry', 'storage']) {
      write(`${area}/open-to-anyone.ts`, 'export default defineCheck({});');
      write(`${area}/open-to-anyone.doc.ts`, 'export default {};');
    }
    expect(() => checkFiles(root)).toThrow('the same slug');
  });

  it('refuses a file that is no check', () => {
    write('entry/urls.ts', 'export const urls = [];');
    expect(() => checkFiles(root)).toThrow('entry/urls.ts exports no check');
  });

  it('refuses a check without prose', () => {
    write('entry/function-url-without-auth.ts', 'export default defineCheck({});');
    expect(() => checkFiles(root)).toThrow('function-url-without-auth.doc.ts');
  });
});

function write(path: string, text: string): void {
  const file = join(root, checksFolder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
