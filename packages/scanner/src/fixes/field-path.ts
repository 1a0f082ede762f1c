import type { AnyNode } from '../estate/estate.ts';
import { mappings } from '../estate/facets/index.ts';
import type { Field, Fields, Mapping } from '../estate/mapping.ts';
import { stepsOf } from './dialects/path-row.ts';
import type { Path } from './text/set-path.ts';

/**
 * The CloudFormation path of a field of a facet: `publicAccessBlock.blockAcls` of a bucket is
 * `PublicAccessBlockConfiguration.BlockPublicAcls`. A number picks an item of a list, and what follows a field that is read
 * whole is a property of CloudFormation itself. Undefined where the facet has no such field.
 */
export function fieldPath(node: AnyNode, field: string): Path | undefined {
  let fields: Fields | undefined = (mappings as readonly Mapping[]).find((table) => table.kind === node.kind)?.fields;
  const path: (string | number)[] = [];
  for (const step of stepsOf(field)) {
    if (typeof step === 'number') {
      path.push(step);
      continue;
    }
    if (fields === undefined) {
      path.push(step);
      continue;
    }
    const found: Field<unknown> | undefined = Object.hasOwn(fields, step) ? fields[step] : undefined;
    if (found === undefined) return undefined;
    path.push(...stepsOf(found.path));
    fields = found.fields;
  }
  return path;
}
