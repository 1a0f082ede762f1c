import type { NodeId, SourceRange, Value } from '@leastwise/model';
import type { EstateBuilder } from '../estate.ts';
import type { RouteFacet } from '../route.ts';

export interface RouteDraft {
  readonly facet: RouteFacet;
  /** What stands behind the gateway's id in the id of the route: `POST /orders`. Holds no line. */
  readonly suffix: string;
  readonly at: SourceRange;
  readonly keyRange: SourceRange;
  readonly properties: Value;
  readonly stack: string;
  /** The resource that says it, when the route is no resource of its own. */
  readonly writtenIn: NodeId;
}

/** Adds the node of a route and its edges: the gateway hands on to the route, the route to its integration. */
export function addRoute(estate: EstateBuilder, draft: RouteDraft): NodeId {
  const { facet } = draft;
  const id = freeId(estate, `${facet.api}/${draft.suffix}`);
  estate.add({
    id,
    kind: 'route',
    type: 'route',
    name: draft.suffix,
    facet,
    at: draft.at,
    keyRange: draft.keyRange,
    properties: draft.properties,
    stack: draft.stack,
    generatedFrom: { id: draft.writtenIn, by: 'route' },
  });
  estate.connect({ verb: 'routesTo', from: facet.api, to: id, at: draft.keyRange });
  if (facet.integration.target !== undefined) {
    estate.connect({ verb: 'routesTo', from: id, to: facet.integration.target, at: facet.integration.at });
  }
  for (const asked of [facet.auth, ...facet.alternatives].flat()) {
    if (asked.node !== undefined) estate.connect({ verb: 'authorizedBy', from: id, to: asked.node, at: asked.at });
  }
  return id;
}

/** The same route written twice does not deploy; both are kept so that neither is judged in silence. */
function freeId(estate: EstateBuilder, wanted: NodeId): NodeId {
  let id = wanted;
  for (let copy = 2; estate.nodes.has(id); copy++) id = `${wanted} (${copy})`;
  return id;
}
