import { resolvePath, type SourceTree } from '@leastwise/model';
import { readJson } from '../syntax/read-json.ts';
import { child } from '../syntax/syntax-node.ts';

export interface Asset {
  /** From the root. */
  readonly path: string;
  readonly isImage: boolean;
}

/** The asset manifest beside a template: content hash → the folder or file that is uploaded under that name. */
export function readAssets(tree: SourceTree, file: string): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  const read = tree.read(file);
  if ('failure' in read) return assets;
  const { root } = readJson(read.text, file);
  for (const [section, key] of [
    ['files', 'path'],
    ['dockerImages', 'directory'],
  ] as const) {
    const entries = child(root, section);
    if (entries?.kind !== 'map') continue;
    for (const entry of entries.entries) {
      const path = child(child(entry.value, 'source'), key);
      const found = path?.kind === 'scalar' ? resolvePath(file, path.text) : undefined;
      if (found !== undefined) assets.set(entry.key, { path: found, isImage: section === 'dockerImages' });
    }
  }
  return assets;
}

/** The asset that an S3 key, an image URI or a template URL names by its content hash. */
export function assetIn(text: string, assets: ReadonlyMap<string, Asset>): Asset | undefined {
  for (const [hash] of text.matchAll(/[0-9a-f]{32,64}/g)) {
    const asset = assets.get(hash);
    if (asset !== undefined) return asset;
  }
  return undefined;
}
