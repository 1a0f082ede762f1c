import { resolvePath, type SourceTree } from '@leastwise/model';
import { readJsonObject } from './javascript-json.ts';

/** A source stands before what was compiled from it, so that findings point to what people edit. */
const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx', '.json'] as const;

const sourcesOf: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
};

/** Folders that builds write to; what stands there has its source in `src` or beside. */
const builtFolder = /(^|\/)(?:dist|lib|build|out|\.build|output)(?=\/|$)/;

/** The file that a path without `./` and `..` means: itself, with an extension, its TypeScript source, or a folder's index. */
export function findFile(tree: SourceTree, path: string): string | undefined {
  return findPlainFile(tree, path) ?? findInFolder(tree, path);
}

function findPlainFile(tree: SourceTree, path: string): string | undefined {
  const compiled = /\.[cm]?jsx?$/.exec(path)?.[0];
  const bare = compiled === undefined ? path : path.slice(0, -compiled.length);
  const names = compiled === undefined ? [] : (sourcesOf[compiled] ?? []);
  const found = names.map((extension) => bare + extension).find((one) => tree.stat(one) === 'file');
  if (found !== undefined) return found;
  if (path !== '' && !path.endsWith('/') && tree.stat(path) === 'file') return path;
  return extensions.map((extension) => path + extension).find((one) => tree.stat(one) === 'file');
}

function findInFolder(tree: SourceTree, folder: string): string | undefined {
  if (tree.stat(folder) !== 'folder') return undefined;
  const prefix = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  const manifest = readJsonObject(tree, `${prefix}package.json`);
  for (const field of ['source', 'module', 'main']) {
    const target = manifest?.[field];
    const file = typeof target === 'string' ? findTarget(tree, folder, target) : undefined;
    if (file !== undefined) return file;
  }
  return findPlainFile(tree, `${prefix}index`);
}

/** The file that a package's manifest names, or the source that it is built from when it is not built. */
export function findTarget(tree: SourceTree, folder: string, target: string): string | undefined {
  const manifest = folder === '' ? 'package.json' : `${folder}/package.json`;
  const path = resolvePath(manifest, target);
  if (path === undefined) return undefined;
  const inside = folder === '' ? path : path.slice(folder.length + 1);
  const prefix = folder === '' ? '' : `${folder}/`;
  const candidates = [
    ...(builtFolder.test(inside)
      ? [inside.replace(builtFolder, '$1src'), inside.replace(builtFolder, '$1').replace(/^\//, '')]
      : []),
    inside,
  ].map((one) => prefix + one.replace(/\.d\.([cm]?)ts$/, '.$1js').replaceAll(/\/{2,}/g, '/'));
  for (const candidate of candidates) {
    const file =
      findPlainFile(tree, candidate) ?? (candidate === path ? undefined : findPlainFile(tree, `${candidate}/index`));
    if (file !== undefined) return file;
  }
  return tree.stat(path) === 'folder' ? findPlainFile(tree, `${path}/index`) : undefined;
}
