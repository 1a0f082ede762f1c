import type { Evidence, NodeId, Severity, SourceRange } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { authVerdict, type AuthVerdict } from '../exposure/auth-verdict.ts';
import type { ActionClass } from '../permissions/action-class.ts';
import { mayReach } from '../permissions/confinement.ts';
import { rightsOf, rightsOfRole, type Right } from '../permissions/rights-of.ts';
import { serviceCall } from './service-call.ts';

/** A route that carries requests to something, with who gets through and what is behind. */
export interface WayThrough {
  readonly route: NodeOf<'route'>;
  readonly verdict: AuthVerdict;
  /** The function behind it, when it is in the tree. */
  readonly function?: NodeOf<'function'>;
  /** What the function may write, read or call; for a service integration what its role does there. */
  readonly writes: readonly string[];
  readonly reads: readonly string[];
  /** What the role behind it permits beyond logging, in the templates and outside them. */
  readonly rights: readonly Right[];
  /** Why more may be behind it than is known; undefined when it is a function that gets to nothing. */
  readonly mayReach?: string;
}

/** The routes of a gateway that do something: no preflight answers, no mocks. */
export function waysThrough(estate: Estate, gateway: NodeId): readonly WayThrough[] {
  const asked = known.get(estate) ?? new Map<NodeId, readonly WayThrough[]>();
  known.set(estate, asked);
  const found = asked.get(gateway) ?? waysOf(estate, gateway);
  asked.set(gateway, found);
  return found;
}

/** Every check of a gateway asks for them. */
const known = new WeakMap<Estate, Map<NodeId, readonly WayThrough[]>>();

function waysOf(estate: Estate, gateway: NodeId): readonly WayThrough[] {
  const ways: WayThrough[] = [];
  for (const edge of estate.edgesFrom(gateway, 'routesTo')) {
    const route = estate.get(edge.to, 'route');
    if (route === undefined || route.facet.preflight || route.facet.integration.kind === 'mock') continue;
    ways.push(wayThrough(estate, route));
  }
  return ways;
}

export function wayThrough(estate: Estate, route: NodeOf<'route'>): WayThrough {
  const called = functionBehind(estate, route);
  const names = (verb: 'writes' | 'reads' | 'invokes'): readonly string[] =>
    called === undefined
      ? []
      : [...new Set(estate.edgesFrom(called.id, verb).map((edge) => estate.nodes.get(edge.to)?.name ?? edge.to))];
  const service = serviceCall(estate, route);
  const further =
    called === undefined
      ? route.facet.integration.kind === 'lambda'
        ? 'the function behind it does not stand in the templates'
        : 'what the backend does with a call is not known'
      : mayReach(estate, called);
  return {
    route,
    verdict: authVerdict(route.facet.auth, estate),
    ...(called === undefined ? {} : { function: called }),
    writes:
      service === undefined
        ? [...names('writes'), ...names('invokes')]
        : service.how === 'writes'
          ? [service.name]
          : [],
    reads: service === undefined ? names('reads') : service.how === 'reads' ? [service.name] : [],
    rights: service === undefined ? rightsBehind(estate, route, called) : [],
    ...(further === undefined ? {} : { mayReach: further }),
  };
}

/** Of the function, or of the role in whose name a GraphQL data source calls the address of a service. */
function rightsBehind(
  estate: Estate,
  route: NodeOf<'route'>,
  called: NodeOf<'function'> | undefined,
): readonly Right[] {
  if (called !== undefined) return rightsOf(estate, called).held;
  const role =
    route.facet.integration.kind === 'http' ? estate.resolve(route.facet.integration.credentials, 'role') : undefined;
  return role === undefined ? [] : rightsOfRole(estate, role.id).held;
}

/** Whether a call may change data, send or start something. */
export function changesSomething(way: WayThrough): boolean {
  return way.writes.length > 0 || way.rights.some((right) => right.class === 'writes');
}

function tellsSomething(way: WayThrough): boolean {
  return way.reads.length > 0 || way.rights.some((right) => right.class === 'reads' || right.class === 'spends');
}

/** The function that a route starts, through aliases and versions. */
export function functionBehind(estate: Estate, route: NodeOf<'route'>): NodeOf<'function'> | undefined {
  const { kind, target, uri } = route.facet.integration;
  if (kind !== 'lambda') return undefined;
  const direct = estate.get(target, 'function');
  return direct ?? estate.functionOf(uri)?.function;
}

/** True when a caller needs to prove something: an API key proves nothing, and what is not known is not counted. */
export function isGuarded(way: WayThrough): boolean {
  return (
    way.verdict.exposure === 'authenticated' ||
    way.verdict.exposure === 'public-sign-up' ||
    way.verdict.exposure === 'internal'
  );
}

/**
 * How much an open way matters: what is behind it may change data, send or start something (`high`), hand out data or run
 * up a bill with a paid service (`medium`); it is not known to (`low`); it gets to nothing (`info`). It is never
 * `critical` by itself, because the code in between may still refuse.
 */
export function severityOfOpenWay(ways: readonly WayThrough[]): Severity {
  if (ways.some(changesSomething)) return 'high';
  if (ways.some(tellsSomething)) return 'medium';
  return ways.every((way) => way.mayReach === undefined) ? 'info' : 'low';
}

/** The end of a message about open ways that are not grave: why not, or what is not known. Empty for others. */
export function reservation(ways: readonly WayThrough[]): string {
  const severity = severityOfOpenWay(ways);
  if (severity === 'info') return ' What is behind has no rights beyond logging, and nothing else to reach is named.';
  const unsure = severity === 'low' ? ways.find((way) => way.mayReach !== undefined)?.mayReach : undefined;
  return unsure === undefined ? '' : ` ${unsure.charAt(0).toUpperCase()}${unsure.slice(1)}.`;
}

/** The path of a way as evidence: where its authorization would stand, and what a call reaches. */
export function evidenceOf(way: WayThrough, asks: string): readonly Evidence[] {
  const { route } = way;
  return [
    { at: route.facet.authAt, message: `${route.name} ${asks}` },
    { at: route.facet.integration.at, message: `${route.name} ${reaches(way)}` },
  ];
}

function reaches(way: WayThrough): string {
  const data = [
    ...(way.writes.length === 0 ? [] : [`may write ${listed(way.writes)}`]),
    ...(way.reads.length === 0 ? [] : [`may read ${listed(way.reads)}`]),
    ...(way.writes.length + way.reads.length > 0 || way.rights.length === 0
      ? []
      : [`may call ${listed([...new Set(worstFirst(way.rights).map((right) => right.action))])}`]),
  ].join(' and ');
  if (way.function !== undefined) return `starts ${way.function.name}${data === '' ? '' : `, which ${data}`}`;
  if (way.route.facet.integration.kind === 'service')
    return way.writes.length > 0 ? `hands requests on to ${listed(way.writes)}` : `answers from ${listed(way.reads)}`;
  if (way.route.facet.integration.kind === 'lambda') return 'starts a function that is not in the tree';
  return data === '' ? 'is handed on' : `is handed on in the name of a role that ${data}`;
}

const gravity: readonly ActionClass[] = ['writes', 'reads', 'spends', 'looks'];

function worstFirst(rights: readonly Right[]): readonly Right[] {
  return [...rights].sort((left, right) => gravity.indexOf(left.class) - gravity.indexOf(right.class));
}

/** Why it is not known who gets through, when it is not. */
export function openQuestion(
  way: WayThrough,
): { readonly at: SourceRange; readonly what: string; readonly why: string; readonly settleWith?: string } | undefined {
  if (way.verdict.exposure !== 'unknown') return undefined;
  const asked = way.route.facet.auth.find((requirement) => requirement.kind === 'unknown');
  const settle = asked?.settleWith ?? way.verdict.settleWith;
  return {
    at: asked?.at ?? way.route.facet.authAt,
    what: `who gets through ${way.route.name}`,
    why: asked?.note ?? way.verdict.reason ?? 'It is known only to a deployment.',
    ...(settle === undefined ? {} : { settleWith: settle }),
  };
}

/** `Orders`, `Orders and Photos`, `Orders, Photos and 3 more`. */
export function listed(names: readonly string[], most = 3): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
