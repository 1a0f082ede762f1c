import type { CheckDoc } from '../check-doc.ts';

const template = (more: string): string => `Resources:
  Orders:
    Type: AWS::Kinesis::Stream
    Properties:
      ShardCount: 1
  CountOrders:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      Code:
        ZipFile: exports.handler = async () => 'counted';
  OrdersToCount:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Orders.Arn
      FunctionName: !Ref CountOrders
      StartingPosition: LATEST
${more}`;

export default {
  why: 'Lambda reads a stream in order. By default a batch that fails is tried again until its records expire (a day, a week): one bad record stops the shard. With a limit on retries the record is skipped instead, and without a destination nobody knows which.',
  exploit:
    'An attacker writes one record that the function cannot process. Everything behind it waits for as long as the stream keeps data, and then is lost.',
  fix: {
    sam: 'Add `DestinationConfig: OnFailure: { Type: SQS, Destination: ... }`, `MaximumRetryAttempts` and `BisectBatchOnFunctionError: true` to the event.',
    cloudformation:
      'Add `DestinationConfig.OnFailure.Destination`, `MaximumRetryAttempts` and `BisectBatchOnFunctionError: true` to the mapping.',
  },
  blindSpots:
    'Code that catches every error, or reports single items as failed, is not looked at. Queues are judged by their redrive policy.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-errors.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html',
  ],
  examples: {
    bad: [{ title: 'an order stream that one record can block', template: template(''), subject: 'OrdersToCount' }],
    good: [
      {
        title: 'an order stream whose failures go to a queue',
        template: template(
          '      MaximumRetryAttempts: 3\n      DestinationConfig:\n        OnFailure:\n          Destination: arn:aws:sqs:eu-west-1:111122223333:uncounted\n',
        ),
        subject: 'OrdersToCount',
      },
    ],
  },
} satisfies CheckDoc;
