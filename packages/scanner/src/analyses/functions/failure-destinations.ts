import type { NodeId } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';

const kept = new WeakMap<Estate, ReadonlyMap<NodeId, readonly NodeOf<'event-invoke-config'>[]>>();

/** The configurations for asynchronous invocation of a function, whatever alias or version they name. */
export function invokeConfigsOf(estate: Estate, functionId: NodeId): readonly NodeOf<'event-invoke-config'>[] {
  let index = kept.get(estate);
  if (index === undefined) {
    const byFunction = new Map<NodeId, NodeOf<'event-invoke-config'>[]>();
    for (const config of estate.of('event-invoke-config')) {
      const id = estate.functionOf(config.facet.function)?.function.id;
      if (id === undefined) continue;
      const configs = byFunction.get(id);
      if (configs === undefined) byFunction.set(id, [config]);
      else configs.push(config);
    }
    index = byFunction;
    kept.set(estate, index);
  }
  return index.get(functionId) ?? [];
}
