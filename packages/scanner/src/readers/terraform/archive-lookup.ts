import { asList, member, resolvePath, type SourceRange, type Value } from '@leastwise/model';
import { decodeText } from './evaluate/encoded-text.ts';
import { plainText } from './evaluate/functions/call.ts';
import { pathInTree } from './evaluate/functions/file.ts';
import type { Session } from './evaluate/scope.ts';
import type { TerraformArchive } from './instance.ts';
import { archiveContent } from './modules/data-sources/archive-file.ts';
import type { ResourceInstance } from './modules/resource-instance.ts';

/** Finds the code behind an argument that names an archive, by reference or by equal path or key. */
export function archiveLookup(
  instances: readonly ResourceInstance[],
  session: Session,
): (value: Value, rootFolder: string) => TerraformArchive | undefined {
  const byId = new Map(instances.map((instance) => [instance.about.id, instance]));
  const archives = instances.filter(({ about }) => about.type === 'archive_file');
  const objects = instances.filter(
    ({ about }) => about.type === 'aws_s3_object' || about.type === 'aws_s3_bucket_object',
  );

  const byText = (
    text: string,
    origin: SourceRange,
    rootFolder: string,
    depth: number,
  ): TerraformArchive | undefined => {
    const path = normal(text, rootFolder);
    for (const archive of archives) {
      const output = textOfArgument(archive, 'output_path', session);
      if (output !== undefined && path !== undefined && normal(output, rootFolder) === path)
        return archiveContent(archive);
    }
    for (const object of objects) {
      if (textOfArgument(object, 'key', session) === text) return ofObject(object, rootFolder, depth + 1);
    }
    return path !== undefined && session.tree.stat(path) === 'file' ? { kind: 'archive', path, origin } : undefined;
  };
  const ofObject = (object: ResourceInstance, rootFolder: string, depth: number): TerraformArchive | undefined => {
    const source = object.argument('source');
    return source === undefined ? undefined : find(source, rootFolder, depth + 1);
  };
  const find = (value: Value, rootFolder: string, depth: number): TerraformArchive | undefined => {
    if (depth > 5) return undefined;
    if (value.kind === 'choice')
      return find(value.options[0]?.value ?? { kind: 'absent', origin: value.origin }, rootFolder, depth + 1);
    const instance = value.kind === 'reference' ? byId.get(value.node) : undefined;
    if (instance?.about.type === 'archive_file') return archiveContent(instance);
    if (instance?.about.type === 'external') return packedByProgram(instance, session);
    if (instance !== undefined && objects.includes(instance)) return ofObject(instance, rootFolder, depth);
    const text = plainText(session.lookThrough(value));
    return text === undefined ? undefined : byText(text, value.origin, rootFolder, depth);
  };
  return (value, rootFolder) => find(value, rootFolder, 0);
}

/** The lambda module packs with a program of its own, which it tells the source as JSON; the program is not run. */
function packedByProgram(instance: ResourceInstance, session: Session): TerraformArchive | undefined {
  const written = member(instance.argument('query') ?? instance.body(), 'source_path');
  const source = written.kind === 'absent' ? undefined : (decodeText(written) ?? decodeJsonText(written));
  const path = source === undefined ? plainText(session.lookThrough(written)) : firstPath(source, session);
  const inTree = path === undefined ? undefined : pathInTree(path, instance.scope.module.rootFolder);
  if (inTree === undefined) return undefined;
  const kind = session.tree.stat(inTree) === 'file' ? 'file' : 'folder';
  return { kind, path: inTree, origin: written.origin };
}

/** `jsonencode` of a text is a text in quotes. */
function decodeJsonText(value: Value): Value | undefined {
  const text = plainText(value);
  return text?.startsWith('"') === true && text.endsWith('"') && value.kind === 'known'
    ? { ...value, value: text.slice(1, -1) }
    : undefined;
}

/** A source is a path, a map with a path, or a list of these. */
function firstPath(source: Value, session: Session): string | undefined {
  const [first = source] = asList(source) ?? [];
  return plainText(session.lookThrough(first)) ?? plainText(session.lookThrough(member(first, 'path')));
}

function textOfArgument(instance: ResourceInstance, name: string, session: Session): string | undefined {
  const value = instance.argument(name);
  return value === undefined ? undefined : plainText(session.lookThrough(value));
}

function normal(path: string, rootFolder: string): string | undefined {
  const inTree = pathInTree(path, rootFolder);
  return inTree === undefined ? undefined : resolvePath('x', inTree);
}
