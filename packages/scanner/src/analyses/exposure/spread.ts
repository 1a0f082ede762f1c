import type { NodeId } from '@leastwise/model';
import { exposureOrder, type Exposure, type ExposureStep } from './exposure.ts';

/** Something that is open by itself: a route, a policy. */
export interface Opening {
  readonly node: NodeId;
  readonly exposure: Exposure;
  readonly step: ExposureStep;
  /** For `unknown`: why, and what would settle it. */
  readonly reason?: string | undefined;
  readonly settleWith?: string | undefined;
}

/** Whoever reaches `from` gets through to `to`. */
export interface Passage {
  readonly from: NodeId;
  readonly to: NodeId;
  /** `from` is a function, whose code decides what it hands on. */
  readonly byFunction: boolean;
  readonly step: ExposureStep;
}

export interface Reached {
  readonly exposure: Exposure;
  /** The outside world first. */
  readonly path: readonly ExposureStep[];
  /** The path leads through a function. */
  readonly mediated: boolean;
  readonly reason?: string | undefined;
  readonly settleWith?: string | undefined;
}

/**
 * The widest exposure that reaches each node, with a shortest path. The widest is spread first, and of equally wide ones
 * those that no function stands in, so each node is settled once, cycles included.
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
    const direct: NodeId[] = [];
    for (const { node, step, reason, settleWith, exposure: own } of openings) {
      if (own !== exposure || reached.has(node)) continue;
      reached.set(node, { exposure, path: [step], mediated: false, reason, settleWith });
      direct.push(node);
    }
    const settled = flood(direct, onward, reached, (passage) => !passage.byFunction);
    flood(settled, onward, reached, () => true);
  }
  return reached;
}

/** Goes on from the nodes over the passages that may be taken, nearest first. Gives all nodes that it has been to. */
function flood(
  start: readonly NodeId[],
  onward: ReadonlyMap<NodeId, readonly Passage[]>,
  reached: Map<NodeId, Reached>,
  mayTake: (passage: Passage) => boolean,
): readonly NodeId[] {
  const queue = [...start];
  for (let index = 0; index < queue.length; index++) {
    const from = queue[index] as NodeId;
    const behind = reached.get(from);
    if (behind === undefined) continue;
    for (const passage of onward.get(from) ?? []) {
      if (!mayTake(passage) || reached.has(passage.to)) continue;
      reached.set(passage.to, {
        ...behind,
        path: [...behind.path, passage.step],
        mediated: behind.mediated || passage.byFunction,
      });
      queue.push(passage.to);
    }
  }
  return queue;
}
