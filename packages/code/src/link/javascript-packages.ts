import type { SourceTree } from '@leastwise/model';
import { findFile, findTarget } from './javascript-files.ts';
import { objectOf, readJsonObject } from './javascript-json.ts';

/** `@aws-sdk/client-s3/dist` → its package and the rest. */
export function splitSpecifier(specifier: string): { readonly name: string; readonly subpath: string } {
  const parts = specifier.split('/');
  const length = specifier.startsWith('@') ? 2 : 1;
  return { name: parts.slice(0, length).join('/'), subpath: parts.slice(length).join('/') };
}

/** The nearest folder at or above a file that has a `package.json`. */
export function packageFolder(tree: SourceTree, file: string): string | undefined {
  return foldersAbove(file).find((folder) => tree.stat(join(folder, 'package.json')) === 'file');
}

/** The folders around a file, the nearest first, the root (`''`) last. */
export function foldersAbove(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join('/')), ''];
}

export function join(folder: string, name: string): string {
  return folder === '' ? name : name === '' ? folder : `${folder}/${name}`;
}

/** The file that a package of the tree gives for `import 'name/subpath'`. */
export function findInPackage(tree: SourceTree, folder: string, subpath: string): string | undefined {
  const manifest = readJsonObject(tree, join(folder, 'package.json'));
  for (const target of mappedTargets(manifest?.['exports'], subpath === '' ? '.' : `./${subpath}`)) {
    const file = findTarget(tree, folder, target);
    if (file !== undefined) return file;
  }
  const file = findFile(tree, join(folder, subpath));
  if (file !== undefined) return file;
  // The manifest names what a build makes: the source stands where sources do.
  return findFile(tree, join(folder, join('src', subpath)));
}

/** What `imports` of the nearest manifest says of `#name`: paths in the package, or names of other packages. */
export function importTargets(tree: SourceTree, folder: string, specifier: string): readonly string[] {
  return mappedTargets(readJsonObject(tree, join(folder, 'package.json'))?.['imports'], specifier);
}

/** The targets of a key in `exports` or `imports`, the likeliest first, with `*` filled in. */
function mappedTargets(map: unknown, key: string): readonly string[] {
  const object = objectOf(map);
  const isWhole =
    object === undefined || !Object.keys(object).some((one) => one.startsWith('.') || one.startsWith('#'));
  if (isWhole) return key === '.' ? conditionTargets(map) : [];
  if (Object.hasOwn(object, key)) return conditionTargets(object[key]);
  const pattern = Object.keys(object)
    .filter((one) => matchesPattern(one, key))
    .sort((one, other) => other.indexOf('*') - one.indexOf('*'))[0];
  if (pattern === undefined) return [];
  const star = pattern.indexOf('*');
  const filling = key.slice(star, key.length - (pattern.length - star - 1));
  return conditionTargets(object[pattern]).map((target) => target.replaceAll('*', () => filling));
}

function matchesPattern(pattern: string, key: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return false;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return key.length >= pattern.length - 1 && key.startsWith(before) && key.endsWith(after);
}

/** Conditions in the order in which they lead to sources; types last, because they may stand beside a source. */
const conditions = ['source', 'import', 'module', 'node', 'require', 'default', 'types'];

function conditionTargets(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') return [value];
  if (depth > 5) return [];
  if (Array.isArray(value)) return value.flatMap((one) => conditionTargets(one, depth + 1));
  const object = objectOf(value);
  if (object === undefined) return [];
  const others = Object.keys(object).filter((one) => !conditions.includes(one));
  const known = conditions.filter((one) => Object.hasOwn(object, one));
  return [...known.slice(0, 1), ...others, ...known.slice(1)].flatMap((one) =>
    conditionTargets(object[one], depth + 1),
  );
}
