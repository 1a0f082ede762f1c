import { containsActionPattern } from '@leastwise/iam';
import type { NodeId } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import type { CodeFacts } from '../code/code-facts.ts';
import type { Excess } from './grants.ts';
import { permissionsOf, type FunctionPermissions } from './permissions-of.ts';
import { unneededByRole, type RoleExcess, type UnknownExcess } from './unneeded-by-role.ts';

export interface PermissionFacts {
  /** What a function needs and holds; undefined when there is no such function. */
  of(functionId: NodeId): FunctionPermissions | undefined;
  /** The other functions of the same role that need what this one holds and does not need. */
  sharersWho(functionId: NodeId, excess: Excess): readonly NodeId[];
  /** What a role allows and none of its functions needs. */
  unneededBy(role: NodeOf<'role'>): RoleExcess | UnknownExcess;
}

/** Each function when it is first asked for. */
export function permissionFacts(estate: Estate, code: CodeFacts): PermissionFacts {
  const known = new Map<NodeId, FunctionPermissions>();
  const facts: PermissionFacts = {
    of(functionId) {
      const before = known.get(functionId);
      const subject = before === undefined ? estate.get(functionId, 'function') : undefined;
      if (subject === undefined) return before;
      const found = permissionsOf(estate, subject, code.of(functionId));
      known.set(functionId, found);
      return found;
    },
    sharersWho(functionId, excess) {
      const role = estate.edgesFrom(functionId, 'assumes')[0]?.to;
      if (role === undefined || excess.by !== 'action') return [];
      const others = estate.edgesTo(role, 'assumes').filter(({ from }) => from !== functionId);
      return others
        .filter(({ from }) => {
          const needed = facts.of(from)?.needed ?? [];
          return needed.some(({ action }) => containsActionPattern(excess.action, action));
        })
        .map(({ from }) => from);
    },
    unneededBy: (role) => unneededByRole(estate, role, code, (id) => facts.of(id)),
  };
  return facts;
}
