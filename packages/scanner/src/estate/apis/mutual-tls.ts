import type { NodeId, SourceRange } from '@leastwise/model';
import type { AuthRequirement } from '../auth-requirement.ts';
import type { Estate, NodeOf } from '../estate.ts';

/** The custom domains that lead to an API, and where the mapping is written. */
export function domainsOf(estate: Estate, api: NodeId): readonly { readonly domain: NodeOf<'domain-name'>; readonly at: SourceRange }[] {
  const found: { domain: NodeOf<'domain-name'>; at: SourceRange }[] = [];
  for (const mapping of [...estate.of('base-path-mapping'), ...estate.of('api-mapping')]) {
    if (estate.resolve(mapping.facet.api, 'rest-api', 'http-api')?.id !== api) continue;
    const names = 'domainArn' in mapping.facet ? [mapping.facet.domain, mapping.facet.domainArn] : [mapping.facet.domain];
    for (const name of names) {
      const domain = estate.get(estate.resolve(name, 'domain-name')?.id, 'domain-name');
      if (domain !== undefined) found.push({ domain, at: mapping.keyRange });
    }
  }
  return found;
}

/** Mutual TLS is asked of every caller only when every domain asks for it and the execute-api address is off. */
export function mutualTlsRequirement(estate: Estate, api: NodeId, defaultEndpointDisabled: boolean): readonly AuthRequirement[] {
  const domains = domainsOf(estate, api);
  const [first] = domains;
  if (first === undefined || !defaultEndpointDisabled) return [];
  if (!domains.every(({ domain }) => domain.facet.mutualTls.present)) return [];
  return [{ kind: 'mutual-tls', at: first.domain.facet.mutualTls.origin, node: first.domain.id }];
}
