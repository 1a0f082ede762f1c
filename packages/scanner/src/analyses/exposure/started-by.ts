import type { SourceRange } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import type { TriggerKind } from '../../estate/trigger.ts';
import { authVerdict, type AuthVerdict } from './auth-verdict.ts';
import { authorizerVerdict } from './authorizer-verdict.ts';
import { poolCallers } from './identity-pool-callers.ts';
import { permissionVerdict } from './permission-verdict.ts';
import { callerOf, throughGateway } from './through-gateway.ts';
import { userPoolVerdict } from './user-pool-verdict.ts';

export interface StartVerdict extends AuthVerdict {
  /** Where it is decided, when not where the way in is written. */
  readonly at?: SourceRange;
}

const gateways: ReadonlySet<TriggerKind> = new Set([
  'rest-api',
  'http-api',
  'websocket-api',
  'graphql-api',
  'function-url',
  'load-balancer',
  'cloudfront',
]);
const ownAccount: ReadonlySet<TriggerKind> = new Set([
  'schedule',
  'secret-rotation',
  'config-rule',
  'custom-resource',
  'macro',
  'alarm',
  'pipeline',
]);
const others: ReadonlySet<TriggerKind> = new Set(['authorizer', 'user-pool', 'permission']);

/** Kinds of ways in that do not inherit the exposure of their source. */
export function decidesByItself(kind: TriggerKind): boolean {
  return gateways.has(kind) || ownAccount.has(kind) || others.has(kind);
}

/**
 * The verdict of a way in that is decided where it stands. Undefined for one that inherits the exposure of its source
 * (bucket, queue, topic, stream, bus, mail or device rule, state machine, pipe, another function).
 */
export function startedBy(trigger: NodeOf<'trigger'>, estate: Estate): StartVerdict | undefined {
  const { facet } = trigger;
  if (gateways.has(facet.kind)) return through(trigger, estate);
  if (ownAccount.has(facet.kind))
    return { exposure: 'internal', message: `${facet.label}: only the account itself starts it` };
  if (facet.kind === 'authorizer') return authorizerVerdict(trigger, estate);
  if (facet.kind === 'user-pool') return userPoolVerdict(trigger, estate);
  if (facet.kind === 'invoke') return poolVerdict(trigger, estate);
  if (facet.kind === 'permission') return permissionVerdict(trigger, estate);
  return undefined;
}

/** Guests or users of an identity pool; undefined for a function that may call another. */
function poolVerdict(trigger: NodeOf<'trigger'>, estate: Estate): StartVerdict | undefined {
  const { source, auth, label } = trigger.facet;
  if (estate.nodes.get(source ?? '')?.kind !== 'identity-pool') return undefined;
  const caller = poolCallers(estate).find(
    ({ pool, role, who }) => pool.id === source && role === auth[0]?.node && label.startsWith(who.split(' ')[0] ?? ''),
  );
  if (caller === undefined) return { exposure: 'internal', message: `${label}: the pool gives nobody this role` };
  return { exposure: caller.exposure, message: `${caller.who} may call it with the credentials of the pool` };
}

function through(trigger: NodeOf<'trigger'>, estate: Estate): StartVerdict {
  const { facet } = trigger;
  const verdict = authVerdict(facet.auth, estate, facet.route);
  const route = estate.get(facet.route, 'route');
  if (route !== undefined) return { ...verdict, message: throughGateway(estate, route, verdict) };
  const source = facet.source === undefined ? undefined : estate.nodes.get(facet.source);
  const place =
    source === undefined ? facet.label : `${facet.label} of ${source.kind.replaceAll('-', ' ')} ${source.name}`;
  return { ...verdict, message: callerOf(verdict, place) };
}
