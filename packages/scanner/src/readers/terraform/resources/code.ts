import type { Value } from '@leastwise/model';
import type { TerraformArchive, TerraformInstance } from '../instance.ts';
import { isNothing } from './argument.ts';
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
  // A function reads its handler from one file; of several the first is shown.
  const [first] = archive.files;
  return first === undefined ? argument : mapOf({ ZipFile: first.content }, archive.origin);
}

/** From the folder of a file to a path of the tree, as a template writes it. */
function relativePath(file: string, path: string): string {
  const from = file.split('/').slice(0, -1);
  const to = path === '' ? [] : path.split('/');
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  const relative = [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
  return relative === '' ? '.' : relative;
}
