import { asText, settled, type NodeId, type SourceRange, type Value } from '@leastwise/model';
import type { Estate, NodeOf } from '../estate.ts';

/** One line that lets traffic in to a security group. */
export interface IngressRule {
  readonly group: NodeId;
  /** The group that traffic may come from. */
  readonly from?: NodeId;
  readonly cidr?: string;
  /** Ports; undefined: every port or not known. */
  readonly ports?: { readonly from: number; readonly to: number };
  readonly at: SourceRange;
}

/** Every ingress line of a group, those written as resources of their own included. */
export function ingressRules(estate: Estate, group: NodeOf<'security-group'>): readonly IngressRule[] {
  const inline = group.facet.ingress.items.map((line) => rule(estate, group.id, line, line.origin));
  const separate = (separateLines(estate).get(group.id) ?? []).map((line) =>
    rule(estate, group.id, line.facet, line.keyRange),
  );
  return [...inline, ...separate];
}

const kept = new WeakMap<Estate, ReadonlyMap<NodeId, readonly NodeOf<'security-group-ingress'>[]>>();

function separateLines(estate: Estate): ReadonlyMap<NodeId, readonly NodeOf<'security-group-ingress'>[]> {
  const known = kept.get(estate);
  if (known !== undefined) return known;
  const byGroup = new Map<NodeId, NodeOf<'security-group-ingress'>[]>();
  for (const line of estate.of('security-group-ingress')) {
    const group = estate.resolve(line.facet.owner, 'security-group');
    if (group === undefined) continue;
    const lines = byGroup.get(group.id);
    if (lines === undefined) byGroup.set(group.id, [line]);
    else lines.push(line);
  }
  kept.set(estate, byGroup);
  return byGroup;
}

interface Line {
  readonly fromPort: Value<number>;
  readonly toPort: Value<number>;
  readonly cidr: Value;
  readonly cidrIpv6: Value;
  readonly group: Value;
}

function rule(estate: Estate, group: NodeId, line: Line, at: SourceRange): IngressRule {
  const from = line.group.kind === 'absent' ? undefined : estate.resolve(line.group, 'security-group')?.id;
  const cidr = asText(line.cidr) ?? asText(line.cidrIpv6);
  const first = settled(line.fromPort);
  const last = settled(line.toPort);
  return {
    group,
    at,
    ...(from === undefined ? {} : { from }),
    ...(cidr === undefined ? {} : { cidr }),
    ...(first === undefined || last === undefined || first < 0 ? {} : { ports: { from: first, to: last } }),
  };
}

/** True for a range that holds every address of the internet. */
export function isWholeInternet(cidr: string | undefined): boolean {
  return cidr === '0.0.0.0/0' || cidr === '::/0';
}
