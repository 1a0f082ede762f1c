import type { NodeId } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';
import type { CodeFacts } from '../code/code-facts.ts';
import { permissionsOf, type FunctionPermissions } from './permissions-of.ts';

export interface PermissionFacts {
  /** What a function needs and holds; undefined when there is no such function. */
  of(functionId: NodeId): FunctionPermissions | undefined;
}

/** Each function when it is first asked for. */
export function permissionFacts(estate: Estate, code: CodeFacts): PermissionFacts {
  const known = new Map<NodeId, FunctionPermissions>();
  return {
    of(functionId) {
      const before = known.get(functionId);
      const subject = before === undefined ? estate.get(functionId, 'function') : undefined;
      if (subject === undefined) return before;
      const found = permissionsOf(estate, subject, code.of(functionId));
      known.set(functionId, found);
      return found;
    },
  };
}
