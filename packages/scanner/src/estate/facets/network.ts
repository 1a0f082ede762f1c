import { data, flag, list, mapping, number, text, values } from '../mapping.ts';
import { reference } from './reference.ts';

/** One line of a security group, written inside the group or as a resource of its own. */
const permission = {
  protocol: text('IpProtocol'),
  fromPort: number('FromPort'),
  toPort: number('ToPort'),
  cidr: data('CidrIp'),
  cidrIpv6: data('CidrIpv6'),
  description: text('Description'),
};

/** The private networks that functions and databases stand in. */
export const networkMappings = [
  mapping(
    'vpc',
    { types: ['AWS::EC2::VPC'], page: `${reference}aws-resource-ec2-vpc.html` },
    { cidr: data('CidrBlock') },
  ),
  mapping(
    'subnet',
    { types: ['AWS::EC2::Subnet'], page: `${reference}aws-resource-ec2-subnet.html` },
    {
      vpc: data('VpcId'),
      cidr: data('CidrBlock'),
      zone: data('AvailabilityZone'),
      zoneId: data('AvailabilityZoneId'),
      mapPublicIp: flag('MapPublicIpOnLaunch', { default: false }),
    },
  ),
  mapping(
    'route-table',
    { types: ['AWS::EC2::RouteTable'], page: `${reference}aws-resource-ec2-routetable.html` },
    { vpc: data('VpcId') },
  ),
  mapping(
    'network-route',
    { types: ['AWS::EC2::Route'], page: `${reference}aws-resource-ec2-route.html` },
    {
      table: data('RouteTableId'),
      destination: data('DestinationCidrBlock'),
      destinationIpv6: data('DestinationIpv6CidrBlock'),
      gateway: data('GatewayId'),
      natGateway: data('NatGatewayId'),
      egressOnlyGateway: data('EgressOnlyInternetGatewayId'),
      instance: data('InstanceId'),
      networkInterface: data('NetworkInterfaceId'),
      transitGateway: data('TransitGatewayId'),
    },
  ),
  mapping(
    'route-table-association',
    {
      types: ['AWS::EC2::SubnetRouteTableAssociation'],
      page: `${reference}aws-resource-ec2-subnetroutetableassociation.html`,
    },
    { subnet: data('SubnetId'), table: data('RouteTableId') },
  ),
  mapping(
    'internet-gateway',
    { types: ['AWS::EC2::InternetGateway'], page: `${reference}aws-resource-ec2-internetgateway.html` },
    {},
  ),
  mapping(
    'gateway-attachment',
    { types: ['AWS::EC2::VPCGatewayAttachment'], page: `${reference}aws-resource-ec2-vpcgatewayattachment.html` },
    { vpc: data('VpcId'), gateway: data('InternetGatewayId') },
  ),
  mapping(
    'nat-gateway',
    { types: ['AWS::EC2::NatGateway'], page: `${reference}aws-resource-ec2-natgateway.html` },
    { subnet: data('SubnetId'), connectivity: text('ConnectivityType', { default: 'public' }) },
  ),
  mapping(
    'security-group',
    { types: ['AWS::EC2::SecurityGroup'], name: 'GroupName', page: `${reference}aws-resource-ec2-securitygroup.html` },
    {
      name: text('GroupName'),
      vpc: data('VpcId'),
      ingress: list('SecurityGroupIngress', {
        ...permission,
        group: data('SourceSecurityGroupId'),
        prefixList: data('SourcePrefixListId'),
      }),
      egress: list('SecurityGroupEgress', {
        ...permission,
        group: data('DestinationSecurityGroupId'),
        prefixList: data('DestinationPrefixListId'),
      }),
    },
  ),
  mapping(
    'security-group-ingress',
    { types: ['AWS::EC2::SecurityGroupIngress'], page: `${reference}aws-resource-ec2-securitygroupingress.html` },
    {
      ...permission,
      owner: data('GroupId'),
      group: data('SourceSecurityGroupId'),
      prefixList: data('SourcePrefixListId'),
    },
  ),
  mapping(
    'security-group-egress',
    { types: ['AWS::EC2::SecurityGroupEgress'], page: `${reference}aws-resource-ec2-securitygroupegress.html` },
    {
      ...permission,
      owner: data('GroupId'),
      group: data('DestinationSecurityGroupId'),
      prefixList: data('DestinationPrefixListId'),
    },
  ),
  mapping(
    'vpc-endpoint',
    { types: ['AWS::EC2::VPCEndpoint'], page: `${reference}aws-resource-ec2-vpcendpoint.html` },
    {
      vpc: data('VpcId'),
      service: data('ServiceName'),
      type: text('VpcEndpointType', { default: 'Gateway' }),
      subnets: values('SubnetIds'),
      securityGroups: values('SecurityGroupIds'),
      routeTables: values('RouteTableIds'),
      policy: data('PolicyDocument'),
    },
  ),
  mapping(
    'network-acl',
    { types: ['AWS::EC2::NetworkAcl'], page: `${reference}aws-resource-ec2-networkacl.html` },
    { vpc: data('VpcId') },
  ),
] as const;
