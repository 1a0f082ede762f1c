import type { EstateBuilder, Linker } from '../estate.ts';
import { reachableFrom } from './reachable-from.ts';

/** Places functions in their networks, and says which data stores their security groups let them talk to. */
export const linkNetwork: Linker = (estate) => {
  for (const subnet of estate.of('subnet')) join(estate, subnet.id, subnet.facet.vpc);
  for (const group of estate.of('security-group')) join(estate, group.id, group.facet.vpc);
  linkProxies(estate);
  for (const node of estate.of('function')) {
    const { vpc } = node.facet;
    if (!vpc.present) continue;
    for (const value of vpc.subnets.items) join(estate, node.id, value);
    for (const value of vpc.securityGroups.items) join(estate, node.id, value);
    for (const reached of reachableFrom(estate, node)) {
      estate.connect({ verb: 'calls', from: node.id, to: reached.node.id, at: reached.at, note: reached.note });
    }
    linkThroughProxies(estate, node.id);
  }
};

/** A proxy hands every connection on to its databases, and an endpoint of a proxy to the proxy. */
function linkProxies(estate: EstateBuilder): void {
  for (const endpoint of estate.of('database-proxy-endpoint')) {
    const proxy = estate.resolve(endpoint.facet.proxy, 'database-proxy');
    if (proxy !== undefined) {
      estate.connect({ verb: 'routesTo', from: endpoint.id, to: proxy.id, at: endpoint.facet.proxy.origin });
    }
  }
  for (const target of estate.of('database-proxy-target')) {
    const proxy = estate.resolve(target.facet.proxy, 'database-proxy');
    if (proxy === undefined) continue;
    for (const value of [...target.facet.clusters.items, ...target.facet.instances.items]) {
      const database = estate.resolve(value, 'database-cluster', 'database-instance');
      if (database !== undefined)
        estate.connect({ verb: 'routesTo', from: proxy.id, to: database.id, at: value.origin });
    }
  }
}

/** Whoever talks to a proxy talks to the databases behind it, although their own groups admit only the proxy. */
function linkThroughProxies(estate: EstateBuilder, from: string): void {
  const open = estate.edgesFrom(from, 'calls').map(({ to, at }) => ({ to, at }));
  const met = new Set(open.map(({ to }) => to));
  for (const { to, at } of open) {
    const proxy = estate.get(to, 'database-proxy') ?? estate.get(to, 'database-proxy-endpoint');
    if (proxy === undefined) continue;
    for (const edge of estate.edgesFrom(proxy.id, 'routesTo')) {
      if (met.has(edge.to)) continue;
      met.add(edge.to);
      open.push({ to: edge.to, at });
      estate.connect({ verb: 'calls', from, to: edge.to, at, note: `through database proxy ${proxy.name}` });
    }
  }
}

function join(estate: EstateBuilder, from: string, to: Parameters<EstateBuilder['resolve']>[0]): void {
  const target = estate.resolve(to, 'vpc', 'subnet', 'security-group');
  if (target !== undefined) estate.connect({ verb: 'attachedTo', from, to: target.id, at: to.origin });
}
