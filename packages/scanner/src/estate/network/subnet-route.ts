import { asText, type NodeId, type Value } from '@leastwise/model';
import type { Estate } from '../estate.ts';

/**
 * How a subnet gets to the internet. `direct`: through an internet gateway (a function there still has no public address,
 * so it reaches nothing); `nat`; `none`; `unknown`: its routes are not in the tree.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html
 */
export type SubnetRoute = 'direct' | 'nat' | 'none' | 'unknown';

export function subnetRoute(estate: Estate, subnet: Value<unknown>): SubnetRoute {
  const node = estate.resolve(subnet, 'subnet');
  if (node === undefined) return 'unknown';
  const tables = estate
    .of('route-table-association')
    .filter((association) => estate.resolve(association.facet.subnet, 'subnet')?.id === node.id)
    .map((association) => estate.resolve(association.facet.table, 'route-table')?.id);
  // Without an association the main table of the VPC holds, which CloudFormation does not show.
  if (tables.length === 0 || tables.includes(undefined)) return 'unknown';
  return widest(tables.map((table) => tableRoute(estate, table)));
}

function tableRoute(estate: Estate, table: NodeId | undefined): SubnetRoute {
  const routes = estate
    .of('network-route')
    .filter((route) => estate.resolve(route.facet.table, 'route-table')?.id === table);
  const found = routes.map((route): SubnetRoute => {
    const { destination, destinationIpv6, gateway, natGateway, instance, networkInterface, transitGateway } =
      route.facet;
    const everywhere = asText(destination) === '0.0.0.0/0' || asText(destinationIpv6) === '::/0';
    if (!everywhere) return destination.kind === 'unknown' ? 'unknown' : 'none';
    if (natGateway.kind !== 'absent' || instance.kind !== 'absent' || networkInterface.kind !== 'absent') return 'nat';
    if (transitGateway.kind !== 'absent') return 'unknown';
    return gateway.kind === 'absent' ? 'none' : 'direct';
  });
  return widest(found);
}

function widest(routes: readonly SubnetRoute[]): SubnetRoute {
  return (['direct', 'nat', 'unknown'] as const).find((route) => routes.includes(route)) ?? 'none';
}
