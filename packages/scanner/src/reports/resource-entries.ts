import type { NodeId, ReportResource } from '@leastwise/model';
import { encryptionOf } from '../analyses/inventory/encryption.ts';
import { isInventoryKind } from '../analyses/inventory/inventory-kinds.ts';
import type { ScannedApplication, World } from '../scan.ts';
import type { AnyNode } from '../estate/estate.ts';
import type { ReportContext } from './build-report.ts';

/** Every resource that somebody could own, read or write; not the functions, and not the glue between them. */
export function resourcesOf(application: ScannedApplication, context: ReportContext): readonly ReportResource[] {
  const entries = new Map<NodeId, ReportResource>();
  for (const world of application.worlds) {
    for (const node of world.estate.nodes.values()) {
      if (!isInventoryKind(node.kind) || entries.has(node.id)) continue;
      entries.set(node.id, entryOf(node, world, application.name, context));
    }
  }
  return [...entries.values()];
}

function entryOf(node: AnyNode, world: World, application: string, context: ReportContext): ReportResource {
  const users = (verb: 'reads' | 'writes'): readonly string[] =>
    [...new Set(world.estate.edgesTo(node.id, verb).map((edge) => edge.from))].sort();
  return {
    id: node.id,
    kind: node.kind === 'other' ? node.type : node.kind,
    name: node.name,
    application,
    location: context.locate(node.at),
    exposure: world.facts.exposure.of(node.id),
    encrypted: encryptionOf(node, world.estate),
    readBy: users('reads'),
    writtenBy: users('writes'),
    owner: context.owners.of(node, world.estate) ?? null,
  };
}
