import type { EstateBuilder, Linker } from '../estate.ts';
import { reachableFrom } from './reachable-from.ts';

/** Places functions in their networks, and says which data stores their security groups let them talk to. */
export const linkNetwork: Linker = (estate) => {
  for (const subnet of estate.of('subnet')) join(estate, subnet.id, subnet.facet.vpc);
  for (const group of estate.of('security-group')) join(estate, group.id, group.facet.vpc);
  for (const node of estate.of('function')) {
    const { vpc } = node.facet;
    if (!vpc.present) continue;
    for (const value of vpc.subnets.items) join(estate, node.id, value);
    for (const value of vpc.securityGroups.items) join(estate, node.id, value);
    for (const reached of reachableFrom(estate, node)) {
      estate.connect({ verb: 'calls', from: node.id, to: reached.node.id, at: reached.at, note: reached.note });
    }
  }
};

function join(estate: EstateBuilder, from: string, to: Parameters<EstateBuilder['resolve']>[0]): void {
  const target = estate.resolve(to, 'vpc', 'subnet', 'security-group');
  if (target !== undefined) estate.connect({ verb: 'attachedTo', from, to: target.id, at: to.origin });
}
