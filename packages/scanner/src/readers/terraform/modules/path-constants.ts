import type { Value } from '@leastwise/model';
import { known } from '../../cloudformation/values.ts';
import type { ModuleInstance } from './module-model.ts';

/** `path.module` and `terraform.workspace`. https://developer.hashicorp.com/terraform/language/expressions/references#filesystem-and-workspace-info */
export function constantOf(root: 'path' | 'terraform', name: string, module: ModuleInstance): Value | undefined {
  const at = { file: module.source.files[0] ?? '', start: 0, end: 0 };
  if (root === 'terraform') return name === 'workspace' ? module.around.workspace : undefined;
  if (name === 'module') return known(relativePath(module.rootFolder, module.folder), at);
  return name === 'root' || name === 'cwd' ? known('.', at) : undefined;
}

/** From one folder to another, as Terraform spells `path.module`. */
function relativePath(from: string, to: string): string {
  const left = from === '' ? [] : from.split('/');
  const right = to === '' ? [] : to.split('/');
  let same = 0;
  while (same < left.length && left[same] === right[same]) same++;
  return [...left.slice(same).map(() => '..'), ...right.slice(same)].join('/') || '.';
}
