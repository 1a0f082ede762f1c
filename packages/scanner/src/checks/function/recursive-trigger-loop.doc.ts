import type { CheckDoc } from '../check-doc.ts';

const template = (writes: string): string => `Resources:
  Orders:
    Type: AWS::Kinesis::Stream
    Properties:
      ShardCount: 1
  Enriched:
    Type: AWS::Kinesis::Stream
    Properties:
      ShardCount: 1
  EnrichRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
      Policies:
        - PolicyName: write
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: kinesis:PutRecord
                Resource: !GetAtt ${writes}.Arn
  EnrichOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: !GetAtt EnrichRole.Arn
      Code:
        ZipFile: exports.handler = async () => 'enriched';
  OrdersToEnrich:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Orders.Arn
      FunctionName: !Ref EnrichOrder
      StartingPosition: LATEST
`;

export default {
  why: 'A function that writes into the bucket, stream, table, queue or topic that starts it can call itself without end. Lambda stops such loops through SQS, SNS and S3 after 16 turns; through Kinesis, DynamoDB and EventBridge it does not.',
  exploit:
    'One event is enough: each turn starts the next, with the full concurrency of the account, until somebody looks at the bill.',
  fix: {
    sam: 'Let the function write to another resource, and narrow its policy to that; or filter the event so that its own writes do not start it.',
    cloudformation:
      'Let the function write to another resource, and narrow its policy to that; or add a prefix, a filter or an event pattern that its own writes do not match.',
  },
  blindSpots:
    'That the role may write does not mean that the code does: the confidence is medium. With a filter it is low, since what the code writes is not compared with it. Loops over two and more functions are not followed yet.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html',
    'https://docs.aws.amazon.com/lambda/latest/operatorguide/recursive-runaway.html',
  ],
  examples: {
    bad: [
      {
        title: 'an order function that writes into its own stream',
        template: template('Orders'),
        subject: 'EnrichOrder',
      },
    ],
    good: [
      {
        title: 'an order function that writes into the next stream',
        template: template('Enriched'),
        subject: 'EnrichOrder',
      },
    ],
  },
} satisfies CheckDoc;
