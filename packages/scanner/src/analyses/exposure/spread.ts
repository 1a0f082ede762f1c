import type { NodeId } from '@leastwise/model';
import { exposureOrder, type Exposure, type ExposureStep } from './exposure.ts';

/** Something that is open by itself: a route, a policy. */
export interface Opening {
  readonly node: NodeId;
  readonly exposure: Exposure;
  readonly step: ExposureStep;
}

/** Whoever reaches `from` gets through to `to`. */
export interface Passage {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly step: ExposureStep;
}

export interface Reached {
  readonly exposure: Exposure;
  /** The outside world first. */
  readonly path: readonly ExposureStep[];
}

/**
 * The widest exposure that reaches each node, with a shortest path. The widest is spread first, so each node is settled
 * once, cycles included.
 */
export function spread(openings: readonly Opening[], passages: readonly Passage[]): ReadonlyMap<NodeId, Reached> {
  const onward = new Map<NodeId, Passage[]>();
  for (const passage of passages) {
    const list = onward.get(passage.from);
    if (list === undefined) onward.set(passage.from, [passage]);
    else list.push(passage);
  }
  const reached = new Map<NodeId, Reached>();
  for (const exposure of exposureOrder) {
    if (exposure === 'internal') break;
    const queue: NodeId[] = [];
    for (const opening of openings) {
      if (opening.exposure !== exposure || reached.has(opening.node)) continue;
      reached.set(opening.node, { exposure, path: [opening.step] });
      queue.push(opening.node);
    }
    for (let index = 0; index < queue.length; index++) {
      const from = queue[index] as NodeId;
      const path = reached.get(from)?.path ?? [];
      for (const passage of onward.get(from) ?? []) {
        if (reached.has(passage.to)) continue;
        reached.set(passage.to, { exposure, path: [...path, passage.step] });
        queue.push(passage.to);
      }
    }
  }
  return reached;
}

