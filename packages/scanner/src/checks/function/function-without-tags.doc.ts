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
  why: 'Tags say whose a function is, what it is for and what its cost belongs to. Access by attribute and cost reports work with them.',
  exploit: 'There is no attack by itself: in an incident nobody knows whom to ask.',
  fix: {
    sam: 'Set `Tags` of the function or under `Globals: Function:`.',
    cloudformation: 'Set `Tags` of the function.',
  },
  blindSpots: 'Tags that the stack gives to all its resources at deployment are not in the template.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html'],
  examples: {
    bad: [{ title: 'an order function without tags', template: template(''), subject: 'PlaceOrder' }],
    good: [
      {
        title: 'an order function with an owner',
        template: template('      Tags:\n        - Key: owner\n          Value: orders-team\n'),
        subject: 'PlaceOrder',
      },
    ],
  },
} satisfies CheckDoc;
