import type { NodeId, Value } from '@leastwise/model';
import type { AnyNode, EstateBuilder, Linker, NodeOf } from '../estate.ts';
import { policyTargets, resourcePolicy } from '../policies/resource-policy.ts';
import { holdersOf } from './attached-policies.ts';
import { heldByEnvironment, namedByEnvironment, reachOf, type WideReach } from './reach.ts';

/** Who runs as whom, which policies hang on what, and which data each function reaches by them. */
export const linkIdentities: Linker = (estate) => {
  for (const kind of ['function', 'state-machine', 'schedule', 'pipe'] as const) {
    for (const node of estate.of(kind)) assume(estate, node.id, roleOf(node as AnyNode));
  }
  for (const pool of estate.of('identity-pool-roles')) {
    const identityPool = estate.resolve(pool.facet.pool, 'identity-pool');
    if (identityPool === undefined) continue;
    assume(estate, identityPool.id, pool.facet.guestRole, 'guests');
    assume(estate, identityPool.id, pool.facet.signedInRole, 'users who signed in');
  }
  for (const policy of [...estate.of('policy'), ...estate.of('managed-policy')]) {
    for (const holder of holdersOf(estate, policy.id))
      estate.connect({ verb: 'attachedTo', from: policy.id, to: holder.id, at: policy.keyRange });
  }
  for (const [policy, targets] of policyTargets(estate)) {
    for (const target of targets) connectPolicy(estate, policy, target);
  }
  linkAllowed(estate);
  linkKeys(estate);
  for (const node of estate.of('function')) linkReach(estate, node);
};

function roleOf(node: AnyNode): Value {
  if (node.kind === 'function' || node.kind === 'state-machine' || node.kind === 'pipe') return node.facet.role;
  if (node.kind === 'schedule') return node.facet.target.role;
  return { kind: 'absent', origin: node.at };
}

function assume(estate: EstateBuilder, from: NodeId, role: Value, note?: string): void {
  const target = estate.resolve(role, 'role');
  if (target !== undefined)
    estate.connect({ verb: 'assumes', from, to: target.id, at: role.origin, ...(note === undefined ? {} : { note }) });
}

function connectPolicy(estate: EstateBuilder, policy: NodeId, target: NodeId): void {
  const node = estate.nodes.get(policy);
  if (node !== undefined) estate.connect({ verb: 'attachedTo', from: policy, to: target, at: node.keyRange });
}

/** `allows` edges from a resource to the identities and functions that its policy names. */
function linkAllowed(estate: EstateBuilder): void {
  for (const node of estate.nodes.values()) {
    for (const policy of resourcePolicy(estate, node.id)) {
      for (const statement of policy.document.statements) {
        if (statement.effect !== 'Allow' || statement.principals.not) continue;
        for (const principal of statement.principals.principals) {
          const named = principal.type === 'AWS' ? estate.resolve(principal.value, 'role', 'user') : undefined;
          if (named !== undefined)
            estate.connect({ verb: 'allows', from: node.id, to: named.id, at: principal.value.origin });
        }
      }
    }
  }
}

function linkKeys(estate: EstateBuilder): void {
  for (const node of estate.nodes.values()) {
    const key = keyOf(node);
    if (key === undefined || key.kind === 'absent') continue;
    const target = estate.resolve(key, 'key', 'key-alias');
    const behind = target?.kind === 'key-alias' ? estate.resolve(target.facet.key, 'key') : target;
    if (behind !== undefined) estate.connect({ verb: 'encryptsWith', from: node.id, to: behind.id, at: key.origin });
  }
}

/** The property of a node that names its key, for every kind that has one. */
function keyOf(node: AnyNode): Value | undefined {
  switch (node.kind) {
    case 'bucket':
    case 'table':
    case 'stream':
    case 'delivery-stream':
    case 'state-machine':
      return node.facet.encryption.key;
    case 'function':
    case 'queue':
    case 'topic':
    case 'secret':
    case 'log-group':
    case 'trail':
    case 'repository':
    case 'database-instance':
    case 'database-cluster':
    case 'warehouse':
    case 'cache':
    case 'search-domain':
    case 'file-system':
    case 'event-bus':
      return node.facet.key;
    default:
      return undefined;
  }
}

function linkReach(estate: EstateBuilder, node: NodeOf<'function'>): void {
  const named = namedByEnvironment(estate, node);
  for (const { node: target, variable, at } of named) {
    estate.connect({
      verb: 'references',
      from: node.id,
      to: target.id,
      at,
      note: `through environment variable ${variable}`,
    });
  }
  const met = new Set<string>();
  for (const { node: target, variable, at } of heldByEnvironment(estate, node)) {
    const verb = target.kind === 'secret' || target.kind === 'parameter' ? 'reads' : 'references';
    if (met.has(`${target.id}\n${verb}`)) continue;
    met.add(`${target.id}\n${verb}`);
    estate.connect({ verb, from: node.id, to: target.id, at, note: `its value, in environment variable ${variable}` });
  }
  const role = estate.resolve(node.facet.role, 'role');
  if (role === undefined) return;
  const { reaches, wide } = reachOf(estate, role.id);
  for (const reach of reaches) {
    const key = `${reach.to}\n${reach.verb}`;
    if (reach.to === node.id || met.has(key)) continue;
    met.add(key);
    estate.connect({ verb: reach.verb, from: node.id, to: reach.to, at: reach.at, note: reach.note });
  }
  for (const { node: target, variable } of named) {
    for (const permission of wide.filter((each: WideReach) => each.kind === target.kind)) {
      const key = `${target.id}\n${permission.verb}`;
      if (met.has(key)) continue;
      met.add(key);
      estate.connect({
        verb: permission.verb,
        from: node.id,
        to: target.id,
        at: permission.statement.origin,
        note: `through environment variable ${variable}`,
      });
    }
  }
}
