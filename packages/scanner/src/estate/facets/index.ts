import type { FacetOf, Mapping } from '../mapping.ts';
import type { RouteFacet } from '../route.ts';
import type { TriggerFacet } from '../trigger.ts';
import { apiMappings } from './api.ts';
import { functionMappings } from './function.ts';
import { identityMappings } from './identity.ts';
import { messagingMappings } from './messaging.ts';
import { networkMappings } from './network.ts';
import { storageMappings } from './storage.ts';

/** Every mapping table, one a resource kind. A type that stands in none becomes a node of kind `other`. */
export const mappings = [
  ...functionMappings,
  ...apiMappings,
  ...messagingMappings,
  ...storageMappings,
  ...identityMappings,
  ...networkMappings,
] as const;

type Mapped = (typeof mappings)[number];

/** The facet of each kind: read from templates, or derived by joining several resources (`route`, `trigger`). */
export type FacetByKind = { readonly [M in Mapped as M['kind']]: FacetOf<M['fields']> } & {
  readonly route: RouteFacet;
  readonly trigger: TriggerFacet;
  readonly other: undefined;
};

export type Kind = keyof FacetByKind;

/** The kinds of everything that a template can hold. */
export const everyKind: readonly Kind[] = [...new Set<Kind>([...mappings.map((table) => table.kind), 'other'])];

export const mappingByType: ReadonlyMap<string, Mapping> = new Map(
  mappings.flatMap((table: Mapping) => table.types.map((type) => [type, table] as const)),
);

/** The mapping table of a type. Every `Custom::…` type is a custom resource, whatever its author calls it. */
export function mappingOf(type: string): Mapping | undefined {
  return mappingByType.get(type.startsWith('Custom::') ? 'AWS::CloudFormation::CustomResource' : type);
}
