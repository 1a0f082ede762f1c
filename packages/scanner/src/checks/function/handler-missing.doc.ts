import type { CheckDoc } from '../check-doc.ts';

const template = (handler: string): string => `Resources:
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: ${handler}
      Role: arn:aws:iam::111122223333:role/orders
      Code: orders
`;

const files = { 'orders/place.mjs': "export const handler = async () => 'placed';\n" };

export default {
  why: 'The function deploys, but each call ends with an import error. What depends on it waits, retries and pays; a protection that the function should give (an authorizer, an audit) is not there.',
  exploit:
    'There is no direct attack. A broken authorizer or audit function that nobody notices is a gap that others use.',
  fix: {
    sam: 'Write `Handler` as the path of the module from `CodeUri`, without its extension, a dot and the name of the export.',
    cloudformation:
      'Write `Handler` as the path of the module inside the package, without its extension, a dot and the name of the export.',
  },
  blindSpots:
    'Handlers of compiled runtimes (Java, Go, .NET, custom) are not looked for: the inventory says so. Code in archives, images and buckets is not opened. Where a build step or a layer may supply the module the answer is unknown. Exports are found by their spelling, and in doubt are taken to be there.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html',
  ],
  examples: {
    bad: [
      {
        title: 'an order function whose export has another name',
        template: template('place.main'),
        subject: 'PlaceOrder',
        marks: 'place.main',
        files,
      },
    ],
    good: [
      {
        title: 'an order function whose handler is there',
        template: template('place.handler'),
        subject: 'PlaceOrder',
        files,
      },
    ],
  },
} satisfies CheckDoc;
