import type { NodeId } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { publicAccess } from '../../estate/policies/public-access.ts';
import { exposureOrder, type Exposure, type ExposureFacts, type ExposureStep, type WayIn } from './exposure.ts';
import { openings } from './openings.ts';
import { passages } from './passages.ts';
import { spread } from './spread.ts';
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
    const own = startedBy(trigger, estate);
    if (own !== undefined) {
      const verdict = own;
      return {
        trigger,
        exposure: verdict.exposure,
        via: [{ node: trigger.facet.source ?? trigger.id, at: trigger.facet.at, message: verdict.message }],
        ...(verdict.reason === undefined ? {} : { reason: verdict.reason }),
        ...(verdict.settleWith === undefined ? {} : { settleWith: verdict.settleWith }),
      };
    }
    const source = trigger.facet.source === undefined ? undefined : reached.get(trigger.facet.source);
    const step: ExposureStep = { node: trigger.facet.function, at: trigger.facet.at, message: `${trigger.facet.label} starts it` };
    return { trigger, exposure: source?.exposure ?? 'internal', via: [...(source?.path ?? []), step] };
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

function widest(exposures: readonly Exposure[]): Exposure {
  return exposureOrder.find((exposure) => exposures.includes(exposure)) ?? 'internal';
}

