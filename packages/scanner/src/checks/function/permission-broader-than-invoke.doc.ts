import type { CheckDoc } from '../check-doc.ts';

const template = (action: string): string => `Resources:
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      Code:
        ZipFile: exports.handler = async () => 'placed';
  PartnerMayCall:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref PlaceOrder
      Action: ${action}
      Principal: '444455556666'
`;

export default {
  why: 'An event source needs `lambda:InvokeFunction` and nothing else. A wider action lets the principal read the code with its environment variables, replace it, or delete the function.',
  exploit:
    'Someone in the admitted account calls UpdateFunctionCode with code of their own; it runs with the role of the function. Or they call GetFunction and read the keys in its variables.',
  fix: {
    sam: 'Remove the hand-written permission and use an event of the function.',
    cloudformation: 'Set `Action: lambda:InvokeFunction` (`lambda:InvokeFunctionUrl` for a function URL).',
  },
  blindSpots: 'What the principal may do by its own policies is not looked at here.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html'],
  examples: {
    bad: [
      {
        title: 'an order function on which a partner may do anything',
        template: template("'lambda:*'"),
        subject: 'PartnerMayCall',
        marks: 'lambda:*',
      },
    ],
    good: [
      {
        title: 'an order function that a partner may invoke',
        template: template('lambda:InvokeFunction'),
        subject: 'PartnerMayCall',
      },
    ],
  },
} satisfies CheckDoc;
