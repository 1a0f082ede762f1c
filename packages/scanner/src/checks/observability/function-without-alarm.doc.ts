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
  why: 'Errors and timeouts are counted by themselves, but nobody is told. Attempts at an injection usually begin with errors, a flood with durations.',
  exploit: 'An attacker tries for days until an input works; the error rate would have shown it in minutes.',
  fix: {
    sam: 'Add an `AWS::CloudWatch::Alarm` on the metric Errors (and Duration) of the function.',
    cloudformation:
      'Add an `AWS::CloudWatch::Alarm` on the metric Errors (and Duration) with the dimension FunctionName.',
  },
  blindSpots: 'Alarms in other stacks and other monitoring tools are not seen. The finding is informative.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics.html'],
  examples: {
    bad: [
      {
        title: 'an order function that nobody watches',
        template: template(''),
        subject: 'PlaceOrder',
        marks: 'PlaceOrder',
      },
    ],
    good: [
      {
        title: 'an order function with an alarm on its errors',
        template: template(
          '  OrderErrors:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      Namespace: AWS/Lambda\n      MetricName: Errors\n      Dimensions:\n        - Name: FunctionName\n          Value: !Ref PlaceOrder\n      Statistic: Sum\n      Period: 300\n      EvaluationPeriods: 1\n      Threshold: 1\n      ComparisonOperator: GreaterThanOrEqualToThreshold\n',
        ),
        subject: 'PlaceOrder',
      },
    ],
  },
} satisfies CheckDoc;
