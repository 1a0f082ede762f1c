import type { NodeId } from '@leastwise/model';
import type { Estate, NodeOf } from '../estate.ts';

/** The function behind the id of a function, alias or version. */
export function functionNamed(
  estate: Estate,
  id: NodeId | undefined,
): { readonly function: NodeOf<'function'>; readonly qualifier?: NodeId } | undefined {
  const direct = estate.get(id, 'function');
  if (direct !== undefined) return { function: direct };
  const qualifier = estate.get(id, 'function-alias') ?? estate.get(id, 'function-version');
  const behind = qualifier === undefined ? undefined : estate.functionOf(qualifier.facet.function);
  return behind === undefined || id === undefined ? undefined : { function: behind.function, qualifier: id };
}
