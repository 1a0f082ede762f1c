import { resolvePath, type SourceTree } from '@leastwise/model';
import { objectOf, readJsonObject, textsOf, type JsonObject } from './javascript-json.ts';
import { foldersAbove, join } from './javascript-packages.ts';

/** What `tsconfig.json` or `jsconfig.json` says about names: paths from the root that a specifier may mean. */
interface PathRules {
  readonly baseUrl: string | undefined;
  /** The folder that `paths` are relative to. */
  readonly pathsFrom: string;
  readonly paths: JsonObject | undefined;
}

const caches = new WeakMap<SourceTree, Map<string, PathRules | undefined>>();

/** The paths that a bare specifier may mean by the configuration nearest to the file, in order. */
export function configuredPaths(tree: SourceTree, fromFile: string, specifier: string): readonly string[] {
  for (const folder of foldersAbove(fromFile)) {
    const rules = rulesIn(tree, folder);
    if (rules !== undefined) return candidates(rules, specifier);
  }
  return [];
}

function candidates(rules: PathRules, specifier: string): readonly string[] {
  const { paths, pathsFrom, baseUrl } = rules;
  const patterns = Object.keys(paths ?? {})
    .filter((pattern) => matches(pattern, specifier))
    // An exact name first, then the longest beginning.
    .sort((one, other) => prefixLength(other) - prefixLength(one));
  const [pattern] = patterns;
  const targets = pattern === undefined ? [] : textsOf(paths?.[pattern]);
  const star = pattern?.indexOf('*') ?? -1;
  const filling =
    pattern === undefined || star < 0 ? '' : specifier.slice(star, specifier.length - (pattern.length - star - 1));
  return [
    ...targets.map((target) =>
      resolvePath(
        `${pathsFrom}/`.replace(/^\//, ''),
        target.replaceAll('*', () => filling),
      ),
    ),
    ...(baseUrl === undefined ? [] : [resolvePath(`${baseUrl}/`.replace(/^\//, ''), specifier)]),
  ].filter((path) => path !== undefined);
}

function prefixLength(pattern: string): number {
  const star = pattern.indexOf('*');
  return star < 0 ? Number.MAX_SAFE_INTEGER : star;
}

function matches(pattern: string, specifier: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === specifier;
  const after = pattern.slice(star + 1);
  return (
    specifier.length >= pattern.length - 1 && specifier.startsWith(pattern.slice(0, star)) && specifier.endsWith(after)
  );
}

function rulesIn(tree: SourceTree, folder: string): PathRules | undefined {
  const cache = caches.get(tree) ?? new Map<string, PathRules | undefined>();
  caches.set(tree, cache);
  if (!cache.has(folder)) {
    const file = ['tsconfig.json', 'jsconfig.json']
      .map((name) => join(folder, name))
      .find((one) => tree.stat(one) === 'file');
    const rules = file === undefined ? undefined : readRules(tree, file, 0);
    const saysAnything = rules?.baseUrl !== undefined || rules?.paths !== undefined;
    cache.set(folder, saysAnything ? rules : undefined);
  }
  return cache.get(folder);
}

const longestChain = 10;

/** The rules of a configuration and of what it extends; a later one replaces an earlier one as a whole. */
function readRules(tree: SourceTree, file: string, depth: number): PathRules {
  const config = readJsonObject(tree, file);
  let rules: PathRules = { baseUrl: undefined, pathsFrom: '', paths: undefined };
  if (config === undefined || depth > longestChain) return rules;
  const parents = typeof config['extends'] === 'string' ? [config['extends']] : textsOf(config['extends']);
  for (const parent of parents) {
    const path = extendedFile(tree, file, parent);
    if (path === undefined) continue;
    const inherited = readRules(tree, path, depth + 1);
    rules = {
      baseUrl: inherited.baseUrl ?? rules.baseUrl,
      ...(inherited.paths === undefined ? { paths: rules.paths, pathsFrom: rules.pathsFrom } : inherited),
    } as PathRules;
  }
  const options = objectOf(config['compilerOptions']);
  const written = options?.['baseUrl'];
  const baseUrl = typeof written === 'string' ? resolvePath(file, written) : undefined;
  const paths = objectOf(options?.['paths']);
  const folder = file.split('/').slice(0, -1).join('/');
  return {
    baseUrl: baseUrl ?? rules.baseUrl,
    ...(paths === undefined
      ? { paths: rules.paths, pathsFrom: rules.pathsFrom }
      : { paths, pathsFrom: baseUrl ?? rules.baseUrl ?? folder }),
  };
}

/** Only configurations of the tree; one of a package says nothing about the names in this repository. */
function extendedFile(tree: SourceTree, file: string, parent: string): string | undefined {
  if (!parent.startsWith('.')) return undefined;
  const path = resolvePath(file, parent);
  return path === undefined ? undefined : [path, `${path}.json`].find((one) => tree.stat(one) === 'file');
}
