import { asText, type Value } from '@leastwise/model';
import { get, isMap } from '../../cloudformation/sam/read-value.ts';
import type { Bench, ServiceFunction } from '../bench.ts';
import { functionPart } from '../naming.ts';

export const SHARED_ROLE = 'IamRoleLambdaExecution';

const PER_FUNCTION_PLUGINS = ['serverless-iam-roles-per-function', 'serverless-iam-roles-per-function-lite'];

/** The role of a function as its property; a name is the logical id of a role in `resources`. */
export function roleOf(owner: ServiceFunction, bench: Bench): Value {
  const written = writtenRole(owner, bench);
  if (written === undefined) {
    const logicalId = hasOwnRole(owner, bench) ? ownRoleId(owner) : SHARED_ROLE;
    return owner.make.ref(logicalId, 'Arn');
  }
  const text = asText(written);
  if (text === undefined || text.startsWith('arn:')) return written;
  return bench.makeAt(written.origin).ref(text, 'Arn');
}

/** `role` of the function, else the role that `provider` names for all. */
export function writtenRole(owner: ServiceFunction, bench: Bench): Value | undefined {
  const own = owner.get('role');
  if (own !== undefined) return own;
  if (hasOwnRole(owner, bench)) return undefined;
  const ofProvider = bench.provider('iam', 'role');
  if (ofProvider !== undefined && (!isMap(ofProvider) || isCall(ofProvider))) return ofProvider;
  return bench.provider('role');
}

const isCall = (value: Value): boolean => get(value, 'Fn::GetAtt') !== undefined || get(value, 'Ref') !== undefined;

/** True when the function gets a role of its own: by the plugin, or by `iam` of version 4. */
export function hasOwnRole(owner: ServiceFunction, bench: Bench): boolean {
  if (owner.get('role') !== undefined) return false;
  if (owner.get('iam', 'role') !== undefined) return true;
  const mode = bench.provider('iam', 'role', 'mode');
  if (mode !== undefined && asText(mode) === 'perFunction') return true;
  return owner.get('iamRoleStatements') !== undefined && PER_FUNCTION_PLUGINS.some((name) => bench.hasPlugin(name));
}

export const ownRoleId = (owner: ServiceFunction): string => `${functionPart(owner.key)}IamRoleLambdaExecution`;
