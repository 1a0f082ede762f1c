import { asText, type Value } from '@leastwise/model';
import type { TerraformArchive, TerraformInstance } from '../instance.ts';
import { argument as argumentAt, isNothing } from './argument.ts';
import { known, mapOf } from './read.ts';
import type { TranslationContext } from './translate-instances.ts';

/**
 * The code of a function or layer, as `Code` of a template that is not packaged yet: a path from the file, or the code itself.
 * Undefined when the argument is not written.
 */
export function codeOf(
  instance: TerraformInstance,
  argument: Value,
  context: Pick<TranslationContext, 'archiveOf' | 'pathOf'>,
): Value | undefined {
  if (isNothing(argument)) return undefined;
  const archive = context.archiveOf(argument);
  if (archive !== undefined) return fromArchive(archive, instance, argument);
  const path = context.pathOf(instance, argument);
  if (path !== undefined) return known(relativePath(instance.location.file, path), argument.origin);
  return argument;
}

function fromArchive(archive: TerraformArchive, instance: TerraformInstance, argument: Value): Value {
  if (archive.kind !== 'inline')
    return {
      ...argument,
      kind: 'known',
      value: relativePath(instance.location.file, archive.path),
      origin: argument.origin,
    };
  const file = fileOfHandler(archive.files, instance);
  if (file === undefined) return argument;
  const name = asText(file.name);
  const path = wholeFile(file.content);
  // `content = file("orders.py")` is the file itself, as long as the archive does not call it otherwise.
  if (path !== undefined && name !== undefined && basename(path) === basename(name))
    return known(relativePath(instance.location.file, path), argument.origin);
  return mapOf({ ZipFile: file.content, FileName: file.name }, archive.origin);
}

type InlineFile = Extract<TerraformArchive, { kind: 'inline' }>['files'][number];

/** Of several files the one that the handler names, else the first. */
function fileOfHandler(files: readonly InlineFile[], instance: TerraformInstance): InlineFile | undefined {
  const handler = asText(argumentAt(instance.body, 'handler')) ?? '';
  const module = handler.slice(0, Math.max(0, handler.lastIndexOf('.')));
  return files.find(({ name }) => (asText(name) ?? '').replace(/\.\w+$/, '') === module) ?? files[0];
}

/** The file whose whole text a value is, which evaluation notes as the place that it came through. */
function wholeFile(content: Value): string | undefined {
  if (content.kind !== 'known' || typeof content.value !== 'string') return undefined;
  const { length } = content.value;
  return content.via?.find(({ file, start, end }) => file !== content.origin.file && start === 0 && end === length)
    ?.file;
}

const basename = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** From the folder of a file to a path of the tree, as a template writes it. */
function relativePath(file: string, path: string): string {
  const from = file.split('/').slice(0, -1);
  const to = path === '' ? [] : path.split('/');
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  const relative = [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
  return relative === '' ? '.' : relative;
}
