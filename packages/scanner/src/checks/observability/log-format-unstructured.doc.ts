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
  why: 'Lambda can write logs as JSON with time, level and request id, filter them by level, and let CloudWatch search them by field.',
  exploit: 'There is no attack by itself: an incident takes longer to understand.',
  fix: {
    sam: 'Set `LoggingConfig: { LogFormat: JSON }` of the function or under `Globals: Function:`.',
    cloudformation: 'Set `LoggingConfig: { LogFormat: JSON }`.',
  },
  blindSpots: 'Code that writes JSON by itself (Powertools) is not seen. The finding is informative.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-advanced.html'],
  examples: {
    bad: [{ title: 'an order function that logs text', template: template(''), subject: 'PlaceOrder' }],
    good: [
      {
        title: 'an order function that logs JSON',
        template: template('      LoggingConfig:\n        LogFormat: JSON\n'),
        subject: 'PlaceOrder',
      },
    ],
  },
} satisfies CheckDoc;
