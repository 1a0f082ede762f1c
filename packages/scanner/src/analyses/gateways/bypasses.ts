import type { Estate } from '../../estate/estate.ts';
import type { NodeId } from '@leastwise/model';
import { isGuarded, waysThrough, type WayThrough } from './ways-through.ts';

/** An open route of an API that leads where guarded ones lead: to the same function, or to their path by another method. */
export interface Bypass {
  readonly way: WayThrough;
  readonly beside: readonly WayThrough[];
}

export interface Bypasses {
  readonly found: readonly Bypass[];
  /** Any route of the API asks who calls. */
  readonly guarded: boolean;
  /** A route that would make a bypass, or be bypassed, if what it asks for were known. */
  readonly unsettled?: WayThrough;
}

export function bypassesOf(estate: Estate, api: NodeId): Bypasses {
  // A WebSocket API asks at $connect for all of its routes.
  const ways = waysThrough(estate, api).filter((way) => way.route.facet.protocol !== 'websocket');
  const guarded = ways.filter(isGuarded);
  const unsettled = ways.find(
    (way) => way.verdict.exposure === 'unknown' && ways.some((other) => other !== way && isHalf(way, other)),
  );
  const found = ways
    .filter((way) => way.verdict.exposure === 'public')
    .map((way) => ({ way, beside: guarded.filter((other) => leadsToSame(way, other)) }))
    .filter(({ beside }) => beside.length > 0);
  return { found, guarded: guarded.length > 0, ...(unsettled === undefined ? {} : { unsettled }) };
}

/** One of two that would make a bypass, if the other turned out to be what it takes. */
function isHalf(unsettled: WayThrough, other: WayThrough): boolean {
  if (other.verdict.exposure === 'public') return leadsToSame(other, unsettled);
  return isGuarded(other)
    ? leadsToSame(unsettled, other)
    : other.verdict.exposure === 'unknown' && leadsToSame(unsettled, other);
}

function leadsToSame(open: WayThrough, guarded: WayThrough): boolean {
  // Browsers send no credentials with a preflight, so OPTIONS must be open even where a function answers it.
  if (open.route.facet.method === 'OPTIONS') return false;
  if (open.function !== undefined && open.function.id === guarded.function?.id) return true;
  return covers(open.route.facet.path, guarded.route.facet.path) && open.route.facet.method === 'ANY';
}

/** `/{proxy+}` and `$default` take whatever no other route takes: the other methods of a guarded path. */
function covers(path: string, other: string): boolean {
  if (path === '$default' || path === other) return true;
  const greedy = /^(.*)\/\{[^}]*\+\}$/.exec(path);
  return greedy !== null && (other === greedy[1] || other.startsWith(`${greedy[1]}/`));
}
