import type { CheckDoc } from '../check-doc.ts';

const template = (more: string): string => `Resources:
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      Code:
        ZipFile: exports.handler = async () => 'placed';
      VpcConfig:
        SecurityGroupIds:
          - sg-0123456789abcdef0
        SubnetIds:
          - subnet-0aaa1111bbbb2222c
${more}`;

export default {
  why: 'A function in a VPC runs only where its subnets are. With a single zone it stops when that zone has a failure, or when its subnet runs out of addresses.',
  exploit: 'There is no attack by itself: the availability of the function is that of one data centre.',
  fix: {
    sam: 'Name subnets of two or more zones in `VpcConfig.SubnetIds`.',
    cloudformation: 'Name subnets of two or more zones in `VpcConfig.SubnetIds`.',
  },
  blindSpots:
    'The zone of a subnet that is not in the templates is not known; two such subnets count as two zones. The finding is informative.',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html'],
  examples: {
    bad: [{ title: 'an order function with one subnet', template: template(''), subject: 'PlaceOrder' }],
    good: [
      {
        title: 'an order function with two subnets',
        template: template('          - subnet-0ddd3333eeee4444f\n'),
        subject: 'PlaceOrder',
      },
    ],
  },
} satisfies CheckDoc;
