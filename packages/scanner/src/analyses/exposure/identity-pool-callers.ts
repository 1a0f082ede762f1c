import { describe, settled, type NodeId, type Value } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { policiesOf } from '../../estate/identities/attached-policies.ts';
import { namesAction } from '../../estate/policies/action-pattern.ts';
import type { Statement } from '../../estate/policies/policy-document.ts';
import { covers, spellPattern } from '../../estate/policies/spell-pattern.ts';
import type { RouteFacet } from '../../estate/route.ts';
import type { AuthVerdict } from './auth-verdict.ts';

/** Whom an identity pool gives the credentials of a role. */
export interface PoolCaller {
  readonly pool: NodeOf<'identity-pool'>;
  readonly role: NodeId;
  readonly exposure: 'public' | 'public-sign-up' | 'authenticated';
  /** `guests of identity pool Visitors`. */
  readonly who: string;
  /** The enhanced flow narrows what guests can do to some services, whatever their role allows. */
  readonly narrowed: boolean;
}

/**
 * Guests get credentials without any proof, signed-in users with that of their user pool.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html
 */
export function poolCallers(estate: Estate): readonly PoolCaller[] {
  const callers: PoolCaller[] = [];
  for (const attachment of estate.of('identity-pool-roles')) {
    const pool = estate.get(estate.resolve(attachment.facet.pool, 'identity-pool')?.id, 'identity-pool');
    if (pool === undefined) continue;
    const guest = estate.resolve(attachment.facet.guestRole, 'role');
    if (guest !== undefined && settled(pool.facet.allowGuests) === true) {
      callers.push({
        pool,
        role: guest.id,
        exposure: 'public',
        who: `guests of identity pool ${pool.name}`,
        narrowed: settled(pool.facet.classicFlow) !== true,
      });
    }
    const signedIn = estate.resolve(attachment.facet.signedInRole, 'role');
    if (signedIn !== undefined)
      callers.push({
        pool,
        role: signedIn.id,
        exposure: openToAll(estate, pool) ? 'public-sign-up' : 'authenticated',
        who: `users of identity pool ${pool.name}`,
        narrowed: false,
      });
  }
  return callers;
}

function openToAll(estate: Estate, pool: NodeOf<'identity-pool'>): boolean {
  return pool.facet.userPools.items.some(({ client, provider }) => {
    const named = estate.get(estate.resolve(client, 'user-pool-client')?.id, 'user-pool-client');
    const users =
      estate.resolve(provider, 'user-pool') ??
      (named === undefined ? undefined : estate.resolve(named.facet.pool, 'user-pool'));
    return users?.kind === 'user-pool' && settled(users.facet.adminCreatesUsers) === false;
  });
}

const actions: Readonly<Partial<Record<RouteFacet['protocol'], string>>> = {
  rest: 'execute-api:Invoke',
  http: 'execute-api:Invoke',
  websocket: 'execute-api:Invoke',
  'function-url': 'lambda:InvokeFunctionUrl',
  graphql: 'appsync:GraphQL',
  events: 'appsync:EventPublish',
};

/** The widest circle that an identity pool gives a signature for this route; undefined when none does. */
export function identityPoolCaller(estate: Estate, routeId: NodeId): AuthVerdict | undefined {
  const route = estate.get(routeId, 'route');
  const action = route === undefined ? undefined : actions[route.facet.protocol];
  if (route === undefined || action === undefined) return undefined;
  const callers = poolCallers(estate).filter(
    (caller) => caller.exposure !== 'authenticated' && mayCall(estate, caller.role, action, route.facet),
  );
  const widest = callers.find((caller) => caller.exposure === 'public') ?? callers[0];
  if (widest === undefined) return undefined;
  const says = widest.exposure === 'public' ? 'which anyone gets' : 'which anyone gets who signs up';
  return { exposure: widest.exposure, message: `AWS credentials (IAM) of ${widest.who}, ${says}` };
}

function mayCall(estate: Estate, role: NodeId, action: string, route: RouteFacet): boolean {
  return policiesOf(estate, role).some(({ document }) =>
    document.statements.some(
      (statement) =>
        statement.effect === 'Allow' &&
        statement.conditions.length === 0 &&
        namesAction(statement, action) === 'yes' &&
        namesRoute(statement, route, estate),
    ),
  );
}

function namesRoute(statement: Statement, route: RouteFacet, estate: Estate): boolean {
  const { resources } = statement;
  if (!resources.present || resources.not) return resources.not;
  const node = route.protocol === 'function-url' ? estate.resolve(route.integration.uri)?.id : route.api;
  return resources.values.some((value) => namesNode(value, node, route));
}

function namesNode(value: Value, node: NodeId | undefined, route: RouteFacet): boolean {
  if (value.kind === 'reference') return value.node === node;
  if (value.kind === 'text') {
    const at = value.parts.findIndex(
      (part) => typeof part !== 'string' && part.kind === 'reference' && part.node === node,
    );
    if (at < 0) return false;
    const tail = value.parts
      .slice(at + 1)
      .map((part) => (typeof part === 'string' ? part : '*'))
      .join('');
    return tailCovers(tail, route);
  }
  const pattern = spellPattern(value) ?? describe(value);
  return (
    /^[*?]+$/.test(pattern) ||
    /^arn:[^:]*:(execute-api|lambda|appsync):[^:]*:[^:]*:(\*|function:\*|apis\/\*)/.test(pattern)
  );
}

/** `/stage/METHOD/path` behind the id of the API; a WebSocket API has its route key there. */
function tailCovers(tail: string, route: RouteFacet): boolean {
  if (route.protocol !== 'rest' && route.protocol !== 'http') return true;
  const [, stage, ...rest] = tail.split('/');
  if (rest.length === 0) return stage === '*' || stage === undefined || stage === '';
  const glob = rest.join('/');
  const path = route.path.replaceAll(/\{[^}]*\}/g, 'x').replace(/^\//, '');
  const methods = route.method === 'ANY' ? ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] : [route.method];
  return methods.some((method) => covers(glob, `${method}/${path}`));
}
