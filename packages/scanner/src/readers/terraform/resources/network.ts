import { asList, asText, type Value } from '@leastwise/model';
import { argument, isNothing } from './argument.ts';
import { document } from './document.ts';
import { eachBlock, known, mapOf } from './read.ts';
import { row, type Extra, type Properties, type Read, type Row, type Scope } from './row.ts';

type Direction = 'ingress' | 'egress';

const groupWord = { ingress: 'SourceSecurityGroupId', egress: 'DestinationSecurityGroupId' } as const;
const prefixWord = { ingress: 'SourcePrefixListId', egress: 'DestinationPrefixListId' } as const;

/**
 * A line of Terraform names several ranges and groups at once; CloudFormation has a line for each. `self` is the group that the
 * line is in.
 */
function lines(block: Value, direction: Direction, self: Value): readonly (readonly [string, Value])[] {
  const each = (name: string, property: string): readonly (readonly [string, Value])[] => {
    const value = argument(block, name);
    if (isNothing(value)) return [];
    return (asList(value) ?? [value]).map((item) => [property, item] as const);
  };
  const own = argument(block, 'self');
  return [
    ...each('cidr_blocks', 'CidrIp'),
    ...each('ipv6_cidr_blocks', 'CidrIpv6'),
    ...each('prefix_list_ids', prefixWord[direction]),
    ...each('security_groups', groupWord[direction]),
    ...each('source_security_group_id', groupWord[direction]),
    ...(own.kind === 'known' && own.value === true ? [[groupWord[direction], self] as const] : []),
  ];
}

function ports(block: Value): Readonly<Record<string, Value>> {
  const members: Record<string, Value> = {};
  for (const [property, name] of [
    ['IpProtocol', 'protocol'],
    ['FromPort', 'from_port'],
    ['ToPort', 'to_port'],
    ['Description', 'description'],
  ] as const) {
    const value = argument(block, name);
    if (!isNothing(value)) members[property] = value;
  }
  // -1 is every protocol, and the ports beside it say nothing.
  if (members['IpProtocol'] !== undefined && asText(members['IpProtocol']) === '-1') {
    delete members['FromPort'];
    delete members['ToPort'];
  }
  return members;
}

const inlineLines = (direction: Direction): Read =>
  eachBlock(direction, (scope) => {
    const self: Value = {
      kind: 'reference',
      node: scope.instance.id,
      attribute: 'GroupId',
      origin: scope.block.origin,
    };
    const found = lines(scope.block, direction, self);
    const common = ports(scope.block);
    return found.map(([property, value]) => mapOf({ ...common, [property]: value }, scope.block.origin));
  });

/** A rule is a resource for each range in it: the first is the rule itself, the others come of it. */
function ruleLines(scope: Scope): readonly Value[] {
  const direction: Direction = asText(argument(scope.block, 'type')) === 'egress' ? 'egress' : 'ingress';
  const owner = argument(scope.block, 'security_group_id');
  const common = { ...ports(scope.block), GroupId: owner };
  const found = lines(scope.block, direction, owner);
  if (found.length === 0) return [mapOf(common, scope.block.origin)];
  return found.map(([property, value]) => mapOf({ ...common, [property]: value }, scope.block.origin));
}

const ruleType = (scope: Scope): string =>
  asText(argument(scope.block, 'type')) === 'egress'
    ? 'AWS::EC2::SecurityGroupEgress'
    : 'AWS::EC2::SecurityGroupIngress';

/** `route {}` inside of a table. */
function inlineRoutes(scope: Scope): readonly Extra[] {
  const table: Value = {
    kind: 'reference',
    node: scope.instance.id,
    attribute: 'Ref',
    origin: scope.instance.keyRange,
  };
  return (asList(argument(scope.block, 'route')) ?? []).map((block, index) => ({
    suffix: `route[${index}]`,
    type: 'AWS::EC2::Route',
    properties: mapOf({ RouteTableId: table, ...routeTargets(block) }, block.origin),
    location: block.origin,
  }));
}

function routeTargets(block: Value): Readonly<Record<string, Value>> {
  const members: Record<string, Value> = {};
  for (const [property, ...names] of [
    ['DestinationCidrBlock', 'destination_cidr_block', 'cidr_block'],
    ['DestinationIpv6CidrBlock', 'destination_ipv6_cidr_block', 'ipv6_cidr_block'],
    ['GatewayId', 'gateway_id'],
    ['NatGatewayId', 'nat_gateway_id'],
    ['EgressOnlyInternetGatewayId', 'egress_only_gateway_id'],
    ['InstanceId', 'instance_id'],
    ['NetworkInterfaceId', 'network_interface_id'],
    ['TransitGatewayId', 'transit_gateway_id'],
    ['VpcEndpointId', 'vpc_endpoint_id'],
  ] as const) {
    const value = names.map((name) => argument(block, name)).find((written) => !isNothing(written));
    if (value !== undefined) members[property] = value;
  }
  return members;
}

const route: Properties = {
  RouteTableId: 'route_table_id',
  DestinationCidrBlock: 'destination_cidr_block',
  DestinationIpv6CidrBlock: 'destination_ipv6_cidr_block',
  GatewayId: 'gateway_id',
  NatGatewayId: 'nat_gateway_id',
  EgressOnlyInternetGatewayId: 'egress_only_gateway_id',
  InstanceId: 'instance_id',
  NetworkInterfaceId: 'network_interface_id',
  TransitGatewayId: 'transit_gateway_id',
};

const vpcRule = (direction: Direction): Properties => ({
  GroupId: 'security_group_id',
  IpProtocol: 'ip_protocol',
  FromPort: 'from_port',
  ToPort: 'to_port',
  Description: 'description',
  CidrIp: 'cidr_ipv4',
  CidrIpv6: 'cidr_ipv6',
  [groupWord[direction]]: 'referenced_security_group_id',
  [prefixWord[direction]]: 'prefix_list_id',
});

/** Terraform takes away the rule that lets everything out, which AWS gives to a group of which nobody says it. */
const egress: Read = (scope) => {
  const written = inlineLines('egress')(scope);
  return written ?? known([], scope.instance.keyRange);
};

export const networkRows: readonly Row[] = [
  row(
    ['aws_vpc', 'aws_default_vpc'],
    'AWS::EC2::VPC',
    { CidrBlock: 'cidr_block' },
    {
      attributes: { default_security_group_id: 'DefaultSecurityGroup' },
    },
  ),
  row(['aws_subnet', 'aws_default_subnet'], 'AWS::EC2::Subnet', {
    VpcId: 'vpc_id',
    CidrBlock: 'cidr_block',
    AvailabilityZone: 'availability_zone',
    AvailabilityZoneId: 'availability_zone_id',
    MapPublicIpOnLaunch: 'map_public_ip_on_launch',
  }),
  row(
    ['aws_route_table', 'aws_default_route_table'],
    'AWS::EC2::RouteTable',
    { VpcId: 'vpc_id' },
    { more: inlineRoutes },
  ),
  row('aws_route', 'AWS::EC2::Route', route),
  row('aws_route_table_association', 'AWS::EC2::SubnetRouteTableAssociation', {
    SubnetId: 'subnet_id',
    RouteTableId: 'route_table_id',
  }),
  row(
    'aws_internet_gateway',
    'AWS::EC2::InternetGateway',
    {},
    {
      more: (scope) => {
        const vpc = argument(scope.block, 'vpc_id');
        if (isNothing(vpc)) return [];
        const gateway: Value = {
          kind: 'reference',
          node: scope.instance.id,
          attribute: 'Ref',
          origin: scope.instance.keyRange,
        };
        return [
          {
            suffix: 'attachment',
            type: 'AWS::EC2::VPCGatewayAttachment',
            properties: mapOf({ VpcId: vpc, InternetGatewayId: gateway }, vpc.origin),
            location: vpc.origin,
          },
        ];
      },
    },
  ),
  row('aws_internet_gateway_attachment', 'AWS::EC2::VPCGatewayAttachment', {
    VpcId: 'vpc_id',
    InternetGatewayId: 'internet_gateway_id',
  }),
  row('aws_nat_gateway', 'AWS::EC2::NatGateway', { SubnetId: 'subnet_id', ConnectivityType: 'connectivity_type' }),
  row(
    ['aws_security_group', 'aws_default_security_group'],
    'AWS::EC2::SecurityGroup',
    {
      GroupName: 'name',
      GroupDescription: 'description',
      VpcId: 'vpc_id',
      SecurityGroupIngress: inlineLines('ingress'),
      SecurityGroupEgress: egress,
    },
    { name: 'name', attributes: { id: 'GroupId', name: 'GroupName' } },
  ),
  row(
    'aws_security_group_rule',
    'AWS::EC2::SecurityGroupIngress',
    {},
    {
      typeOf: ruleType,
      whole: (scope) => ruleLines(scope)[0] ?? scope.block,
      more: (scope) =>
        ruleLines(scope)
          .slice(1)
          .map((properties, index) => ({ suffix: `line[${index + 1}]`, type: ruleType(scope), properties })),
    },
  ),
  row('aws_vpc_security_group_ingress_rule', 'AWS::EC2::SecurityGroupIngress', vpcRule('ingress')),
  row('aws_vpc_security_group_egress_rule', 'AWS::EC2::SecurityGroupEgress', vpcRule('egress')),
  row('aws_vpc_endpoint', 'AWS::EC2::VPCEndpoint', {
    VpcId: 'vpc_id',
    ServiceName: 'service_name',
    VpcEndpointType: 'vpc_endpoint_type',
    SubnetIds: 'subnet_ids',
    SecurityGroupIds: 'security_group_ids',
    RouteTableIds: 'route_table_ids',
    PolicyDocument: document('policy'),
  }),
  row(['aws_network_acl', 'aws_default_network_acl'], 'AWS::EC2::NetworkAcl', { VpcId: 'vpc_id' }),
];
