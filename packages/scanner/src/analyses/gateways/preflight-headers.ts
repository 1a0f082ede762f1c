import { asMap, type NodeId, type Value } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';

/** The response headers that a REST API's OPTIONS mocks answer with, names in lower case. */
export function headersOfPreflights(
  estate: Estate,
  api: NodeId,
): readonly { readonly name: string; readonly value: Value }[] {
  const found: { name: string; value: Value }[] = [];
  for (const edge of estate.edgesFrom(api, 'routesTo')) {
    const route = estate.get(edge.to, 'route');
    if (route?.facet.preflight === true) collect(route.properties, found, 0);
  }
  return found;
}

const prefix = 'method.response.header.';

function collect(value: Value, found: { name: string; value: Value }[], depth: number): void {
  if (depth > 8) return;
  const members = asMap(value);
  for (const [key, inner] of members ?? []) {
    // Method responses declare the header with true; integration responses give it a value.
    if (key.toLowerCase().startsWith(prefix)) {
      if (inner.kind !== 'known' || typeof inner.value === 'string')
        found.push({ name: key.slice(prefix.length).toLowerCase(), value: inner });
    } else collect(inner, found, depth + 1);
  }
  if (members === undefined && value.kind === 'known' && Array.isArray(value.value)) {
    for (const item of value.value as readonly Value[]) collect(item, found, depth + 1);
  }
}
