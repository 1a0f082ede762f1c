import { logicalIdOf, type NodeId, type SourceRange } from '@leastwise/model';
import type { AuthRequirement } from '../auth-requirement.ts';
import type { EstateBuilder, NodeOf } from '../estate.ts';
import type { TriggerFacet, TriggerKind } from '../trigger.ts';

/** What a linker knows of one way in. */
export interface Start {
  readonly kind: TriggerKind;
  /** As `estate.functionOf` gives it. */
  readonly target: { readonly function: NodeOf<'function'>; readonly qualifier?: NodeId };
  readonly source?: NodeId | undefined;
  readonly label: string;
  readonly invocation: TriggerFacet['invocation'];
  readonly at: SourceRange;
  readonly enabled?: boolean;
  readonly route?: NodeId;
  readonly auth?: readonly AuthRequirement[];
  readonly principal?: string;
  /** The resource that makes the connection, when it is not the source: a mapping, a subscription, a permission. */
  readonly madeBy?: { readonly id: NodeId; readonly type: string };
}

/** Adds a way in to the estate, with its `starts` edge from the source (from the trigger itself when the source is unknown). */
export function addTrigger(estate: EstateBuilder, start: Start): NodeOf<'trigger'> {
  const { function: started, qualifier } = start.target;
  const id = freeId(estate, `${started.id}<${start.kind} ${nameOf(start)}>`);
  const node: NodeOf<'trigger'> = {
    id,
    kind: 'trigger',
    type: 'trigger',
    name: start.label,
    facet: {
      kind: start.kind,
      function: started.id,
      ...(qualifier === undefined ? {} : { qualifier }),
      ...(start.source === undefined ? {} : { source: start.source }),
      label: start.label,
      ...(start.route === undefined ? {} : { route: start.route }),
      auth: start.auth ?? [],
      invocation: start.invocation,
      ...(start.principal === undefined ? {} : { principal: start.principal }),
      enabled: start.enabled ?? true,
      at: start.at,
    },
    at: start.at,
    keyRange: start.at,
    properties: { kind: 'absent', origin: start.at },
    stack: started.stack,
    ...(start.madeBy === undefined ? {} : { generatedFrom: { id: start.madeBy.id, by: start.madeBy.type } }),
  };
  estate.add(node);
  estate.connect({ verb: 'starts', from: start.source ?? id, to: started.id, at: start.at, note: start.label });
  return node;
}

function nameOf(start: Start): string {
  if (start.route !== undefined) return logicalIdOf(start.route);
  const source = start.source === undefined ? start.label : logicalIdOf(start.source);
  return source.replaceAll('/', '|');
}

/** One source may start a function in several ways: the second is told apart by a number in the order of the text. */
function freeId(estate: EstateBuilder, wanted: string): NodeId {
  let id = wanted;
  for (let count = 2; estate.nodes.has(id); count++) id = `${wanted}#${count}`;
  return id;
}
