import type { CheckDoc } from '../check-doc.ts';

const template = (runtime: string): string => `Resources:
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: ${runtime}
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      Code:
        ZipFile: exports.handler = async () => 'placed';
`;

export default {
  why: 'After its deprecation date a runtime gets no security patches and no support. Later AWS refuses to create, then to update functions with it, so that an urgent fix can no longer be deployed.',
  exploit:
    'A published hole of the language or of a library of the runtime stays open. An attacker who can send input to the function uses it.',
  fix: {
    sam: 'Set `Runtime` (often under `Globals: Function:`) to the successor that the finding names, and run the tests of the function with it.',
    cloudformation: 'Set `Runtime` of the function to the successor that the finding names.',
  },
  blindSpots:
    'Functions in container images and custom runtimes bring their own language, which is not looked at. The dates are those of AWS as of the release of this check, judged at the date of the scan.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html'],
  examples: {
    bad: [
      {
        title: 'an order function on Node.js 16',
        template: template('nodejs16.x'),
        subject: 'PlaceOrder',
        marks: 'nodejs16.x',
      },
    ],
    good: [{ title: 'an order function on Node.js 24', template: template('nodejs24.x'), subject: 'PlaceOrder' }],
  },
} satisfies CheckDoc;
