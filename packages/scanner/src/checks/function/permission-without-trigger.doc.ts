import type { CheckDoc } from '../check-doc.ts';

const template = (subscription: string): string => `Resources:
  Orders:
    Type: AWS::SNS::Topic
  ShipOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      Code:
        ZipFile: exports.handler = async () => 'shipped';
  OrdersMayCall:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref ShipOrder
      Action: lambda:InvokeFunction
      Principal: sns.amazonaws.com
      SourceArn: !Ref Orders
${subscription}`;

export default {
  why: 'When a trigger is removed its permission often stays. The function then still answers a service, and often a source, that nobody thinks of any more.',
  exploit:
    'An attacker who may configure the old source (subscribe to the topic, write to the bucket) starts the function through a way that nobody watches.',
  fix: {
    sam: 'Remove the hand-written `AWS::Lambda::Permission`.',
    cloudformation:
      'Remove the `AWS::Lambda::Permission`, or add the subscription, notification or route that it is for.',
  },
  blindSpots:
    'The trigger may stand in another stack: the finding is then only informative, unless the source is in the templates and does not call the function.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html'],
  examples: {
    bad: [
      {
        title: 'a shipping function that left its topic',
        template: template(''),
        subject: 'OrdersMayCall',
        marks: 'OrdersMayCall',
      },
    ],
    good: [
      {
        title: 'a shipping function that its topic calls',
        template: template(
          '  OrdersToShip:\n    Type: AWS::SNS::Subscription\n    Properties:\n      TopicArn: !Ref Orders\n      Protocol: lambda\n      Endpoint: !GetAtt ShipOrder.Arn\n',
        ),
        subject: 'OrdersMayCall',
      },
    ],
  },
} satisfies CheckDoc;
