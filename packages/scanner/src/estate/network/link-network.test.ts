import { describe, expect, it } from 'vitest';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { buildEstate } from '../build-estate.ts';
import { subnetRoute } from './subnet-route.ts';

const assignment = { label: '', conditions: new Map<string, boolean>(), isDefault: true };
const estateOf = (text: string): ReturnType<typeof buildEstate> =>
  buildEstate('orders', assignment, readTemplateText(text));

const network = (ingress: string): string => `Resources:
  OrdersGroup:
    Type: AWS::EC2::SecurityGroup
    Properties: { GroupDescription: functions }
  DatabaseGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: database
${ingress}
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      VPCSecurityGroups: [!GetAtt DatabaseGroup.GroupId]
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      Code: { ZipFile: exports.handler = 1 }
      VpcConfig:
        SubnetIds: [subnet-0aaa1111bbbb2222c]
        SecurityGroupIds: [!GetAtt OrdersGroup.GroupId]
`;

describe('a function in a network', () => {
  it.each([
    [
      'inside the group',
      '      SecurityGroupIngress:\n        - IpProtocol: tcp\n          FromPort: 5432\n          ToPort: 5432\n          SourceSecurityGroupId: !GetAtt OrdersGroup.GroupId\n',
    ],
    [
      'as a resource of its own',
      '  Line:\n    Type: AWS::EC2::SecurityGroupIngress\n    Properties:\n      GroupId: !GetAtt DatabaseGroup.GroupId\n      IpProtocol: tcp\n      SourceSecurityGroupId: !GetAtt OrdersGroup.GroupId\n',
    ],
  ])('reaches the database that admits its group, written %s', (_, ingress) => {
    const estate = estateOf(network(ingress));
    const [place] = estate.of('function');
    expect(
      estate.edgesFrom(place?.id ?? '', 'calls').map((edge) => [estate.nodes.get(edge.to)?.name, edge.note]),
    ).toEqual([['Database', 'security group DatabaseGroup admits security group OrdersGroup']]);
  });

  it('reaches no database that admits nobody', () => {
    const estate = estateOf(network(''));
    expect(estate.edgesFrom(estate.of('function')[0]?.id ?? '', 'calls')).toEqual([]);
  });
});

describe('a function that its security group lets talk to a proxy', () => {
  it('reaches the databases behind it, which admit only the proxy', () => {
    const estate = estateOf(`Resources:
  Groups: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: orders } }
  ProxyGroup: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: proxy, SecurityGroupIngress: [{ IpProtocol: tcp, SourceSecurityGroupId: !GetAtt Groups.GroupId }] } }
  Place: { Type: AWS::Lambda::Function, Properties: { VpcConfig: { SubnetIds: [subnet-1], SecurityGroupIds: [!GetAtt Groups.GroupId] } } }
  Database: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-postgresql } }
  Proxy: { Type: AWS::RDS::DBProxy, Properties: { DBProxyName: orders, VpcSecurityGroupIds: [!GetAtt ProxyGroup.GroupId] } }
  Targets: { Type: AWS::RDS::DBProxyTargetGroup, Properties: { DBProxyName: !Ref Proxy, TargetGroupName: default, DBClusterIdentifiers: [!Ref Database] } }
  Readers: { Type: AWS::RDS::DBProxyEndpoint, Properties: { DBProxyName: !Ref Proxy, DBProxyEndpointName: readers, TargetRole: READ_ONLY, VpcSecurityGroupIds: [!GetAtt ProxyGroup.GroupId] } }
`);
    const [place] = estate.of('function');
    expect(
      estate.edgesFrom(place?.id ?? '', 'calls').map((edge) => [estate.nodes.get(edge.to)?.name, edge.note]),
    ).toEqual([
      ['orders', 'security group ProxyGroup admits security group Groups'],
      ['readers', 'security group ProxyGroup admits security group Groups'],
      ['Database', 'through database proxy orders'],
    ]);
  });
});

describe('the way of a subnet to the internet', () => {
  const subnet = (route: string): string => `Resources:
  Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Gateway: { Type: AWS::EC2::InternetGateway }
  Inner: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Net, CidrBlock: 10.0.1.0/24 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Net } }
  Joined: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Inner, RouteTableId: !Ref Table } }
${route}`;
  const out = (target: string): string =>
    `  Out: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, ${target} } }\n`;

  it.each([
    ['direct', subnet(out('GatewayId: !Ref Gateway'))],
    ['nat', subnet(out('NatGatewayId: nat-0a1b2c3d'))],
    ['none', subnet('')],
    ['unknown', subnet('').replace(/ {2}Joined.*\n/, '')],
  ])('is %s', (expected, text) => {
    const estate = estateOf(text);
    const [joined] = estate.of('route-table-association');
    const reference = joined?.facet.subnet ?? {
      kind: 'reference' as const,
      node: estate.of('subnet')[0]?.id ?? '',
      attribute: 'Ref',
      origin: { file: '', start: 0, end: 0 },
    };
    expect(subnetRoute(estate, reference)).toBe(expected);
  });
});
