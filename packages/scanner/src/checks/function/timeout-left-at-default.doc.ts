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
  why: 'The default of 3 seconds is a guess of the platform. Set too low it ends calls halfway through or makes them slow; a value that was chosen also tells the next reader what is expected.',
  exploit: 'There is no attack by itself: a call that ends halfway may leave an order paid and not placed.',
  fix: {
    sam: 'Set `Timeout` of the function or under `Globals: Function:` to what was measured.',
    cloudformation: 'Set `Timeout` of the function to what was measured.',
  },
  blindSpots: 'What the function needs is not known here.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html'],
  examples: {
    bad: [{ title: 'an order function with the default', template: template(''), subject: 'PlaceOrder' }],
    good: [
      {
        title: 'an order function with a chosen value',
        template: template('      Timeout: 10\n'),
        subject: 'PlaceOrder',
      },
    ],
  },
} satisfies CheckDoc;
