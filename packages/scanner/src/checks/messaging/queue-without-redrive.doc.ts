import type { CheckDoc } from '../check-doc.ts';

const template = (more: string): string => `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 60
${more}  ShipOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      Code:
        ZipFile: exports.handler = async () => 'shipped';
  OrdersToShip:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Orders.Arn
      FunctionName: !Ref ShipOrder
`;

export default {
  why: 'A message on which the function fails goes back to the queue and is handed out again, for days, until it expires and is gone. A dead-letter queue takes it out after some tries and keeps it for a person.',
  exploit:
    'An attacker puts in messages that always fail. They take up the concurrency of the function, and honest orders wait behind them.',
  fix: {
    sam: 'Add `RedrivePolicy: { deadLetterTargetArn: ..., maxReceiveCount: 5 }` to the queue.',
    cloudformation: 'Add `RedrivePolicy` with `deadLetterTargetArn` and `maxReceiveCount` to the queue.',
  },
  blindSpots:
    'Queues that are dead-letter queues themselves are left out. For a queue that starts no function the finding is informative.',
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html',
  ],
  examples: {
    bad: [
      {
        title: 'an order queue without a dead-letter queue',
        template: template(''),
        subject: 'Orders',
        marks: 'Orders',
      },
    ],
    good: [
      {
        title: 'an order queue with a dead-letter queue',
        template: template(
          '      RedrivePolicy:\n        deadLetterTargetArn: arn:aws:sqs:eu-west-1:111122223333:failed-orders\n        maxReceiveCount: 5\n',
        ),
        subject: 'Orders',
      },
    ],
  },
} satisfies CheckDoc;
