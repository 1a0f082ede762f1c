import type { CheckDoc } from '../check-doc.ts';

const template = (more: string): string => `Resources:
  ExportOrders:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      Code:
        ZipFile: exports.handler = async () => 'exported';
${more}`;

export default {
  why: 'A function that nothing starts is usually left over: nobody updates it, its dependencies age, and its role still opens data.',
  exploit:
    'Somebody with lambda:InvokeFunction in the account calls the forgotten function, and uses holes that were repaired everywhere else.',
  fix: {
    sam: 'Remove the function, or add the `Events` that start it.',
    cloudformation: 'Remove the function with its role, or add its event source.',
  },
  blindSpots:
    'Callers outside of the templates (other stacks, scripts, the console) are not seen, so the finding is informative. A function whose name or ARN another resource of the templates holds counts as used.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-invocation.html'],
  examples: {
    bad: [
      {
        title: 'an export function that nothing starts',
        template: template(''),
        subject: 'ExportOrders',
        marks: 'ExportOrders',
      },
    ],
    good: [
      {
        title: 'an export function with a schedule',
        template: template(
          '  EveryNight:\n    Type: AWS::Events::Rule\n    Properties:\n      ScheduleExpression: rate(1 day)\n      Targets:\n        - Id: export\n          Arn: !GetAtt ExportOrders.Arn\n',
        ),
        subject: 'ExportOrders',
      },
    ],
  },
} satisfies CheckDoc;
