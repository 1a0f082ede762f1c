import { asText, type NodeId, type Value } from '@leastwise/model';
import type { AnyNode, EstateBuilder, Linker } from '../estate.ts';
import { addTrigger } from './add-trigger.ts';

/** Functions that a gateway asks who the caller is: they see every request before it is trusted. */
export const linkAuthorizers: Linker = (estate) => {
  for (const node of estate.of('rest-authorizer')) link(estate, node, node.facet.uri);
  for (const node of estate.of('http-authorizer')) link(estate, node, node.facet.uri);
  for (const api of estate.of('graphql-api')) {
    for (const provider of [api.facet, ...api.facet.additional.items]) link(estate, api, provider.lambdaAuthorizer.uri);
  }
  for (const api of estate.of('event-api'))
    for (const provider of api.facet.providers.items) link(estate, api, provider.uri);
};

function link(estate: EstateBuilder, source: AnyNode, uri: Value): void {
  const target = uri.kind === 'absent' ? undefined : estate.functionOf(uri);
  if (target === undefined) return;
  addAuthorizer(estate, target, source.id, source.name, uri);
}

function addAuthorizer(
  estate: EstateBuilder,
  target: NonNullable<ReturnType<EstateBuilder['functionOf']>>,
  source: NodeId,
  name: string,
  uri: Value,
): void {
  addTrigger(estate, {
    kind: 'authorizer',
    target,
    source,
    label: `authorizer ${name || (asText(uri) ?? '')}`.trim(),
    invocation: 'sync',
    at: uri.origin,
  });
}
