import { resolvePath } from '@leastwise/model';
import { plainText } from '../../evaluate/functions/call.ts';
import { pathInTree } from '../../evaluate/functions/file.ts';
import type { TerraformArchive } from '../../instance.ts';
import { asList, member } from '@leastwise/model';
import type { ResourceInstance } from '../resource-instance.ts';
import type { DataAttribute } from './index.ts';

/** The paths of an archive are as written; its hashes hang on what a build makes. */
export const archiveAttribute: DataAttribute = (instance, name, at) => {
  // A reference to the archive itself leads to the code, so its path stays one.
  if (name !== 'output_path' && instance.argument(name) !== undefined) return undefined;
  return { kind: 'reference', node: instance.about.id, attribute: name, origin: at };
};

/** What an `archive_file` packs. https://registry.terraform.io/providers/hashicorp/archive/latest/docs/data-sources/file */
export function archiveContent(instance: ResourceInstance): TerraformArchive | undefined {
  const origin = instance.body().origin;
  const { session, rootFolder } = instance.scope.module;
  for (const [argument, kind] of [
    ['source_dir', 'folder'],
    ['source_file', 'file'],
  ] as const) {
    const value = instance.argument(argument);
    if (value === undefined) continue;
    const written = plainText(session.lookThrough(value));
    const path = written === undefined ? undefined : pathInTree(written, rootFolder);
    return path === undefined ? undefined : { kind, path: resolvePath('x', path) ?? path, origin: value.origin };
  }
  const content = instance.argument('source_content');
  const name = instance.argument('source_content_filename');
  if (content !== undefined && name !== undefined)
    return { kind: 'inline', files: [{ name, content }], origin: content.origin };
  const sources = asList(member(instance.body(), 'source')) ?? [];
  if (sources.length === 0) return undefined;
  return {
    kind: 'inline',
    files: sources.map((source) => ({ name: member(source, 'filename'), content: member(source, 'content') })),
    origin,
  };
}
