import type { NodeId } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { publicAccess } from '../../estate/policies/public-access.ts';
import { exposureOrder, type Exposure, type ExposureFacts, type ExposureStep, type WayIn } from './exposure.ts';
import { foreignSource } from './foreign-source.ts';
import { openings } from './openings.ts';
import { passages } from './passages.ts';
import { spread } from './spread.ts';
import { startedAs } from './started-as.ts';
import { startedBy } from './started-by.ts';

/**
 * Who can start each function, and who can write each resource. A way in through a gateway has the verdict of its
 * authentication; an asynchronous or polled one inherits that of whoever may write its source, with the path.
 */
export function exposureFacts(estate: Estate): ExposureFacts {
  const reached = spread(openings(estate), passages(estate));
  const waysByFunction = new Map<NodeId, WayIn[]>();
  for (const trigger of estate.of('trigger')) {
    if (!trigger.facet.enabled) continue;
    const list = waysByFunction.get(trigger.facet.function);
    const way = wayIn(trigger);
    if (list === undefined) waysByFunction.set(trigger.facet.function, [way]);
    else list.push(way);
  }

  function wayIn(trigger: NodeOf<'trigger'>): WayIn {
    const { facet } = trigger;
    const start: ExposureStep = {
      node: facet.function,
      at: facet.at,
      message: `${facet.label} starts function ${functionName(estate, facet.function)}`,
    };
    const verdict = startedBy(trigger, estate) ?? foreignSource(trigger, estate);
    if (verdict !== undefined) {
      const outside = { node: facet.source ?? trigger.id, at: verdict.at ?? facet.at, message: verdict.message };
      return { trigger, exposure: verdict.exposure, via: [outside, start], mediated: false, ...because(verdict) };
    }
    const from =
      facet.source !== undefined && facet.kind === 'destination' ? startedAs(facet.source, 'async') : facet.source;
    const source = from === undefined ? undefined : reached.get(from);
    const byFunction = facet.source !== undefined && estate.nodes.get(facet.source)?.kind === 'function';
    if (source === undefined) return { trigger, exposure: 'internal', via: [start], mediated: byFunction };
    return {
      trigger,
      exposure: source.exposure,
      via: [...source.path, start],
      mediated: source.mediated || byFunction,
      ...because(source),
    };
  }

  function exposureOf(id: NodeId): Exposure {
    const ways = waysByFunction.get(id);
    if (ways !== undefined) return widest(ways.map((way) => way.exposure));
    return reached.get(id)?.exposure ?? 'internal';
  }

  return {
    waysIn: (id) => waysByFunction.get(id) ?? [],
    of: exposureOf,
    readersOf(id) {
      const node = estate.nodes.get(id);
      const read = node === undefined ? undefined : publicAccess(estate, node).read;
      return read === 'yes' ? 'public' : read === 'unknown' ? 'unknown' : 'internal';
    },
    path: (id) => {
      const ways = waysByFunction.get(id);
      return ways?.find((way) => way.exposure === exposureOf(id))?.via ?? reached.get(id)?.path ?? [];
    },
  };
}

/** Why it is not known; nothing for what is. */
function because(verdict: {
  readonly exposure: Exposure;
  readonly reason?: string | undefined;
  readonly settleWith?: string | undefined;
}): Pick<WayIn, 'reason' | 'settleWith'> {
  if (verdict.exposure !== 'unknown') return {};
  return {
    reason: verdict.reason ?? 'It is known only to a deployment.',
    ...(verdict.settleWith === undefined ? {} : { settleWith: verdict.settleWith }),
  };
}

function functionName(estate: Estate, id: NodeId): string {
  return estate.nodes.get(id)?.name ?? id;
}

function widest(exposures: readonly Exposure[]): Exposure {
  return exposureOrder.find((exposure) => exposures.includes(exposure)) ?? 'internal';
}
