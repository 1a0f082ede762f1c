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
  why: 'All functions of an account and region share one limit of concurrent executions. A function without a limit of its own can use it up, and then every other function is throttled.',
  exploit: 'An attacker floods one public function; login and payment, which share the account, stop answering.',
  fix: {
    sam: 'Set `ReservedConcurrentExecutions` of the function.',
    cloudformation: 'Set `ReservedConcurrentExecutions` of the function.',
  },
  blindSpots:
    'A reservation is also taken away from the others, so it is no advice for every function: the finding is informative. Limits of the gateway or of the event source are not looked at here.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html'],
  examples: {
    bad: [{ title: 'an order function without a limit', template: template(''), subject: 'PlaceOrder' }],
    good: [
      {
        title: 'an order function with at most ten calls at a time',
        template: template('      ReservedConcurrentExecutions: 10\n'),
        subject: 'PlaceOrder',
      },
    ],
  },
} satisfies CheckDoc;
