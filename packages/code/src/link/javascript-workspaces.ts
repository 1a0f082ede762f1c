import type { SourceTree } from '@leastwise/model';
import { objectOf, readJsonObject, textsOf } from './javascript-json.ts';
import { foldersAbove, join } from './javascript-packages.ts';

const caches = new WeakMap<SourceTree, Map<string, ReadonlyMap<string, string>>>();

/** The folder of a package that stands in the same workspace (npm, yarn, pnpm, lerna) as the file. */
export function workspaceFolder(tree: SourceTree, fromFile: string, name: string): string | undefined {
  for (const folder of foldersAbove(fromFile)) {
    const found = workspacePackages(tree, folder).get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The packages of the workspace whose root is this very folder, by name. */
function workspacePackages(tree: SourceTree, root: string): ReadonlyMap<string, string> {
  const cache = caches.get(tree) ?? new Map<string, ReadonlyMap<string, string>>();
  caches.set(tree, cache);
  const known = cache.get(root);
  if (known !== undefined) return known;
  const packages = new Map<string, string>();
  for (const folder of workspaceFolders(tree, root, workspacePatterns(tree, root))) {
    const name = readJsonObject(tree, join(folder, 'package.json'))?.['name'];
    if (typeof name === 'string' && !packages.has(name)) packages.set(name, folder);
  }
  cache.set(root, packages);
  return packages;
}

function workspacePatterns(tree: SourceTree, root: string): readonly string[] {
  const workspaces = readJsonObject(tree, join(root, 'package.json'))?.['workspaces'];
  return [
    ...textsOf(workspaces),
    ...textsOf(objectOf(workspaces)?.['packages']),
    ...pnpmPatterns(tree, join(root, 'pnpm-workspace.yaml')),
    ...textsOf(readJsonObject(tree, join(root, 'lerna.json'))?.['packages']),
  ];
}

/** The list under `packages:`; nothing else of the file matters here, and people write it in this one shape. */
function pnpmPatterns(tree: SourceTree, path: string): readonly string[] {
  if (tree.stat(path) !== 'file') return [];
  const read = tree.read(path);
  if (!('text' in read)) return [];
  const lines = read.text.split(/\r?\n/);
  const start = lines.findIndex((line) => /^packages\s*:/.test(line));
  const patterns: string[] = [];
  for (const line of start < 0 ? [] : lines.slice(start + 1)) {
    const item = /^\s*-\s*(?:'([^']*)'|"([^"]*)"|([^#\s]+))/.exec(line);
    if (item) patterns.push(item[1] ?? item[2] ?? item[3] ?? '');
    else if (/^\S/.test(line) && !line.startsWith('#')) break;
  }
  return patterns;
}

const mostFolders = 5_000;

/** The folders that patterns such as `packages/*` and `!packages/old` name, in the order of the patterns. */
function workspaceFolders(tree: SourceTree, root: string, patterns: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const pattern of patterns) {
    const isExcluded = pattern.startsWith('!');
    const parts = pattern
      .replace(/^!/, '')
      .replace(/^\.\//, '')
      .split('/')
      .filter((part) => part !== '');
    const folders = expand(tree, root, parts);
    for (const folder of folders) {
      if (isExcluded) found.delete(folder);
      else if (found.size < mostFolders) found.add(folder);
    }
  }
  return [...found];
}

function expand(tree: SourceTree, root: string, parts: readonly string[]): readonly string[] {
  let folders: readonly string[] = [root];
  for (const part of parts) {
    if (part === '..') return [];
    if (part === '**') folders = withAllBelow(tree, folders);
    else if (part.includes('*')) {
      const matches = wildcard(part);
      folders = folders.flatMap((folder) =>
        children(tree, folder).filter((one) => matches(one.split('/').at(-1) ?? '')),
      );
    } else folders = folders.map((folder) => join(folder, part)).filter((one) => tree.stat(one) === 'folder');
    folders = folders.slice(0, mostFolders);
  }
  return folders;
}

/** The folders and all in them; each once, and no more than a workspace has. */
function withAllBelow(tree: SourceTree, folders: readonly string[]): readonly string[] {
  const all = new Set(folders);
  for (const folder of all) {
    if (all.size >= mostFolders) break;
    for (const child of children(tree, folder)) all.add(child);
  }
  return [...all];
}

function children(tree: SourceTree, folder: string): readonly string[] {
  return tree
    .list(folder)
    .filter((entry) => entry.kind === 'folder' && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .map((entry) => join(folder, entry.name));
}

/** One part of a path with `*` in it; compared piece by piece, so that many stars cost no more than one. */
function wildcard(part: string): (name: string) => boolean {
  const pieces = part.split('*');
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  return (name) => {
    if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
    let from = first.length;
    for (const piece of pieces.slice(1, -1)) {
      const at = name.indexOf(piece, from);
      if (at < 0) return false;
      from = at + piece.length;
    }
    return from <= name.length - last.length;
  };
}
