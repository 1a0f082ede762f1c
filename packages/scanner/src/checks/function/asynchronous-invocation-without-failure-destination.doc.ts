import type { CheckDoc } from '../check-doc.ts';

const template = (more: string): string => `Resources:
  NightlyReport:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/reports
      Code:
        ZipFile: exports.handler = async () => 'reported';
${more}  EveryNight:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: cron(0 2 * * ? *)
      Targets:
        - Id: report
          Arn: !GetAtt NightlyReport.Arn
`;

export default {
  why: 'S3, SNS, EventBridge, schedules, IoT and others hand an event to Lambda and do not wait. When the function fails, Lambda tries twice more and then drops the event. Without a dead-letter queue or a failure destination nobody learns of it, and the event cannot be replayed.',
  exploit:
    'An attacker who can make the function fail (a crafted upload name) makes the record of what they did disappear with the event.',
  fix: {
    sam: 'Add `DeadLetterQueue: { Type: SQS, TargetArn: ... }` or `EventInvokeConfig: DestinationConfig: OnFailure: { Type: SQS, Destination: ... }` to the function.',
    cloudformation:
      'Add `DeadLetterConfig: TargetArn` to the function, or an `AWS::Lambda::EventInvokeConfig` with `DestinationConfig.OnFailure`.',
  },
  blindSpots:
    'The dead-letter queue of a rule or subscription catches only what could not be handed over, not what the function failed on; it does not count. For functions that nothing starts asynchronously, or only a clock that ticks again, the finding is only informative.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html',
  ],
  examples: {
    bad: [{ title: 'a nightly report that may fail unseen', template: template(''), subject: 'NightlyReport' }],
    good: [
      {
        title: 'a nightly report whose failures go to a queue',
        template: template(
          '      DeadLetterConfig:\n        TargetArn: arn:aws:sqs:eu-west-1:111122223333:failed-reports\n',
        ),
        subject: 'NightlyReport',
      },
    ],
  },
} satisfies CheckDoc;
