import type { NodeId, SourceRange } from '@leastwise/model';
import type { AuthRequirement } from '../auth-requirement.ts';
import type { Estate, NodeOf } from '../estate.ts';

export interface DomainOfApi {
  readonly domain: NodeOf<'domain-name'>;
  /** Where the mapping is written. */
  readonly at: SourceRange;
}

const known = new WeakMap<Estate, ReadonlyMap<NodeId, readonly DomainOfApi[]>>();

/** The custom domains that lead to an API. Found once for an estate: linking adds no domains. */
export function domainsOf(estate: Estate, api: NodeId): readonly DomainOfApi[] {
  const found = known.get(estate) ?? domainsByApi(estate);
  known.set(estate, found);
  return found.get(api) ?? [];
}

function domainsByApi(estate: Estate): ReadonlyMap<NodeId, readonly DomainOfApi[]> {
  const found = new Map<NodeId, DomainOfApi[]>();
  for (const mapping of [...estate.of('base-path-mapping'), ...estate.of('api-mapping')]) {
    const api = estate.resolve(mapping.facet.api, 'rest-api', 'http-api')?.id;
    if (api === undefined) continue;
    const names =
      'domainArn' in mapping.facet ? [mapping.facet.domain, mapping.facet.domainArn] : [mapping.facet.domain];
    for (const name of names) {
      const domain = estate.get(estate.resolve(name, 'domain-name')?.id, 'domain-name');
      if (domain !== undefined) found.set(api, [...(found.get(api) ?? []), { domain, at: mapping.keyRange }]);
    }
  }
  return found;
}

/** Mutual TLS is asked of every caller only when every domain asks for it and the execute-api address is off. */
export function mutualTlsRequirement(
  estate: Estate,
  api: NodeId,
  defaultEndpointDisabled: boolean,
): readonly AuthRequirement[] {
  const domains = domainsOf(estate, api);
  const [first] = domains;
  if (first === undefined || !defaultEndpointDisabled) return [];
  if (!domains.every(({ domain }) => domain.facet.mutualTls.present)) return [];
  return [{ kind: 'mutual-tls', at: first.domain.facet.mutualTls.origin, node: first.domain.id }];
}
