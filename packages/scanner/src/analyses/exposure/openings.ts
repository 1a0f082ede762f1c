import { settled } from '@leastwise/model';
import type { AnyNode, Estate } from '../../estate/estate.ts';
import { reachOf } from '../../estate/identities/reach.ts';
import { publicAccess } from '../../estate/policies/public-access.ts';
import { authVerdict } from './auth-verdict.ts';
import { defaultBusOpenings } from './default-bus.ts';
import { foreignSource } from './foreign-source.ts';
import { namedCallers } from './named-callers.ts';
import { poolCallers } from './identity-pool-callers.ts';
import { reachedByGatewayRoles } from './gateway-roles.ts';
import type { Opening } from './spread.ts';
import { readsOnly } from './reads-only.ts';
import { reachedByStart } from './started-as.ts';
import { startedBy } from './started-by.ts';
import { throughGateway } from './through-gateway.ts';

/** Everything that the outside world meets first: gateways before functions and services, and policies that admit. */
export function openings(estate: Estate): readonly Opening[] {
  return [
    ...functionOpenings(estate),
    ...routeOpenings(estate),
    ...policyOpenings(estate),
    ...poolOpenings(estate),
    ...defaultBusOpenings(estate),
    ...letterboxes(estate),
  ];
}

function functionOpenings(estate: Estate): readonly Opening[] {
  return estate.of('trigger').flatMap((trigger) => {
    const verdict = trigger.facet.enabled ? (startedBy(trigger, estate) ?? foreignSource(trigger, estate)) : undefined;
    if (verdict === undefined) return [];
    const step = { node: trigger.facet.source ?? trigger.id, at: trigger.facet.at, message: verdict.message };
    return reachedByStart(trigger).map((node) => ({ ...verdict, node, step }));
  });
}

/** A service integration writes to its target without any function. */
function routeOpenings(estate: Estate): readonly Opening[] {
  const found: Opening[] = [];
  for (const route of estate.of('route')) {
    const { integration, auth, authAt, preflight } = route.facet;
    if (preflight) continue;
    const verdict = authVerdict(auth, estate, route.id);
    const step = { node: route.id, at: authAt, message: throughGateway(estate, route, verdict) };
    found.push({ ...verdict, node: route.facet.api, step });
    // A document that is not in the tree: whatever API Gateway may write to can be behind it.
    if (route.facet.method === '*' && route.facet.path === '*' && integration.kind === 'unknown')
      for (const node of reachedByGatewayRoles(estate)) found.push({ ...verdict, exposure: 'unknown', node, step });
    const target = integration.target === undefined ? undefined : estate.nodes.get(integration.target);
    if (target !== undefined && integration.kind === 'service' && !readsOnly(route))
      found.push({ ...verdict, node: target.id, step });
  }
  return found;
}

const kinds = [
  'bucket',
  'queue',
  'topic',
  'table',
  'stream',
  'event-bus',
  'secret',
  'key',
  'repository',
  'search-domain',
] as const;

function policyOpenings(estate: Estate): readonly Opening[] {
  const found: Opening[] = [];
  for (const kind of kinds) {
    for (const node of estate.of(kind) as readonly AnyNode[]) {
      found.push(...namedCallers(estate, node));
      const access = publicAccess(estate, node);
      if (access.write === 'no') continue;
      found.push({
        node: node.id,
        exposure: access.write === 'yes' ? 'public' : 'unknown',
        step: { node: node.id, at: access.at, message: access.message },
        ...(access.open === undefined
          ? {}
          : {
              reason: `Who may write to ${node.name} is not known: ${access.open.reason}`,
              settleWith: access.open.settleWith,
            }),
      });
    }
  }
  return found;
}

/**
 * Services that guests reach with credentials of the enhanced flow.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
 */
const openToGuests: ReadonlySet<string> = new Set([
  'function',
  'queue',
  'topic',
  'bucket',
  'table',
  'stream',
  'delivery-stream',
  'key',
]);

/** What the credentials of an identity pool may write or call without any gateway. */
function poolOpenings(estate: Estate): readonly Opening[] {
  return poolCallers(estate).flatMap(({ role, exposure, who, pool, narrowed }) =>
    reachOf(estate, role)
      .reaches.filter(
        ({ verb, to }) => verb !== 'reads' && (!narrowed || openToGuests.has(estate.nodes.get(to)?.kind ?? '')),
      )
      .map((reach) => ({
        node: reach.to,
        exposure,
        step: {
          node: pool.id,
          at: reach.at,
          message: `${who} may ${reach.verb === 'writes' ? 'write to' : 'call'} ${estate.nodes.get(reach.to)?.name ?? reach.to} (${reach.note})`,
        },
      })),
  );
}

/** Mail comes from anyone; devices publish with a certificate or credentials that the owner gave. */
function letterboxes(estate: Estate): readonly Opening[] {
  const mail = estate.of('mail-receipt-rule').filter(({ facet }) => settled(facet.enabled) !== false);
  const devices = estate.of('iot-rule').filter(({ facet }) => settled(facet.disabled) !== true);
  return [
    ...mail.map((rule): Opening => ({
      node: rule.id,
      exposure: 'public',
      step: { node: rule.id, at: rule.keyRange, message: `anyone may send mail that rule ${rule.name} receives` },
    })),
    ...devices.map((rule): Opening => ({
      node: rule.id,
      exposure: 'authenticated',
      step: {
        node: rule.id,
        at: rule.keyRange,
        message: `devices with a certificate or credentials publish to IoT rule ${rule.name}`,
      },
    })),
  ];
}
