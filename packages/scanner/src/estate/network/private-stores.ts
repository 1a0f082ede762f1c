import type { Value } from '@leastwise/model';
import type { AnyNode, Estate } from '../estate.ts';

/** A store that is reached over the network of a VPC, with the security groups that guard it. */
export interface PrivateStore {
  readonly node: AnyNode;
  readonly securityGroups: readonly Value[];
}

/** Databases, caches, search domains, brokers and file systems that stand in a VPC. */
export function privateStores(estate: Estate): readonly PrivateStore[] {
  const found: PrivateStore[] = [];
  const add = (node: AnyNode, ...lists: readonly { readonly items: readonly Value[] }[]): void => {
    found.push({ node, securityGroups: lists.flatMap((list) => list.items) });
  };
  for (const node of estate.of('database-instance')) add(node, node.facet.securityGroups);
  for (const node of estate.of('database-cluster')) add(node, node.facet.securityGroups);
  for (const node of estate.of('database-proxy')) add(node, node.facet.securityGroups);
  for (const node of estate.of('database-proxy-endpoint')) add(node, node.facet.securityGroups);
  for (const node of estate.of('warehouse')) add(node, node.facet.securityGroups, node.facet.workgroupSecurityGroups);
  for (const node of estate.of('cache')) add(node, node.facet.securityGroups, node.facet.vpcSecurityGroups);
  for (const node of estate.of('accelerator')) add(node, node.facet.securityGroups);
  for (const node of estate.of('search-domain')) if (node.facet.vpc.present) add(node, node.facet.vpc.securityGroups);
  for (const node of estate.of('kafka-cluster')) {
    add(node, node.facet.securityGroups, ...node.facet.networks.items.map((network) => network.securityGroups));
  }
  for (const node of estate.of('message-broker')) add(node, node.facet.securityGroups);
  for (const node of estate.of('mount-target')) add(node, node.facet.securityGroups);
  return found;
}
