import { asText, settled, type NodeId } from '@leastwise/model';
import type { AuthRequirement } from '../auth-requirement.ts';
import type { Estate, NodeOf } from '../estate.ts';
import { openRequirement } from './method-auth.ts';

/** The permissions of every function, by its id. */
export function permissionsByFunction(estate: Estate): ReadonlyMap<NodeId, readonly NodeOf<'function-permission'>[]> {
  const byFunction = new Map<NodeId, NodeOf<'function-permission'>[]>();
  for (const permission of estate.of('function-permission')) {
    const id = estate.functionOf(permission.facet.function)?.function.id;
    if (id === undefined) continue;
    const known = byFunction.get(id);
    if (known === undefined) byFunction.set(id, [permission]);
    else known.push(permission);
  }
  return byFunction;
}

/**
 * What a function URL asks; `permissions` are those of its function, undefined when that is not in the tree. With NONE a permission must still open it to everyone: without one every call is refused.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export function functionUrlAuth(
  estate: Estate,
  url: NodeOf<'function-url'>,
  permissions: readonly NodeOf<'function-permission'>[] | undefined,
): readonly AuthRequirement[] {
  const type = settled(url.facet.auth)?.toUpperCase();
  const at = url.facet.auth.origin;
  if (type === 'AWS_IAM') return [{ kind: 'iam', at }];
  if (type !== 'NONE') return [openRequirement(estate, url.facet.auth, 'The AuthType of the function URL', at)];
  if (permissions === undefined) return [];
  const concerned = permissions.filter(concernsUrl);
  if (concerned.some(isEveryone)) return [];
  const open = concerned.find(({ facet }) => facet.principal.kind !== 'known' || facet.action.kind !== 'known');
  if (open !== undefined)
    return [openRequirement(estate, open.facet.principal, 'Whom the permission of the URL admits', open.keyRange)];
  return [
    {
      kind: 'resource-policy',
      at,
      refusesAll: true,
      note: 'No permission in the tree opens the URL to everyone, so Lambda refuses every call without one.',
    },
  ];
}

function concernsUrl(permission: NodeOf<'function-permission'>): boolean {
  const action = settled(permission.facet.action);
  return action === undefined || /^lambda:(\*|invokefunctionurl|invokefunction\*|invoke\*)$/i.test(action);
}

function isEveryone(permission: NodeOf<'function-permission'>): boolean {
  const { facet } = permission;
  const urlAuth = settled(facet.urlAuthType);
  return (
    asText(facet.principal) === '*' &&
    facet.sourceArn.kind === 'absent' &&
    facet.sourceAccount.kind === 'absent' &&
    facet.organization.kind === 'absent' &&
    urlAuth !== 'AWS_IAM'
  );
}
