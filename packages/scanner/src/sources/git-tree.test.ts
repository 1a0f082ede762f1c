import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitOf, gitTree, mergeBase } from './git-tree.ts';

let shop = '';
const git = (...argv: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=Shop', '-c', 'user.email=shop@example.com', ...argv], { cwd: shop }).toString();

beforeAll(() => {
  shop = mkdtempSync(join(tmpdir(), 'leastwise-git-'));
  git('init', '--quiet', '--initial-branch=main');
  mkdirSync(join(shop, 'orders'));
  writeFileSync(join(shop, 'orders/template.yaml'), 'Resources: {} # ä\n');
  writeFileSync(join(shop, 'orders/logo.png'), Buffer.from([0, 1, 2]));
  symlinkSync('orders', join(shop, 'current'));
  symlinkSync('/etc', join(shop, 'outside'));
  symlinkSync('circle', join(shop, 'circle'));
  git('add', '.');
  git('commit', '--quiet', '-m', 'Begin');
  git('branch', 'feature');
  writeFileSync(join(shop, 'orders/template.yaml'), 'Resources: { Orders: {} }\n');
  git('commit', '--quiet', '-am', 'Grow');
});
afterAll(() => rmSync(shop, { recursive: true, force: true }));

describe('the files of a commit', () => {
  it('are those of the commit, whatever the work tree holds', () => {
    const tree = gitTree(shop, commitOf(shop, 'HEAD~1') ?? '');
    expect(tree.read('orders/template.yaml')).toEqual({ text: 'Resources: {} # ä\n' });
    expect(tree.list('orders').map(({ name }) => name)).toEqual(['logo.png', 'template.yaml']);
    expect(tree.stat('orders')).toBe('folder');
    expect(tree.read('orders/logo.png')).toMatchObject({ failure: 'binary' });
    expect(tree.read('nothing')).toMatchObject({ failure: 'missing' });
  });

  it('are followed through links inside the tree only', () => {
    const tree = gitTree(shop, commitOf(shop, 'main') ?? '');
    expect(tree.read('current/template.yaml')).toEqual({ text: 'Resources: { Orders: {} }\n' });
    expect(tree.read('outside/passwd')).toMatchObject({ failure: 'missing' });
    expect(tree.stat('circle')).toBe('missing');
    expect(tree.read('../shop')).toMatchObject({ failure: 'missing' });
  });
});

it('knows where two branches parted', () => {
  const main = commitOf(shop, 'main') ?? '';
  const feature = commitOf(shop, 'feature') ?? '';
  expect(mergeBase(shop, main, feature)).toBe(feature);
});

it.each(['', '--upload-pack=touch x', 'no-such-branch', 'HEAD\0'])('%j is no commit', (name) => {
  expect(commitOf(shop, name)).toBeUndefined();
});
