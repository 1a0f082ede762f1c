import type { CheckDoc } from '../check-doc.ts';

const template = (ingress: string): string => `Resources:
  Shop:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  Inner:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Shop
      CidrBlock: 10.0.1.0/24
  OrdersGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: order functions
      VpcId: !Ref Shop
  DatabaseGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: order database
      VpcId: !Ref Shop
${ingress}  OrderDatabase:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      ManageMasterUserPassword: true
      MasterUsername: orders
      VPCSecurityGroups:
        - !GetAtt DatabaseGroup.GroupId
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      VpcConfig:
        SubnetIds:
          - !Ref Inner
        SecurityGroupIds:
          - !GetAtt OrdersGroup.GroupId
      Code:
        ZipFile: exports.handler = async () => 'placed';
`;

export default {
  why: 'A VPC takes the way to the internet and to AWS from a function, and gives it network addresses to use up. It is worth that only where the function reaches a private store. A function that no store admits stands there for nothing, or its rule is missing.',
  exploit:
    'There is no attack by itself. Often the store is then opened to a whole range of addresses, to make it work.',
  fix: {
    sam: 'Remove `VpcConfig`, or admit the security group of the function in the group of the store.',
    cloudformation: 'Remove `VpcConfig`, or admit the security group of the function in the group of the store.',
  },
  blindSpots:
    'Stores of other stacks, servers and containers in the VPC, and private endpoints are not joined: the finding is informative and of low confidence. A network that is not in the templates is not judged.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html'],
  examples: {
    bad: [
      { title: 'an order function that its database does not admit', template: template(''), subject: 'PlaceOrder' },
    ],
    good: [
      {
        title: 'an order function that its database admits',
        template: template(
          '      SecurityGroupIngress:\n        - IpProtocol: tcp\n          FromPort: 5432\n          ToPort: 5432\n          SourceSecurityGroupId: !GetAtt OrdersGroup.GroupId\n',
        ),
        subject: 'PlaceOrder',
      },
    ],
  },
} satisfies CheckDoc;
