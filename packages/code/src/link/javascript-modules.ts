import { resolvePath, type SourceTree } from '@leastwise/model';
import { builtinName } from './javascript-builtins.ts';
import { findFile, findTarget } from './javascript-files.ts';
import { readJsonObject } from './javascript-json.ts';
import {
  findInPackage,
  foldersAbove,
  importTargets,
  join,
  packageFolder,
  splitSpecifier,
} from './javascript-packages.ts';
import { configuredPaths } from './javascript-paths.ts';
import { workspaceFolder } from './javascript-workspaces.ts';

export interface JavaScriptLinkContext {
  /** The folder that is shipped as `/var/task`. */
  readonly codeRoot?: string;
  /** Folders that are shipped as `/opt`, in the order of the layers. */
  readonly layers?: readonly string[];
  /** Lead into packages that stand in `node_modules` of the tree; otherwise they are known by name only. */
  readonly followPackages?: boolean;
}

export type JavaScriptModule =
  | { readonly kind: 'file'; readonly file: string }
  /** Data: the import is the parsed object. */
  | { readonly kind: 'json'; readonly file: string }
  | { readonly kind: 'package'; readonly name: string; readonly subpath: string }
  /** Without `node:`; `fs/promises` as it is. */
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'missing'; readonly reason: 'outside-root' | 'no-file' | 'not-code'; readonly message: string };

const caches = new WeakMap<SourceTree, Map<string, JavaScriptModule>>();

/** What an import or `require` in a file leads to. Remembered for each tree. */
export function resolveJavaScriptModule(
  tree: SourceTree,
  fromFile: string,
  specifier: string,
  context: JavaScriptLinkContext = {},
): JavaScriptModule {
  const cache = caches.get(tree) ?? new Map<string, JavaScriptModule>();
  caches.set(tree, cache);
  const { codeRoot = '', layers = [], followPackages = false } = context;
  const folder = fromFile.slice(0, fromFile.lastIndexOf('/') + 1);
  const key = [folder, specifier, codeRoot, String(followPackages), ...layers].join('\0');
  const known = cache.get(key);
  if (known !== undefined) return known;
  const found = resolve(tree, fromFile, specifier.replace(/[?!].*$/s, ''), context, 0);
  cache.set(key, found);
  return found;
}

function resolve(
  tree: SourceTree,
  fromFile: string,
  specifier: string,
  context: JavaScriptLinkContext,
  depth: number,
): JavaScriptModule {
  const builtin = builtinName(specifier);
  if (builtin !== undefined) return { kind: 'builtin', name: builtin };
  if (/^\.{1,2}(\/|$)/.test(specifier)) {
    const path = resolvePath(fromFile, specifier);
    if (path === undefined) return missing('outside-root', specifier, 'leads out of the root');
    return fileAt(tree, specifier, [path]);
  }
  if (specifier.startsWith('/')) return fileAt(tree, specifier, deployedPaths(specifier, context));
  if (specifier === '' || /^[a-z][a-z\d+.-]*:/i.test(specifier)) {
    return missing('not-code', specifier, 'is no module of this repository');
  }
  if (specifier.startsWith('#')) {
    const inner = resolvePrivate(tree, fromFile, specifier, context, depth);
    if (inner !== undefined) return inner;
  }
  const configured = configuredPaths(tree, fromFile, specifier).map((path) => findFile(tree, path));
  const file = configured.find((one) => one !== undefined);
  if (file !== undefined) return asModule(file, specifier);
  return resolvePackage(tree, fromFile, specifier, context);
}

/** `/var/task/…` and `/opt/…`, as the function sees them when it runs. */
function deployedPaths(specifier: string, context: JavaScriptLinkContext): readonly string[] {
  const { codeRoot = '', layers = [] } = context;
  const own = /^\/var\/task\/(.*)$/s.exec(specifier)?.[1];
  if (own !== undefined) return pathsIn(codeRoot, [own]);
  const inLayer = /^\/opt\/(.*)$/s.exec(specifier)?.[1];
  if (inLayer === undefined) return [];
  // A layer that SAM builds has its content put into `nodejs`.
  const names = inLayer.startsWith('nodejs/') ? [inLayer, inLayer.slice('nodejs/'.length)] : [inLayer];
  return layers.flatMap((layer) => pathsIn(layer, names));
}

function pathsIn(folder: string, names: readonly string[]): readonly string[] {
  return names
    .map((name) => resolvePath(folder === '' ? '' : `${folder}/`, name))
    .filter((path) => path !== undefined && (folder === '' || path.startsWith(`${folder}/`)))
    .filter((path) => path !== undefined);
}

function resolvePrivate(
  tree: SourceTree,
  fromFile: string,
  specifier: string,
  context: JavaScriptLinkContext,
  depth: number,
): JavaScriptModule | undefined {
  const folder = packageFolder(tree, fromFile);
  if (folder === undefined || depth > 3) return undefined;
  for (const target of importTargets(tree, folder, specifier)) {
    if (!target.startsWith('.')) return resolve(tree, fromFile, target, context, depth + 1);
    const file = findTarget(tree, folder, target);
    if (file !== undefined) return asModule(file, specifier);
  }
  return undefined;
}

function resolvePackage(
  tree: SourceTree,
  fromFile: string,
  specifier: string,
  context: JavaScriptLinkContext,
): JavaScriptModule {
  const { name, subpath } = splitSpecifier(specifier);
  const folder = ownPackage(tree, fromFile, name) ?? workspaceFolder(tree, fromFile, name);
  if (folder !== undefined) {
    const file = findInPackage(tree, folder, subpath);
    return file === undefined
      ? missing('no-file', specifier, 'has no source in its workspace')
      : asModule(file, specifier);
  }
  if (context.followPackages === true) {
    const installed = installedFolder(tree, fromFile, name, context.layers ?? []);
    const file = installed === undefined ? undefined : findInPackage(tree, installed, subpath);
    if (file !== undefined) return asModule(file, specifier);
  }
  return { kind: 'package', name, subpath };
}

/** A package may import itself by its name. */
function ownPackage(tree: SourceTree, fromFile: string, name: string): string | undefined {
  const folder = packageFolder(tree, fromFile);
  if (folder === undefined) return undefined;
  return readJsonObject(tree, join(folder, 'package.json'))?.['name'] === name ? folder : undefined;
}

function installedFolder(
  tree: SourceTree,
  fromFile: string,
  name: string,
  layers: readonly string[],
): string | undefined {
  const around = foldersAbove(fromFile).map((folder) => join(folder, 'node_modules'));
  const inLayers = layers.flatMap((layer) => [join(layer, 'nodejs/node_modules'), join(layer, 'node_modules')]);
  return [...around, ...inLayers].map((folder) => join(folder, name)).find((folder) => tree.stat(folder) === 'folder');
}

function fileAt(tree: SourceTree, specifier: string, paths: readonly string[]): JavaScriptModule {
  for (const path of paths) {
    const file = findFile(tree, path);
    if (file !== undefined) return asModule(file, specifier);
  }
  return missing('no-file', specifier, 'has no file in this repository');
}

function asModule(file: string, specifier: string): JavaScriptModule {
  if (/\.json$/i.test(file)) return { kind: 'json', file };
  if (/\.([cm]?[jt]s|[jt]sx)$/i.test(file) && !/\.d\.[cm]?ts$/i.test(file)) return { kind: 'file', file };
  return missing('not-code', specifier, 'is a file of another kind than code or JSON');
}

function missing(reason: 'outside-root' | 'no-file' | 'not-code', specifier: string, why: string): JavaScriptModule {
  return { kind: 'missing', reason, message: `The module ${JSON.stringify(specifier)} ${why}.` };
}
