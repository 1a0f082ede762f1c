import { isAbsent, type NodeId, type Value } from '@leastwise/model';
import type { EstateBuilder } from '../estate.ts';

/**
 * Who stands behind a web ACL. For a stage the API gets the edge as well, so that "is this API protected" is one question.
 * The ACL of another stack is stood for by the association, or by the distribution itself.
 */
export function linkFirewalls(estate: EstateBuilder): void {
  for (const association of estate.of('web-acl-association')) {
    const { facet } = association;
    const acl = estate.resolve(facet.webAcl, 'web-acl') ?? estate.resolve(facet.classicWebAcl, 'web-acl');
    const to = acl?.id ?? association.id;
    for (const from of guarded(estate, facet.resource)) {
      estate.connect({ verb: 'protectedBy', from, to, at: association.keyRange });
    }
  }
  for (const distribution of estate.of('distribution')) {
    const { webAcl } = distribution.facet;
    if (isAbsent(webAcl) || (webAcl.kind === 'known' && webAcl.value === '')) continue;
    const acl = estate.resolve(webAcl, 'web-acl');
    estate.connect({ verb: 'protectedBy', from: distribution.id, to: acl?.id ?? distribution.id, at: webAcl.origin });
  }
}

function guarded(estate: EstateBuilder, resource: Value): ReadonlySet<NodeId> {
  const found = new Set<NodeId>();
  for (const reference of references(resource)) {
    const node = estate.resolve(reference);
    if (node === undefined) continue;
    found.add(node.id);
    const stage = node.kind === 'rest-stage' ? node.facet.api : node.kind === 'http-stage' ? node.facet.api : undefined;
    const api = stage === undefined ? undefined : estate.resolve(stage, 'rest-api', 'http-api');
    if (api !== undefined) found.add(api.id);
  }
  return found;
}

function references(value: Value): readonly Value[] {
  if (value.kind !== 'text') return [value];
  const inner = value.parts.filter(
    (part): part is Extract<typeof part, { kind: 'reference' }> =>
      typeof part !== 'string' && part.kind === 'reference',
  );
  return inner.length === 0 ? [value] : inner;
}
