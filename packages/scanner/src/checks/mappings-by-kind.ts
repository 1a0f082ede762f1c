import type { Mappings } from '@leastwise/model';
import type { Kind } from '../estate/facets/index.ts';
import { joinMappings } from './join-mappings.ts';

/**
 * For a check that asks several kinds what other tools ask each in a rule of its own: a finding names the rules of its
 * kind only, the check names all. Spread it into the check.
 */
export function mappingsByKind<K extends Kind>(
  same: Mappings,
  own: Readonly<Record<K, Mappings>>,
): { readonly mappings: Mappings; readonly byKind: Readonly<Record<K, Mappings>> } {
  const kinds = Object.entries(own) as [K, Mappings][];
  return {
    mappings: joinMappings(same, ...kinds.map(([, mappings]) => mappings)),
    byKind: Object.fromEntries(kinds.map(([kind, mappings]) => [kind, joinMappings(same, mappings)])) as Record<
      K,
      Mappings
    >,
  };
}
