import type { NodeId } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';

interface Stages {
  readonly rest: ReadonlyMap<NodeId, readonly NodeOf<'rest-stage'>[]>;
  readonly http: ReadonlyMap<NodeId, readonly NodeOf<'http-stage'>[]>;
  readonly plans: ReadonlyMap<NodeId, readonly NodeOf<'usage-plan'>[]>;
}

const known = new WeakMap<Estate, Stages>();

/** The stages and usage plans of every API, found once for an estate: it does not change any more. */
export function stagesOf(estate: Estate): Stages {
  const found = known.get(estate);
  if (found !== undefined) return found;
  const owner = (value: NodeOf<'rest-stage'>['facet']['api']): readonly NodeId[] => {
    const api = estate.resolve(value, 'rest-api', 'http-api');
    return api === undefined ? [] : [api.id];
  };
  const stages: Stages = {
    rest: byOwner(estate.of('rest-stage'), (stage) => owner(stage.facet.api)),
    http: byOwner(estate.of('http-stage'), (stage) => owner(stage.facet.api)),
    plans: byOwner(estate.of('usage-plan'), (plan) => plan.facet.stages.items.flatMap((item) => owner(item.api))),
  };
  known.set(estate, stages);
  return stages;
}

function byOwner<T>(items: readonly T[], ownersOf: (item: T) => readonly NodeId[]): ReadonlyMap<NodeId, readonly T[]> {
  const found = new Map<NodeId, T[]>();
  for (const item of items) {
    for (const owner of ownersOf(item)) {
      const list = found.get(owner);
      if (list === undefined) found.set(owner, [item]);
      else list.push(item);
    }
  }
  return found;
}
