import { asText, member, type Assignment, type Fragment, type TemplateResource } from '@leastwise/model';
import { linkApis } from './apis/link-apis.ts';
import { createEstate } from './create-estate.ts';
import type { AnyNode, Estate, Linker } from './estate.ts';
import { mappingOf } from './facets/index.ts';
import { linkIdentities } from './identities/link-identities.ts';
import { readFacet } from './mapping.ts';
import { linkNetwork } from './network/link-network.ts';
import { linkInvokers } from './triggers/invokers.ts';
import { linkTriggers } from './triggers/link-triggers.ts';

/** In this order: a trigger may come through a route, and an identity's reach is asked of everything before it. */
const linkers: readonly Linker[] = [linkApis, linkTriggers, linkIdentities, linkInvokers, linkNetwork];

/** Joins the fragments of one application, read under one assignment, into its graph. */
export function buildEstate(application: string, assignment: Assignment, fragments: readonly Fragment[]): Estate {
  const estate = createEstate(application, assignment, fragments);
  for (const fragment of fragments) {
    for (const resource of fragment.resources) {
      if (!estate.nodes.has(resource.id)) estate.add(nodeOf(resource, fragment));
    }
  }
  for (const link of linkers) link(estate);
  return estate;
}

function nodeOf(resource: TemplateResource, fragment: Fragment): AnyNode {
  const table = mappingOf(resource.type);
  const name = table?.nameField === undefined ? undefined : asText(member(resource.properties, table.nameField));
  return {
    id: resource.id,
    kind: table?.kind ?? 'other',
    type: resource.type,
    name: name ?? constructName(resource) ?? resource.logicalId,
    facet: table === undefined ? undefined : readFacet(table.fields, resource.properties),
    at: resource.location,
    keyRange: resource.keyRange,
    properties: resource.properties,
    stack: fragment.stackPath,
    ...(resource.generatedFrom === undefined ? {} : { generatedFrom: resource.generatedFrom }),
    ...(resource.constructPath === undefined ? {} : { constructPath: resource.constructPath }),
    ...(resource.constructOrigin === undefined ? {} : { constructOrigin: resource.constructOrigin }),
    ...(resource.metadata === undefined ? {} : { metadata: resource.metadata }),
  } as AnyNode;
}

/** `PhotoShop/Resize/Resource` is Resize to the people who wrote it: without the stack, and without CDK's inner names. */
function constructName(resource: TemplateResource): string | undefined {
  const parts = resource.constructPath?.split('/').slice(1) ?? [];
  while (parts.length > 1 && (parts.at(-1) === 'Resource' || parts.at(-1) === 'Default')) parts.pop();
  return parts.length === 0 ? undefined : parts.join('/');
}
