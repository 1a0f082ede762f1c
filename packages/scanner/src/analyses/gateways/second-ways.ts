import type { NodeId } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';
import type { ExposureFacts, WayIn } from '../exposure/exposure.ts';

const gateways = [
  'rest-api',
  'http-api',
  'websocket-api',
  'graphql-api',
  'function-url',
  'load-balancer',
  'cloudfront',
];

/** How a function that one gateway guards is started by anyone through another gateway, or by a permission for everyone. */
export interface SecondWays {
  readonly guarded: readonly WayIn[];
  /** Open ways that are no front of a guarded one. */
  readonly around: readonly WayIn[];
  /** A way of which nobody knows who gets through. */
  readonly unsettled?: WayIn;
}

export function secondWays(estate: Estate, exposure: ExposureFacts, functionId: NodeId): SecondWays {
  const ways = exposure.waysIn(functionId);
  const through = ways.filter((way) => gateways.includes(way.trigger.facet.kind));
  const guarded = through.filter((way) => way.exposure !== 'public' && way.exposure !== 'unknown');
  const unsettled = ways.length < 2 ? undefined : through.find((way) => way.exposure === 'unknown');
  const around = ways
    .filter((way) => way.exposure === 'public' && [...gateways, 'permission'].includes(way.trigger.facet.kind))
    .filter((way) =>
      guarded.some(
        (other) => other.trigger.facet.source !== way.trigger.facet.source && !isInFront(estate, way, other),
      ),
    );
  return { guarded, around, ...(unsettled === undefined ? {} : { unsettled }) };
}

/** Whether a gateway is told as a way around another that guards the function. */
export function leadsAround(estate: Estate, exposure: ExposureFacts, functionId: NodeId, gateway: NodeId): boolean {
  return secondWays(estate, exposure, functionId).around.some((way) => way.trigger.facet.source === gateway);
}

/** A distribution that signs for a function URL is the front of that URL, not a way around it. */
function isInFront(estate: Estate, open: WayIn, guarded: WayIn): boolean {
  const front: NodeId | undefined = open.trigger.facet.source;
  if (front === undefined || open.trigger.facet.kind !== 'cloudfront') return false;
  return estate.edgesFrom(front, 'routesTo').some((edge) => edge.to === guarded.trigger.facet.source);
}
