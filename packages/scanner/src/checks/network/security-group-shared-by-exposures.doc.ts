import type { CheckDoc } from '../check-doc.ts';

const template = (group: string): string => `Resources:
  BackOffice:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: back office
      VpcId: vpc-0a1b2c3d4e5f60718
  FrontOffice:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: front office
      VpcId: vpc-0a1b2c3d4e5f60718
  ShowOrders:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      VpcConfig:
        SubnetIds:
          - subnet-0aaa1111bbbb2222c
        SecurityGroupIds:
          - !GetAtt ${group}.GroupId
      Code:
        ZipFile: exports.handler = async () => 'orders';
  ShowOrdersUrl:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: !Ref ShowOrders
      AuthType: NONE
  ShowOrdersForAll:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref ShowOrders
      Action: lambda:InvokeFunctionUrl
      Principal: '*'
      FunctionUrlAuthType: NONE
  ShowOrdersThroughUrl:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref ShowOrders
      Action: lambda:InvokeFunction
      Principal: '*'
      InvokedViaFunctionUrl: true
  CloseBooks:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/books
      VpcConfig:
        SubnetIds:
          - subnet-0aaa1111bbbb2222c
        SecurityGroupIds:
          - !GetAtt BackOffice.GroupId
      Code:
        ZipFile: exports.handler = async () => 'closed';
`;

export default {
  why: 'Databases admit security groups, not functions. Functions of one group therefore reach the same stores: the public one can talk to the database that only the internal one needs.',
  exploit:
    'An attacker who runs code in the public function (an injection, a bad dependency) connects to the stores of the internal one.',
  fix: {
    sam: 'Give the public functions a security group of their own, and admit it only where it is needed.',
    cloudformation: 'Give the public functions a security group of their own, and admit it only where it is needed.',
  },
  blindSpots:
    'Groups that are named by a literal id are not joined. What the stores ask beyond the network (passwords, IAM) is not looked at.',
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  examples: {
    bad: [
      {
        title: 'a public order page in the group of the back office',
        template: template('BackOffice'),
        subject: 'BackOffice',
        marks: 'BackOffice',
      },
    ],
    good: [
      { title: 'a public order page in a group of its own', template: template('FrontOffice'), subject: 'BackOffice' },
    ],
  },
} satisfies CheckDoc;
