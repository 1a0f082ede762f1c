import { describe, type Value } from '@leastwise/model';
import type { Estate } from '../estate.ts';

/** The path of a REST resource from its chain of parents: `/orders/{id}`. What is not known stands as `${…}`. */
export function pathOfResource(estate: Estate, resource: Value): string {
  const parts: string[] = [];
  const seen = new Set<string>();
  let current = resource;
  for (;;) {
    if (isRoot(estate, current)) break;
    const node = estate.get(estate.resolve(current, 'rest-resource')?.id, 'rest-resource');
    if (node === undefined || seen.has(node.id)) {
      parts.unshift(node === undefined ? describe(current) : '${?}');
      break;
    }
    seen.add(node.id);
    parts.unshift(describe(node.facet.part));
    current = node.facet.parent;
  }
  return `/${parts.join('/')}`;
}

function isRoot(estate: Estate, value: Value): boolean {
  if (value.kind !== 'reference') return false;
  return value.attribute === 'RootResourceId' || estate.get(value.node, 'rest-api') !== undefined;
}
