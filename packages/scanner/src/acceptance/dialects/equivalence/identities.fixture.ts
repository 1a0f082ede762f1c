import type { EquivalenceCase } from './case.fixture.ts';

export const identityCases: readonly EquivalenceCase[] = [
  {
    title: 'a role and every way to give it a policy',
    terraform: {
      'aws_iam_role.orders': {
        name: 'orders',
        assume_role_policy:
          '{"Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}',
        inline_policy: [{ name: 'own', policy: '{"Statement":[{"Effect":"Allow","Action":"sqs:*","Resource":"*"}]}' }],
        managed_policy_arns: ['arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess'],
        permissions_boundary: 'arn:aws:iam::111122223333:policy/limit',
      },
      'aws_iam_role_policy.extra': {
        name: 'extra',
        role: '${aws_iam_role.orders.id}',
        policy:
          '{"Statement":[{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"${aws_dynamodb_table.order_table.arn}"}]}',
      },
      'aws_iam_policy.reader': {
        name: 'reader',
        policy: '{"Statement":[{"Effect":"Allow","Action":"dynamodb:GetItem","Resource":"*"}]}',
      },
      'aws_iam_role_policy_attachment.orders_read': {
        role: '${aws_iam_role.orders.name}',
        policy_arn: '${aws_iam_policy.reader.arn}',
      },
      'aws_iam_role_policy_attachment.orders_log': {
        role: 'orders',
        policy_arn: 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
      },
      'aws_dynamodb_table.order_table': { name: 'orders', hash_key: 'id' },
      'aws_lambda_function.place_order': { function_name: 'place-order', role: '${aws_iam_role.orders.arn}' },
    },
    template: `
  Orders:
    Type: AWS::IAM::Role
    Properties:
      RoleName: orders
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }]
      Policies:
        - PolicyName: own
          PolicyDocument: { Statement: [{ Effect: Allow, Action: 'sqs:*', Resource: '*' }] }
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess
        - !Ref Reader
        - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
      PermissionsBoundary: arn:aws:iam::111122223333:policy/limit
  Extra:
    Type: AWS::IAM::RolePolicy
    Properties:
      PolicyName: extra
      RoleName: !Ref Orders
      PolicyDocument: { Statement: [{ Effect: Allow, Action: 'dynamodb:PutItem', Resource: !GetAtt OrderTable.Arn }] }
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: reader
      PolicyDocument: { Statement: [{ Effect: Allow, Action: 'dynamodb:GetItem', Resource: '*' }] }
  OrderTable:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: orders, KeySchema: [{ AttributeName: id, KeyType: HASH }] }
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: place-order, Role: !GetAtt Orders.Arn }
`,
  },
  {
    title: 'users, groups and their memberships',
    terraform: {
      'aws_iam_user.deployer': { name: 'deployer' },
      'aws_iam_group.builders': { name: 'builders' },
      'aws_iam_user_group_membership.deployer_builds': {
        user: '${aws_iam_user.deployer.name}',
        groups: ['${aws_iam_group.builders.name}'],
      },
      'aws_iam_group_policy_attachment.builders_admin': {
        group: '${aws_iam_group.builders.name}',
        policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      },
      'aws_iam_policy_attachment.everyone_reads': {
        name: 'everyone-reads',
        users: ['${aws_iam_user.deployer.name}'],
        groups: ['${aws_iam_group.builders.name}'],
        policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
      },
      'aws_iam_access_key.deployer_key': { user: '${aws_iam_user.deployer.name}' },
    },
    template: `
  Deployer:
    Type: AWS::IAM::User
    Properties:
      UserName: deployer
      Groups: [!Ref Builders]
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess']
  Builders:
    Type: AWS::IAM::Group
    Properties:
      GroupName: builders
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/AdministratorAccess
        - arn:aws:iam::aws:policy/ReadOnlyAccess
  DeployerKey:
    Type: AWS::IAM::AccessKey
    Properties: { UserName: !Ref Deployer }
`,
  },
  {
    title: 'a subnet with its way out',
    terraform: {
      'aws_vpc.shop': { cidr_block: '10.0.0.0/16' },
      'aws_subnet.inner': { vpc_id: '${aws_vpc.shop.id}', cidr_block: '10.0.1.0/24', availability_zone: 'eu-west-1a' },
      'aws_nat_gateway.out': { subnet_id: 'subnet-public' },
      'aws_route_table.inner_routes': { vpc_id: '${aws_vpc.shop.id}' },
      'aws_route.anywhere': {
        route_table_id: '${aws_route_table.inner_routes.id}',
        destination_cidr_block: '0.0.0.0/0',
        nat_gateway_id: '${aws_nat_gateway.out.id}',
      },
      'aws_route_table_association.inner_association': {
        subnet_id: '${aws_subnet.inner.id}',
        route_table_id: '${aws_route_table.inner_routes.id}',
      },
      'aws_vpc_endpoint.tables': {
        vpc_id: '${aws_vpc.shop.id}',
        service_name: 'com.amazonaws.eu-west-1.dynamodb',
        route_table_ids: ['${aws_route_table.inner_routes.id}'],
      },
      'aws_lambda_function.place_order': {
        function_name: 'place-order',
        vpc_config: [{ subnet_ids: ['${aws_subnet.inner.id}'], security_group_ids: ['sg-1'] }],
      },
    },
    template: `
  Shop:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 }
  Inner:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Shop, CidrBlock: 10.0.1.0/24, AvailabilityZone: eu-west-1a }
  Out:
    Type: AWS::EC2::NatGateway
    Properties: { SubnetId: subnet-public }
  InnerRoutes:
    Type: AWS::EC2::RouteTable
    Properties: { VpcId: !Ref Shop }
  Anywhere:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: !Ref InnerRoutes, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Out }
  InnerAssociation:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: { SubnetId: !Ref Inner, RouteTableId: !Ref InnerRoutes }
  Tables:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Shop
      ServiceName: com.amazonaws.eu-west-1.dynamodb
      RouteTableIds: [!Ref InnerRoutes]
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: place-order, VpcConfig: { SubnetIds: [!Ref Inner], SecurityGroupIds: [sg-1] } }
`,
  },
];
