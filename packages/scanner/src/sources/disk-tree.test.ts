import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskTree } from './disk-tree.ts';
import { findRoot } from './root.ts';

let base: string;
let root: string;

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'leastwise-disk-'));
  root = join(base, 'shop');
  mkdirSync(join(root, '.git'), { recursive: true });
  mkdirSync(join(root, 'orders/src'), { recursive: true });
  mkdirSync(join(base, 'shop-secrets'));
  writeFileSync(join(base, 'shop-secrets/key.yaml'), 'key: value\n');
  writeFileSync(join(root, 'orders/template.yaml'), '\uFEFFResources: {}\n');
  writeFileSync(join(root, 'orders/logo.png'), Buffer.from([1, 0, 2]));
  writeFileSync(join(root, 'orders/large.json'), 'x'.repeat(2000));
  symlinkSync(join(base, 'shop-secrets'), join(root, 'outside'));
  symlinkSync(join(base, 'shop-secrets/key.yaml'), join(root, 'outside.yaml'));
  symlinkSync('orders/template.yaml', join(root, 'inside.yaml'));
  symlinkSync('loop.yaml', join(root, 'loop.yaml'));
  symlinkSync('../orders', join(root, 'orders/again'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('diskTree', () => {
  it('reads text with its byte order mark, also through a link that stays inside', () => {
    const tree = diskTree(root);
    expect(tree.read('orders/template.yaml')).toEqual({ text: '\uFEFFResources: {}\n' });
    expect(tree.read('inside.yaml')).toEqual({ text: '\uFEFFResources: {}\n' });
  });

  it.each([
    ['missing.yaml', 'missing'],
    ['orders/template.yaml/x', 'missing'],
    ['orders', 'not-a-file'],
    ['orders/logo.png', 'binary'],
    ['orders/large.json', 'too-large'],
    ['outside.yaml', 'outside-root'],
    ['outside/key.yaml', 'outside-root'],
    ['../shop-secrets/key.yaml', 'outside-root'],
    ['/etc/hostname', 'outside-root'],
    ['loop.yaml', 'unreadable'],
  ])('refuses %s: %s', (path, failure) => {
    expect(diskTree(root, { maxBytes: 1000 }).read(path)).toMatchObject({ failure });
  });

  it('lists what can be read, in code-unit order, without links that lead out or nowhere', () => {
    const tree = diskTree(root);
    expect(tree.list('').map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      '.git folder',
      'inside.yaml file',
      'orders folder',
    ]);
    expect(tree.list('outside')).toEqual([]);
    expect(tree.stat('outside')).toBe('missing');
    expect(tree.stat('orders')).toBe('folder');
  });

  it('keeps what it read once', () => {
    const tree = diskTree(root);
    const path = join(root, 'orders/changing.yaml');
    writeFileSync(path, 'a: 1');
    const before = tree.read('orders/changing.yaml');
    writeFileSync(path, 'a: 2');
    expect(tree.read('orders/changing.yaml')).toBe(before);
    rmSync(path);
  });
});

describe('findRoot', () => {
  it('is the nearest folder upward with .git, else the folder itself', () => {
    expect(findRoot(join(root, 'orders/template.yaml'))).toBe(root);
    expect(findRoot(join(root, 'orders/src'))).toBe(root);
    expect(findRoot(join(base, 'shop-secrets/key.yaml'))).toBe(join(base, 'shop-secrets'));
    expect(findRoot(join(base, 'nowhere'))).toBeUndefined();
  });
});
