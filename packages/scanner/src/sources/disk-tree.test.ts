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

  it('lists in code-unit order, and tells links from what stands there itself', () => {
    const tree = diskTree(root);
    expect(tree.list('')).toEqual([
      { name: '.git', kind: 'folder' },
      { name: 'inside.yaml', kind: 'file', linked: true },
      { name: 'loop.yaml', kind: 'dead-link' },
      { name: 'orders', kind: 'folder' },
      { name: 'outside', kind: 'dead-link' },
      { name: 'outside.yaml', kind: 'dead-link' },
    ]);
    expect(tree.list('orders')).toContainEqual({ name: 'again', kind: 'folder', linked: true });
    expect(tree.list('outside')).toEqual([]);
    expect(tree.stat('outside')).toBe('missing');
    expect(tree.stat('orders')).toBe('folder');
  });

  it.each(['outside.yaml', 'outside/key.yaml', 'loop.yaml'])('refuses %s also after a listing', (path) => {
    const tree = diskTree(root);
    tree.list('');
    tree.list('orders');
    expect(tree.read(path)).toHaveProperty('failure');
    expect(tree.read('inside.yaml')).toHaveProperty('text');
    expect(tree.read('orders/again/template.yaml')).toHaveProperty('text');
  });

  it('does not follow a link that took the place of a file after the listing', () => {
    const tree = diskTree(root);
    const path = join(root, 'orders/swapped.yaml');
    writeFileSync(path, 'a: 1');
    tree.list('orders');
    rmSync(path);
    symlinkSync(join(base, 'shop-secrets/key.yaml'), path);
    expect(tree.read('orders/swapped.yaml')).toHaveProperty('failure');
    rmSync(path);
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
