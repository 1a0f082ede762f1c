import {
  alternatives,
  asText,
  settled,
  type NodeId,
  type ReportFlow,
  type ReportFunction,
  type ReportHost,
  type ReportTrigger,
  type ReportValue,
  type Value,
} from '@leastwise/model';
import { hostOf } from '../analyses/code/describe-code-value.ts';
import { findingFlow } from '../analyses/code/finding-flow.ts';
import { exposureOrder, type WayIn } from '../analyses/exposure/exposure.ts';
import { whenOf } from '../checks/merge-judgements.ts';
import type { NodeOf } from '../estate/estate.ts';
import type { ScannedApplication, World } from '../scan.ts';
import type { ReportContext } from './build-report.ts';
import { flowEntry } from './flow-entry.ts';
import { permissionEntry } from './permission-entry.ts';

interface Seen {
  readonly world: World;
  readonly node: NodeOf<'function'>;
}

/** The functions of an application; one that stands in several worlds is one entry. */
export function functionsOf(application: ScannedApplication, context: ReportContext): readonly ReportFunction[] {
  const seen = new Map<NodeId, Seen[]>();
  for (const world of application.worlds) {
    for (const node of world.estate.of('function')) {
      const known = seen.get(node.id);
      if (known === undefined) seen.set(node.id, [{ world, node }]);
      else known.push({ world, node });
    }
  }
  return [...seen.values()].map((worlds) => entryOf(worlds, application, context));
}

function entryOf(seen: readonly Seen[], application: ScannedApplication, context: ReportContext): ReportFunction {
  const first = seen[0] as Seen;
  const { node } = first;
  const handler = first.world.facts.handlers.of(node.id);
  const triggers = triggersOf(seen, context);
  const always = seen.length === application.worlds.length;
  return {
    id: node.id,
    name: node.name,
    provider: 'aws',
    runtime: across(seen, (function_) => function_.facet.runtime, first),
    application: application.name,
    location: context.locate(node.at),
    ...(always ? {} : { when: whenOf(seen.map((entry) => entry.world.assignment)) }),
    ...(node.constructPath === undefined ? {} : { constructPath: node.constructPath }),
    owner: context.owners.of(node, first.world.estate) ?? null,
    handler: {
      declared: handler.declared ?? null,
      file: handler.status === 'resolved' ? handler.file : null,
      export: handler.status === 'resolved' ? handler.export : null,
      resolved: handler.status === 'resolved',
      ...(handler.status === 'missing' ? { reason: handler.reason } : {}),
      ...(handler.status === 'unknown' ? { reason: handler.open.reason } : {}),
    },
    config: {
      timeout: across(seen, (function_) => function_.facet.timeout, first),
      memory: across(seen, (function_) => function_.facet.memory, first),
      reservedConcurrency: across(seen, (function_) => function_.facet.reservedConcurrency, first),
    },
    exposure:
      exposureOrder.find((exposure) => seen.some((entry) => entry.world.facts.exposure.of(node.id) === exposure)) ??
      'internal',
    triggers,
    identity: identityOf(first),
    reaches: reachesOf(seen),
    permissions: permissionEntry(first.world, node, context.locate),
    flows: flowsOf(seen, context),
    hosts: hostsOf(seen, context),
    secrets: secretsOf(seen, context),
  };
}

function across<T extends string | number>(
  seen: readonly Seen[],
  field: (node: NodeOf<'function'>) => Value<T>,
  first: Seen,
): ReportValue<T> {
  const found = new Set<T>();
  for (const { node } of seen) {
    const value = field(node);
    const listed = alternatives(value);
    if (listed === undefined && value.kind !== 'absent') {
      return { unknown: first.world.estate.openReason(value)?.reason ?? 'It is known only to a deployment.' };
    }
    listed?.forEach((one) => found.add(one));
  }
  const only = [...found];
  return only.length === 0 ? null : only.length === 1 ? (only[0] as T) : { oneOf: only };
}

function triggersOf(seen: readonly Seen[], context: ReportContext): readonly ReportTrigger[] {
  const entries = new Map<string, ReportTrigger>();
  for (const { world, node } of seen) {
    for (const way of world.facts.exposure.waysIn(node.id)) {
      const entry = triggerOf(way, world, context);
      entries.set(JSON.stringify([entry.kind, entry.source, entry.route, entry.auth, entry.location]), entry);
    }
  }
  return [...entries.values()];
}

function triggerOf(way: WayIn, world: World, context: ReportContext): ReportTrigger {
  const { facet } = way.trigger;
  const source = facet.source === undefined ? undefined : world.estate.nodes.get(facet.source);
  const route = world.estate.get(facet.route, 'route');
  return {
    kind: facet.kind,
    source: source?.id ?? facet.label,
    ...(route === undefined ? {} : { route: `${route.facet.method} ${route.facet.path}`.trim() }),
    auth: [...new Set(facet.auth.map((requirement) => requirement.kind))],
    exposure: way.exposure,
    via: way.via.map((step) => step.message),
    invocation: facet.invocation,
    location: context.locate(facet.at),
  };
}

function identityOf({ world, node }: Seen): ReportFunction['identity'] {
  const edge = world.estate.edgesFrom(node.id, 'assumes')[0];
  if (edge !== undefined) {
    const users = new Set(world.estate.edgesTo(edge.to, 'assumes').map((other) => other.from));
    return {
      id: edge.to,
      shared: [...users].filter((id) => world.estate.get(id, 'function') !== undefined).length > 1,
    };
  }
  const written = asText(node.facet.role) ?? settled(node.facet.role);
  return typeof written === 'string' ? { id: written, shared: false } : null;
}

function flowsOf(seen: readonly Seen[], context: ReportContext): ReportFunction['flows'] {
  const found = new Map<string, ReportFlow>();
  for (const { world, node } of seen) {
    for (const flow of world.facts.code.of(node.id)?.flows ?? []) {
      const entry = flowEntry(findingFlow(flow), context.locate);
      found.set(JSON.stringify([entry.class, entry.source.path, entry.sink]), entry);
    }
  }
  return [...found.values()];
}

function hostsOf(seen: readonly Seen[], context: ReportContext): ReportFunction['hosts'] {
  const found = new Map<string, ReportHost>();
  for (const { world, node } of seen) {
    for (const call of world.facts.code.of(node.id)?.hosts ?? []) {
      const entry: ReportHost = {
        host: hostOf(call.url),
        tls: call.tls ?? null,
        credential: call.credential?.kind ?? null,
        location: context.locate(call.at),
      };
      found.set(JSON.stringify(entry), entry);
    }
  }
  return [...found.values()];
}

function secretsOf(seen: readonly Seen[], context: ReportContext): ReportFunction['secrets'] {
  const found = new Map<string, ReportFunction['secrets'][number]>();
  for (const { world, node } of seen) {
    for (const { match, at } of [...world.facts.secrets.of(node.id), ...world.facts.codeSecrets.of(node.id)]) {
      const location = context.locate(at);
      found.set(JSON.stringify([match.kind, location]), { kind: match.kind, fingerprint: match.fingerprint, location });
    }
  }
  return [...found.values()];
}

function reachesOf(seen: readonly Seen[]): ReportFunction['reaches'] {
  const found = new Map<string, ReportFunction['reaches'][number]>();
  for (const { world, node } of seen) {
    for (const edge of world.estate.edgesFrom(node.id, 'reads', 'writes', 'invokes')) {
      const how = edge.verb as 'reads' | 'writes' | 'invokes';
      found.set(`${edge.to}\0${how}`, { resource: edge.to, how, via: edge.note ?? '' });
    }
  }
  return [...found.keys()].sort().map((key) => found.get(key) as ReportFunction['reaches'][number]);
}
