import { asList, asText, member, settled, type NodeId, type Value } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';

/** What the alarms of an estate watch: functions for sure, or perhaps, with the value that would tell. */
export interface WatchedFunctions {
  /** An alarm on the metrics of all functions of the account. */
  readonly all: boolean;
  readonly certain: ReadonlySet<NodeId>;
  readonly possible: ReadonlyMap<NodeId, Value<unknown>>;
}

const kept = new WeakMap<Estate, WatchedFunctions>();

export function watchedFunctions(estate: Estate): WatchedFunctions {
  const known = kept.get(estate);
  if (known !== undefined) return known;
  const certain = new Set<NodeId>();
  const possible = new Map<NodeId, Value<unknown>>();
  let all = false;
  for (const { facet } of estate.of('alarm')) {
    const lambda = settled(facet.namespace) === 'AWS/Lambda';
    if (lambda && facet.dimensions.items.length === 0) all = true;
    for (const dimension of facet.dimensions.items) {
      const id = estate.functionOf(dimension.value)?.function.id;
      if (id === undefined) continue;
      if (facet.namespace.kind === 'unknown') possible.set(id, facet.namespace);
      else if (lambda && settled(dimension.name) === undefined) possible.set(id, dimension.name);
      else if (lambda && settled(dimension.name) === 'FunctionName') certain.add(id);
    }
    for (const metric of asList(facet.metrics) ?? []) {
      for (const dimension of asList(member(metric, 'MetricStat', 'Metric', 'Dimensions')) ?? []) {
        const id = estate.functionOf(member(dimension, 'Value'))?.function.id;
        if (id !== undefined && asText(member(dimension, 'Name')) === 'FunctionName') certain.add(id);
      }
    }
  }
  const watched = { all, certain, possible };
  kept.set(estate, watched);
  return watched;
}
