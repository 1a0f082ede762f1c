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
  why: 'With tracing one can follow a request through API, function and stores, and see where it went and how long each step took.',
  exploit: 'There is no attack by itself: an incident takes longer to understand.',
  fix: {
    sam: 'Set `Tracing: Active` of the function or under `Globals: Function:`.',
    cloudformation: 'Set `TracingConfig: { Mode: Active }`.',
  },
  blindSpots: 'Other tracing tools (OpenTelemetry, layers of vendors) are not seen. The finding is informative.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html'],
  examples: {
    bad: [
      {
        title: 'an order function without traces',
        template: template('      TracingConfig:\n        Mode: PassThrough\n'),
        subject: 'PlaceOrder',
        marks: 'PassThrough',
      },
    ],
    good: [
      {
        title: 'an order function with traces',
        template: template('      TracingConfig:\n        Mode: Active\n'),
        subject: 'PlaceOrder',
      },
    ],
  },
} satisfies CheckDoc;
