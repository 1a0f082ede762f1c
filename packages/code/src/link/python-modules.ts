import type { SourceTree } from '@leastwise/model';
import { distributionOf } from './python-distributions.ts';
import { join, likelyFolders, parentOf, searchPath, type PythonLinkContext } from './python-search-path.ts';
import { isStandardModule } from './python-standard-library.ts';
import { isInstalled } from './python-vendored.ts';

export type { PythonLinkContext } from './python-search-path.ts';

export type PythonModule =
  | { readonly kind: 'file'; readonly file: string }
  /** A package; `file` is its `__init__.py`. Its modules are resolved as `package.module`. */
  | { readonly kind: 'folder'; readonly folder: string; readonly file: string }
  /** A package without `__init__.py`; nothing of it runs. */
  | { readonly kind: 'namespace'; readonly folder: string }
  /** Third-party code: `name` is what is imported first, `module` the whole specifier, `distribution` what is installed for it. */
  | { readonly kind: 'package'; readonly name: string; readonly module: string; readonly distribution: string }
  /** Of the standard library: `os.path`. */
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'missing'; readonly reason: 'outside-root' | 'no-file'; readonly message: string };

type Found = Extract<PythonModule, { readonly kind: 'file' | 'folder' | 'namespace' }>;

const caches = new WeakMap<SourceTree, Map<string, PythonModule>>();

/**
 * What an import leads to. `specifier` as `IrModule.imports` and `submodules` spell it: `orders.prices`, `..orders`, `.`. Remembered for
 * each tree.
 */
export function resolvePythonModule(
  tree: SourceTree,
  fromFile: string,
  specifier: string,
  context: PythonLinkContext = {},
): PythonModule {
  const cache = caches.get(tree) ?? new Map<string, PythonModule>();
  caches.set(tree, cache);
  const { codeRoot = '', layers = [], followPackages = false } = context;
  const key = [parentOf(fromFile), specifier, codeRoot, String(followPackages), ...layers].join('\0');
  const known = cache.get(key);
  if (known !== undefined) return known;
  const found = specifier.startsWith('.')
    ? resolveRelative(tree, fromFile, specifier)
    : resolveAbsolute(tree, fromFile, specifier, context);
  cache.set(key, found);
  return found;
}

/** One dot is the package of the file, each further one the package around it. */
function resolveRelative(tree: SourceTree, fromFile: string, specifier: string): PythonModule {
  const dots = /^\.+/.exec(specifier)?.[0].length ?? 1;
  const rest = specifier.slice(dots);
  let folder = parentOf(fromFile);
  for (let up = 1; up < dots; up++) {
    if (folder === '') {
      return { kind: 'missing', reason: 'outside-root', message: `\`${specifier}\` leads out of the root.` };
    }
    folder = parentOf(folder);
  }
  const found = rest === '' ? packageAt(tree, folder) : moduleIn(tree, folder, rest);
  return found ?? noFile(specifier);
}

function resolveAbsolute(
  tree: SourceTree,
  fromFile: string,
  specifier: string,
  context: PythonLinkContext,
): PythonModule {
  const first = specifier.split('.', 1)[0] ?? specifier;
  const path = searchPath(tree, context);
  const certain = firstModule(tree, path, specifier, first, context);
  if (certain?.kind === 'module') return certain.found;
  if (certain?.kind === 'installed') return thirdParty(specifier, first);
  if (isStandardModule(first)) return { kind: 'builtin', name: specifier };
  const near = likelyFolders(fromFile, context).filter((folder) => !path.includes(folder));
  const likely = firstModule(tree, near, specifier, first, context);
  if (likely?.kind === 'module') return likely.found;
  if (likely?.kind === 'installed') return thirdParty(specifier, first);
  const isOurs = certain !== undefined || likely !== undefined;
  return isOurs ? noFile(specifier) : thirdParty(specifier, first);
}

/**
 * As Python does: the first folder that has the package decides, and packages without `__init__.py` only where nothing else is
 * found. `broken`: the package is there, the module in it is not.
 */
function firstModule(
  tree: SourceTree,
  folders: readonly string[],
  specifier: string,
  first: string,
  context: PythonLinkContext,
): { readonly kind: 'module'; readonly found: Found } | { readonly kind: 'installed' | 'broken' } | undefined {
  let namespace: Found | undefined;
  let isBroken = false;
  for (const folder of folders) {
    const top = moduleIn(tree, folder, first);
    if (top === undefined) continue;
    if (context.followPackages !== true && isInstalled(tree, folder, first)) return { kind: 'installed' };
    const found = specifier === first ? top : moduleIn(tree, folder, specifier);
    if (top.kind === 'namespace') {
      if (found !== undefined && found.kind !== 'namespace') return { kind: 'module', found };
      if (holdsPython(tree, top.folder)) {
        namespace ??= found;
        isBroken = true;
      }
      continue;
    }
    return found === undefined ? { kind: 'broken' } : { kind: 'module', found };
  }
  if (namespace !== undefined) return { kind: 'module', found: namespace };
  return isBroken ? { kind: 'broken' } : undefined;
}

/** `a.b.c` below a folder. A package goes before a module of the same name. */
function moduleIn(tree: SourceTree, folder: string, dotted: string): Found | undefined {
  const names = dotted.split('.');
  if (names.some((name) => !/^[\p{ID_Start}_]\p{ID_Continue}*$/u.test(name))) return undefined;
  const path = join(folder, ...names);
  const init = join(path, '__init__.py');
  if (tree.stat(init) === 'file') return { kind: 'folder', folder: path, file: init };
  if (tree.stat(`${path}.py`) === 'file') return { kind: 'file', file: `${path}.py` };
  return tree.stat(path) === 'folder' ? { kind: 'namespace', folder: path } : undefined;
}

function packageAt(tree: SourceTree, folder: string): Found {
  const init = join(folder, '__init__.py');
  return tree.stat(init) === 'file' ? { kind: 'folder', folder, file: init } : { kind: 'namespace', folder };
}

/** A folder that only shares its name with a package (`docs`, `yaml`) is none. */
function holdsPython(tree: SourceTree, folder: string, depth = 2): boolean {
  return tree
    .list(folder)
    .some(({ name, kind }) =>
      kind === 'folder' ? depth > 0 && holdsPython(tree, join(folder, name), depth - 1) : name.endsWith('.py'),
    );
}

function thirdParty(specifier: string, name: string): PythonModule {
  return { kind: 'package', name, module: specifier, distribution: distributionOf(specifier) };
}

function noFile(specifier: string): PythonModule {
  return { kind: 'missing', reason: 'no-file', message: `No file was found for the module \`${specifier}\`.` };
}
