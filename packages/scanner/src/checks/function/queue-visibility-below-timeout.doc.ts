import type { CheckDoc } from '../check-doc.ts';

const template = (visibility: number): string => `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: ${visibility}
  ShipOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Timeout: 60
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
  why: 'A message is hidden for the visibility timeout after it was handed out. If the function may run longer, or if Lambda needs to retry a throttled batch, the message reappears and is processed twice: an order is shipped twice, a card charged twice.',
  exploit: 'Somebody who can make the function slow (large orders) makes it work on each message several times.',
  fix: {
    sam: 'Set `VisibilityTimeout` of the queue to six times the `Timeout` of the function plus the batch window.',
    cloudformation:
      'Set `VisibilityTimeout` of the queue to six times the `Timeout` of the function plus `MaximumBatchingWindowInSeconds`.',
  },
  blindSpots:
    'Queues that are not in the templates are not seen. A function that is idempotent suffers less. A timeout above that of the function, but below six times it, is an info where no flood from outside and no reserved concurrency throttles the batches.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html'],
  examples: {
    bad: [
      {
        title: 'orders that reappear while they are shipped',
        template: template(30),
        subject: 'OrdersToShip',
        marks: '30',
      },
      {
        title: 'orders that are hidden only as long as one run',
        template: template(60),
        subject: 'OrdersToShip',
        marks: '60',
      },
    ],
    good: [{ title: 'orders that are hidden for six runs', template: template(360), subject: 'OrdersToShip' }],
  },
} satisfies CheckDoc;
