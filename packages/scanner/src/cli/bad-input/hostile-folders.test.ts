import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Report } from '@leastwise/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryTree } from '@leastwise/model';
import { run, type Ran } from './made-io.ts';

const open =
  'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Packer:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: "*", Action: "sts:AssumeRole"}]}\n      Policies: [{PolicyName: all, PolicyDocument: {Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}}]\n';
const clean =
  'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Wait:\n    Type: AWS::CloudFormation::WaitConditionHandle\n';
const broken = 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Wait: [\n';

let base: string;
let count = 0;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'leastwise-hostile-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A repository with these files. */
function repository(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = join(base, `shop-${count++}`);
  mkdirSync(join(root, '.git'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const codesOf = (ran: Ran): readonly string[] =>
  (JSON.parse(ran.stdout) as Report).inputs.flatMap((input) => input.diagnostics.map(({ code }) => code));
const scanJson = (root: string, ...more: readonly string[]): Promise<Ran> =>
  run(['scan', '--format', 'json', ...more], root);

describe('the exit code', () => {
  it.each([
    ['0 when nothing is wrong', { 'template.yaml': clean }, [], 0],
    ['1 for a grave finding', { 'template.yaml': open }, [], 1],
    ['1 also when something else could not be read', { 'template.yaml': open, 'other.yaml': broken }, [], 1],
    ['0 for the same when nothing shall fail', { 'template.yaml': open }, ['--fail-on', 'never'], 0],
    ['4 for a template that is broken', { 'template.yaml': broken }, [], 4],
    [
      '0 for the same when that is allowed',
      { 'template.yaml': clean, 'other.yaml': broken },
      ['--allow-incomplete'],
      0,
    ],
    ['3 in an empty repository', {}, [], 3],
    ['3 where there is only node_modules', { 'node_modules/library/template.yaml': open }, [], 3],
    ['3 where no file is a template', { 'docker-compose.yaml': 'services: {}\n', 'data.json': '[1, 2]' }, [], 3],
    ['2 for a path that is not there', { 'template.yaml': clean }, ['payments'], 2],
    ['2 for a path outside the root', { 'template.yaml': clean }, ['..', '--root', '.'], 2],
    ['2 for an option that nobody knows', { 'template.yaml': clean }, ['--fast'], 2],
    ['2 for a broken configuration', { 'template.yaml': clean, 'leastwise.yaml': 'checks: [' }, [], 2],
    ['2 for a configuration with unknown settings', { 'template.yaml': clean, 'leastwise.yaml': 'speed: 11\n' }, [], 2],
  ] as const)('%s', { timeout: 30_000 }, async (_what, files, argv, code) => {
    const ran = await run(['scan', '--format', 'json', ...argv], repository(files));
    expect(ran.code).toBe(code);
    if (code === 2) expect(ran.stderr).toMatch(/\S/);
  });
});

describe('a file that cannot be read is named', () => {
  it.each([
    ['of 50 MB', 'infra/template.yaml', (): Uint8Array => Buffer.alloc(50_000_000, 'a: 1\n'), 'file-too-large', 3],
    ['with NUL bytes', 'template.yaml', (): Uint8Array => Buffer.from([0x52, 0, 0x65, 0, 10, 0]), 'file-binary', 3],
    [
      'that is no UTF-8',
      'template.yaml',
      (): Uint8Array => Buffer.concat([Buffer.from('# '), Buffer.from([0xff, 0xfe, 0xc3]), Buffer.from(`\n${clean}`)]),
      undefined,
      0,
    ],
  ] as const)('%s', { timeout: 20_000 }, async (_what, file, bytes, code, alone) => {
    const ran = await scanJson(repository({ [file]: bytes() }));
    if (code !== undefined) expect(codesOf(ran)).toEqual([code]);
    expect([alone, 4]).toContain(ran.code);
    expect(ran.code === 0).toBe(code === undefined);
  });

  it('a large file of data is told, and does not fail a build', async () => {
    const ran = await scanJson(repository({ 'template.yaml': clean, 'orders.json': Buffer.alloc(11_000_000, '1 ') }));
    expect(codesOf(ran)).toEqual(['file-too-large']);
    expect(ran.code).toBe(0);
  });

  it('links that lead out, nowhere and to themselves', async () => {
    const root = repository({ 'template.yaml': clean });
    writeFileSync(join(base, 'secret.yaml'), open);
    symlinkSync(join(base, 'secret.yaml'), join(root, 'outside.yaml'));
    symlinkSync('nowhere.yaml', join(root, 'broken.yaml'));
    symlinkSync('loop.yaml', join(root, 'loop.yaml'));
    symlinkSync('/etc', join(root, 'etc'));
    const ran = await scanJson(root);
    expect([...codesOf(ran)].sort()).toEqual(['link-broken', 'link-broken', 'link-outside-root', 'link-outside-root']);
    expect(ran.stdout).not.toContain('Packer');
    expect(ran.code).toBe(4);
  });

  it('folders that link to each other are walked once', async () => {
    const root = repository({ 'a/template.yaml': clean, 'b/template.yaml': clean });
    for (let index = 0; index < 4; index++) {
      symlinkSync('../b', join(root, `a/b${index}`));
      symlinkSync('../a', join(root, `b/a${index}`));
      symlinkSync('..', join(root, `a/up${index}`));
    }
    const ran = await scanJson(root);
    expect((JSON.parse(ran.stdout) as Report).inputs.map(({ file }) => file)).toEqual([
      'a/template.yaml',
      'b/template.yaml',
    ]);
  });

  it.skipIf(process.getuid?.() === 0)('files and folders without permission', async () => {
    const root = repository({ 'template.yaml': clean, 'closed.yaml': clean, 'vault/template.yaml': clean });
    chmodSync(join(root, 'closed.yaml'), 0);
    chmodSync(join(root, 'vault'), 0);
    const ran = await scanJson(root);
    chmodSync(join(root, 'vault'), 0o755);
    expect([...codesOf(ran)].sort()).toEqual(['file-unreadable', 'folder-unreadable']);
  });

  it('a file that goes away during the scan', async () => {
    const files = { 'template.yaml': clean, 'stack.yaml': clean };
    const tree = memoryTree(files);
    const ran = await run(['scan', '--format', 'json'], '/shop', {
      exists: () => true,
      findRoot: () => '/shop',
      tree: () => ({
        ...tree,
        read: (path) =>
          path === 'stack.yaml' ? { failure: 'missing', message: `There is no file ${path}.` } : tree.read(path),
      }),
    });
    expect(codesOf(ran)).toEqual(['file-missing']);
    expect(ran.code).toBe(4);
  });
});

describe('odd names', () => {
  it.each([
    ['spaces', 'our shop/order template.yaml'],
    ['letters of other scripts', 'auftr\u00E4ge/\u6CE8\u6587-\u{1F4E6}.template.yaml'],
    ['line feeds', 'new\nline/temp\nlate.yaml'],
    ['quotes and escapes', 'a"b/\u001b[31mtemplate\'.yaml'],
    ['glob signs', '[a]{b}/*(c)!.yaml'],
  ])('%s in a path', { timeout: 30_000 }, async (_what, path) => {
    const root = repository({ [path]: open });
    const ran = await scanJson(root);
    expect((JSON.parse(ran.stdout) as Report).inputs.map(({ file }) => file)).toEqual([path]);
    expect(ran.code).toBe(1);
    for (const format of ['text', 'sarif', 'markdown', 'csv']) {
      const shown = await run(['scan', '--format', format], root);
      expect(shown.code).toBe(1);
      expect(shown.stdout).not.toContain('\u001b[31m');
    }
  });

  it('a folder called template.yaml, and a named pipe called stack.yaml', async () => {
    const root = repository({ 'template.yaml/orders.yaml': clean });
    if (process.platform === 'linux') execFileSync('mkfifo', [join(root, 'stack.yaml')]);
    const ran = await scanJson(root);
    expect((JSON.parse(ran.stdout) as Report).inputs.map(({ file }) => file)).toContain('template.yaml/orders.yaml');
  });
});
