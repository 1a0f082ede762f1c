import type { SourceTree } from '@leastwise/model';
import { distributionOf, normalisedDistribution } from './python-distributions.ts';
import { join } from './python-search-path.ts';

const caches = new WeakMap<SourceTree, Map<string, ReadonlySet<string>>>();

/** Whether a module that stands in `folder` was installed there and not written: `pip install -t` leaves a `.dist-info` beside it. */
export function isInstalled(tree: SourceTree, folder: string, name: string): boolean {
  if (/(^|\/)(site-packages|dist-packages|\.venv|venv|__pypackages__)(\/|$)/.test(folder)) return true;
  const installed = installedIn(tree, folder);
  return installed.has(name) || installed.has(`distribution ${normalisedDistribution(distributionOf(name))}`);
}

function installedIn(tree: SourceTree, folder: string): ReadonlySet<string> {
  const cache = caches.get(tree) ?? new Map<string, ReadonlySet<string>>();
  caches.set(tree, cache);
  const known = cache.get(folder);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (const { name, kind } of tree.list(folder)) {
    const found = kind === 'folder' ? /^(.+?)-[^-]+(?:-py[\d.]+)?\.(?:dist|egg)-info$/.exec(name) : null;
    if (found?.[1] === undefined) continue;
    names.add(`distribution ${normalisedDistribution(found[1])}`);
    const topLevel = tree.read(join(folder, name, 'top_level.txt'));
    if ('text' in topLevel) for (const line of topLevel.text.split(/\s+/)) names.add(line);
  }
  cache.set(folder, names);
  return names;
}
