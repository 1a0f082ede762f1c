import { asList, asText, member } from '@leastwise/model';
import type { NodeOf } from '../../estate/estate.ts';
import { metadataText } from './metadata-text.ts';
import { joinPath } from './handler-search.ts';

/**
 * The entry points from which `sam build` bundles the module of a handler. One entry point becomes `<base name>.js` at the
 * top; several keep their folders below the deepest one that they have in common.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-using-build-typescript.html
 */
export function esbuildEntries(node: NodeOf<'function'>, root: string, module: string): readonly string[] {
  if (metadataText(node, 'BuildMethod') !== 'esbuild' || node.metadata === undefined) return [];
  const written = asList(member(node.metadata, 'BuildProperties', 'EntryPoints')) ?? [];
  const entries = written
    .map(asText)
    .filter((entry) => entry !== undefined)
    .map((entry) => joinPath(entry));
  const folder = commonFolder(entries);
  const name = module.slice(module.lastIndexOf('/') + 1);
  const exact = entries.filter((entry) => withoutExtension(entry.slice(folder.length)) === module);
  const byName = entries.filter((entry) => withoutExtension(entry.slice(entry.lastIndexOf('/') + 1)) === name);
  const fitting = exact.length > 0 ? exact : byName.length === 1 ? byName : [];
  return fitting.flatMap((entry) => [joinPath(root, entry), joinPath(root, withoutExtension(entry))]);
}

function commonFolder(entries: readonly string[]): string {
  const folders = entries.map((entry) => entry.split('/').slice(0, -1));
  const first = folders[0] ?? [];
  let depth = 0;
  while (depth < first.length && folders.every((folder) => folder[depth] === first[depth])) depth++;
  return depth === 0 ? '' : `${first.slice(0, depth).join('/')}/`;
}

function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/, '');
}
