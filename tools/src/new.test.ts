import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checksFolder, indexFile } from './generate-index.ts';
import { newCheck } from './new.ts';
import { repositoryRoot } from './repository.ts';

let copy: string;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'leastwise-new-'));
  cpSync(join(repositoryRoot, checksFolder), join(copy, checksFolder), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

describe('npm run new check', () => {
  it('writes a check, its prose and its test, and puts it into the index', () => {
    const written = newCheck(copy, 'entry/webhook-without-signature');
    expect(written).toEqual([
      `${checksFolder}/entry/webhook-without-signature.ts`,
      `${checksFolder}/entry/webhook-without-signature.doc.ts`,
      `${checksFolder}/entry/webhook-without-signature.test.ts`,
    ]);
    for (const path of written) expect(existsSync(join(copy, path))).toBe(true);
    const index = readFileSync(join(copy, indexFile), 'utf8');
    expect(index).toContain("import webhookWithoutSignature from './entry/webhook-without-signature.ts';");
    expect(index).toContain('  webhookWithoutSignature,');
  });

  it('writes what the compiler and the formatter accept', { timeout: 120_000 }, () => {
    for (const path of [
      'tsconfig.base.json',
      '.oxfmtrc.json',
      'packages/model',
      'packages/code',
      'packages/iam',
      'packages/scanner',
    ]) {
      cpSync(join(repositoryRoot, path), join(copy, path), { recursive: true, filter: (from) => !isBuilt(from) });
    }
    symlinkSync(join(repositoryRoot, 'node_modules'), join(copy, 'node_modules'), 'dir');
    const written = newCheck(copy, 'entry/webhook-without-signature');
    newCheck(copy, 'no-such-area/webhook-without-tenant');
    const compiler = join(repositoryRoot, 'node_modules/typescript/bin/tsc');
    const compiled = run(compiler, '-p', 'packages/scanner', '--noEmit', '--customConditions', 'leastwise-source');
    const errors = compiled.split('\n').filter((line) => line.startsWith(`${checksFolder}/`));
    expect(errors.filter((line) => line.includes('webhook-without-signature'))).toEqual([]);
    expect(errors.join(), 'the compiler looks at new files').toContain('no-such-area/webhook-without-tenant.ts');
    expect(run(join(repositoryRoot, 'node_modules/oxfmt/bin/oxfmt'), '--list-different', ...written)).toBe('');
  });

  it.each(['function-url', 'Entry/BadName', 'entry/../cli', ''])('refuses the name %j', (name) => {
    expect(() => newCheck(copy, name)).toThrow('npm run new check');
  });

  it('refuses a slug that is taken, in whatever area', () => {
    newCheck(copy, 'entry/webhook-without-signature');
    expect(() => newCheck(copy, 'storage/webhook-without-signature')).toThrow('is taken by');
  });
});

function isBuilt(path: string): boolean {
  return /\/(?:dist|node_modules)(?:\/|$)/.test(path.slice(repositoryRoot.length));
}

function run(script: string, ...args: readonly string[]): string {
  return spawnSync(process.execPath, [script, ...args], { cwd: copy, encoding: 'utf8' }).stdout;
}
