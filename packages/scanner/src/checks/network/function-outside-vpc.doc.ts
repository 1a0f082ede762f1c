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
${more}`;

export default {
  why: 'A function needs a VPC only to reach what stands in one. Then it must be there, since the way over a public address opens the store to the internet. For all others a VPC brings no protection: nobody can connect to a function from a network anyway.',
  exploit: 'To let such a function through, the database gets a public address, and everybody can try its password.',
  fix: {
    sam: 'Where a private store is used, add `VpcConfig` with private subnets and a security group of the function.',
    cloudformation:
      'Where a private store is used, add `VpcConfig` with private subnets and a security group of the function.',
  },
  blindSpots:
    'Stores are found by variables and policies that name them. Without one the finding is informative; controls that ask for a VPC everywhere map to it.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/foundation-networking.html',
  ],
  examples: {
    bad: [
      {
        title: 'an order function outside of every VPC',
        template: template(''),
        subject: 'PlaceOrder',
        marks: 'PlaceOrder',
      },
    ],
    good: [
      {
        title: 'an order function in private subnets',
        template: template(
          '      VpcConfig:\n        SubnetIds:\n          - subnet-0aaa1111bbbb2222c\n          - subnet-0ddd3333eeee4444f\n        SecurityGroupIds:\n          - sg-0123456789abcdef0\n',
        ),
        subject: 'PlaceOrder',
      },
    ],
  },
} satisfies CheckDoc;
