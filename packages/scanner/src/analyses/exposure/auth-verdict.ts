import { settled, type NodeId } from '@leastwise/model';
import type { AuthRequirement } from '../../estate/auth-requirement.ts';
import type { Estate } from '../../estate/estate.ts';
import { exposureOrder, type Exposure } from './exposure.ts';
import { identityPoolCaller } from './identity-pool-callers.ts';

/** What a list of requirements lets through: all must be passed, so the narrowest that is known decides. */
export interface AuthVerdict {
  readonly exposure: Exposure;
  /** One phrase for a person: `no authentication`, `an API key only, which names a client but proves nothing`. */
  readonly message: string;
  readonly reason?: string;
  readonly settleWith?: string;
}

/** `route` is the route that asks, where one does: identity pools may hand out credentials for just that route. */
export function authVerdict(auth: readonly AuthRequirement[], estate: Estate, route?: NodeId): AuthVerdict {
  const proving = auth.filter((requirement) => requirement.kind !== 'api-key');
  if (proving.length === 0) {
    return auth.length === 0
      ? { exposure: 'public', message: 'no authentication' }
      : { exposure: 'public', message: 'an API key only, which names a client but proves nothing' };
  }
  const verdicts = proving.map((requirement) => verdictOf(requirement, estate, route));
  const known = verdicts.filter((verdict) => verdict.exposure !== 'unknown');
  return [...(known.length > 0 ? known : verdicts)].sort(
    (a, b) => exposureOrder.indexOf(b.exposure) - exposureOrder.indexOf(a.exposure),
  )[0] as AuthVerdict;
}

function verdictOf(requirement: AuthRequirement, estate: Estate, route: NodeId | undefined): AuthVerdict {
  if (requirement.refusesAll) return { exposure: 'internal', message: requirement.note ?? 'every call is refused' };
  switch (requirement.kind) {
    case 'api-key':
      return { exposure: 'public', message: 'an API key only' };
    case 'network':
      if (requirement.ofAnyAccount)
        return { exposure: 'public-sign-up', message: 'a VPC endpoint, which anyone with an AWS account can make' };
      return { exposure: 'internal', message: requirement.note ?? 'a private network' };
    case 'cognito':
    case 'jwt':
      return tokenVerdict(requirement, estate);
    case 'iam':
      return signedVerdict(estate, route);
    case 'lambda-authorizer':
      return { exposure: 'authenticated', message: 'a Lambda authorizer' };
    case 'resource-policy':
      return { exposure: 'authenticated', message: requirement.note ?? 'a resource policy' };
    case 'signature':
      return { exposure: 'authenticated', message: 'a signature' };
    case 'mutual-tls':
      return { exposure: 'authenticated', message: 'a client certificate (mutual TLS)' };
    case 'unknown':
      return {
        exposure: 'unknown',
        message: 'authentication that the template does not settle',
        reason: requirement.note ?? 'The authentication is known only to a deployment.',
        ...(requirement.settleWith === undefined ? {} : { settleWith: requirement.settleWith }),
      };
  }
}

/** A signature proves little where an identity pool hands out credentials for this very route. */
function signedVerdict(estate: Estate, route: NodeId | undefined): AuthVerdict {
  const admitted = route === undefined ? undefined : identityPoolCaller(estate, route);
  return admitted ?? { exposure: 'authenticated', message: 'AWS credentials (IAM)' };
}

/** A token of a user pool in which anyone can register proves only that somebody registered. */
function tokenVerdict(requirement: AuthRequirement, estate: Estate): AuthVerdict {
  const pools = userPoolsBehind(requirement.node, estate);
  const open = pools.find((pool) => settled(pool.facet.adminCreatesUsers) === false);
  if (open !== undefined) {
    return { exposure: 'public-sign-up', message: `a token of user pool ${open.name}, in which anyone can sign up` };
  }
  const unsettled = pools.find((pool) => settled(pool.facet.adminCreatesUsers) === undefined);
  if (unsettled !== undefined) {
    const why = estate.openReason(unsettled.facet.adminCreatesUsers);
    return {
      exposure: 'unknown',
      message: `a token of user pool ${unsettled.name}`,
      reason: `Whether anyone can sign up in user pool ${unsettled.name} is not settled: ${why?.reason ?? 'it is known only to a deployment.'}`,
      ...(why?.settleWith === undefined ? {} : { settleWith: why.settleWith }),
    };
  }
  return { exposure: 'authenticated', message: requirement.kind === 'cognito' ? 'a Cognito token' : 'a token (JWT)' };
}

/** The pools that an authorizer takes tokens from: itself a pool, or by its edges, at most two steps away. */
function userPoolsBehind(id: NodeId | undefined, estate: Estate) {
  const found = new Map<NodeId, NonNullable<ReturnType<typeof poolAt>>>();
  const poolAt = (node: NodeId) => {
    const pool = estate.get(node, 'user-pool');
    if (pool !== undefined) return pool;
    const client = estate.get(node, 'user-pool-client');
    const behind = client === undefined ? undefined : estate.resolve(client.facet.pool, 'user-pool');
    return behind?.kind === 'user-pool' ? behind : undefined;
  };
  if (id === undefined) return [];
  const candidates = [id, ...estate.edgesFrom(id, 'authorizedBy', 'references').map((edge) => edge.to)];
  for (const candidate of candidates) {
    const pool = poolAt(candidate);
    if (pool !== undefined) found.set(pool.id, pool);
  }
  return [...found.values()];
}
