import type { Area, ExposureCase, Json, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import {
  allow,
  att,
  event,
  fn,
  policy,
  ref,
  resource,
  sam,
  samFunction,
  situation,
  stack,
  started,
} from '../template.ts';

const rule = (payload: JsonMap): JsonMap =>
  resource('AWS::IoT::TopicRule', {
    TopicRulePayload: {
      Sql: "SELECT * FROM 'shop/doors'",
      Actions: [{ Lambda: { FunctionArn: att('Handler') } }],
      ...payload,
    },
  });
const mail = (properties: JsonMap): JsonMap =>
  resource('AWS::SES::ReceiptRule', {
    RuleSetName: 'shop',
    Rule: { Enabled: true, Actions: [{ LambdaAction: { FunctionArn: att('Handler') } }], ...properties },
  });
const jobs = {
  Jobs: resource('AWS::SQS::Queue'),
  Feed: resource('AWS::Lambda::EventSourceMapping', { EventSourceArn: att('Jobs'), FunctionName: ref('Handler') }),
};
const filter = (group: Json): JsonMap =>
  resource('AWS::Logs::SubscriptionFilter', { LogGroupName: group, FilterPattern: '', DestinationArn: att('Handler') });

const cases: readonly ExposureCase[] = [
  situation(
    'an IoT rule takes what devices with credentials publish',
    pages.iotLambda,
    stack(fn('Handler'), { Doors: rule({}) }),
    [started('iot', 'Doors', 'async', 'authenticated', { via: 'certificate' })],
  ),
  situation('a disabled IoT rule', pages.iot, stack(fn('Handler'), { Doors: rule({ RuleDisabled: true }) }), []),
  situation(
    'the error action of an IoT rule',
    pages.iot,
    stack(fn('Handler'), {
      Doors: rule({
        Actions: [{ Sns: { TargetArn: 'arn:aws:sns:eu-west-1:123456789012:doors', RoleArn: att('HandlerRole') } }],
        ErrorAction: { Lambda: { FunctionArn: att('Handler') } },
      }),
    }),
    [started('iot', 'Doors', 'async', 'authenticated')],
  ),
  situation(
    'an IoT rule that sends to a queue',
    pages.iot,
    stack(fn('Handler'), jobs, {
      Doors: rule({ Actions: [{ Sqs: { QueueUrl: ref('Jobs'), RoleArn: att('HandlerRole') } }] }),
    }),
    [started('queue', 'Jobs', 'poll', 'authenticated', { via: 'iot rule Doors hands on to queue Jobs' })],
  ),
  situation(
    'SAM: an IoTRule event',
    pages.samEvents,
    sam({ Handler: samFunction({ Door: event('IoTRule', { Sql: "SELECT * FROM 'shop/doors'" }) }) }),
    [started('iot', 'HandlerDoor', 'async', 'authenticated')],
  ),
  situation('anyone may send mail', pages.mail, stack(fn('Handler'), { Inbox: mail({}) }), [
    started('mail', 'Inbox', 'async', 'public', { via: 'anyone may send mail' }),
  ]),
  situation(
    'a mail rule that waits for the verdict of the function',
    pages.mail,
    stack(fn('Handler'), {
      Inbox: mail({ Actions: [{ LambdaAction: { FunctionArn: att('Handler'), InvocationType: 'RequestResponse' } }] }),
    }),
    [started('mail', 'Inbox', 'sync', 'public')],
  ),
  situation(
    'a mail rule is off unless it says on',
    pages.mailRule,
    stack(fn('Handler'), {
      Inbox: resource('AWS::SES::ReceiptRule', {
        RuleSetName: 'shop',
        Rule: { Actions: [{ LambdaAction: { FunctionArn: att('Handler') } }] },
      }),
    }),
    [],
  ),
  situation(
    'mail stored in a bucket that tells the function',
    pages.mail,
    stack(fn('Handler'), {
      Letters: resource('AWS::S3::Bucket', {
        NotificationConfiguration: {
          LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: att('Handler') }],
        },
      }),
      Inbox: mail({ Actions: [{ S3Action: { BucketName: ref('Letters') } }] }),
    }),
    [started('bucket', 'Letters', 'async', 'public', { via: 'anyone may send mail' })],
  ),
  situation(
    'mail told to a topic',
    pages.mail,
    stack(fn('Handler'), {
      News: resource('AWS::SNS::Topic', { Subscription: [{ Protocol: 'lambda', Endpoint: att('Handler') }] }),
      Inbox: mail({ Actions: [{ SNSAction: { TopicArn: ref('News') } }] }),
    }),
    [started('topic', 'News', 'async', 'public')],
  ),
  situation(
    'log lines of the account',
    pages.logs,
    stack(fn('Handler'), { Lines: resource('AWS::Logs::LogGroup'), Watch: filter(ref('Lines')) }),
    [started('log-group', 'Lines', 'async', 'internal')],
  ),
  situation(
    'log lines of a group that nobody declares',
    pages.logs,
    stack(fn('Handler'), { Watch: filter('/aws/lambda/orders') }),
    [started('log-group', 'Watch', 'async', 'internal')],
  ),
  situation(
    'SAM: a CloudWatchLogs event',
    pages.samEvents,
    sam({
      Lines: resource('AWS::Logs::LogGroup'),
      Handler: samFunction({ Line: event('CloudWatchLogs', { LogGroupName: ref('Lines'), FilterPattern: 'ERROR' }) }),
    }),
    [started('log-group', 'Lines', 'async', 'internal')],
  ),
  situation(
    'an alarm of the own account',
    pages.alarms,
    stack(fn('Handler'), {
      Errors: resource('AWS::CloudWatch::Alarm', {
        MetricName: 'Errors',
        Namespace: 'AWS/Lambda',
        ComparisonOperator: 'GreaterThanThreshold',
        EvaluationPeriods: 1,
        AlarmActions: [att('Handler')],
      }),
    }),
    [started('alarm', 'Errors', 'async', 'internal')],
  ),
  situation(
    'an alarm whose actions are off',
    pages.alarms,
    stack(fn('Handler'), {
      Errors: resource('AWS::CloudWatch::Alarm', {
        ActionsEnabled: false,
        MetricName: 'Errors',
        Namespace: 'AWS/Lambda',
        ComparisonOperator: 'GreaterThanThreshold',
        EvaluationPeriods: 1,
        AlarmActions: [att('Handler')],
      }),
    }),
    [],
  ),
  situation(
    'mail into a queue that a partner writes as well: the widest counts',
    pages.mail,
    stack(fn('Handler'), jobs, {
      News: resource('AWS::SNS::Topic', { Subscription: [{ Protocol: 'sqs', Endpoint: att('Jobs') }] }),
      Inbox: mail({ Actions: [{ SNSAction: { TopicArn: ref('News') } }] }),
      JobsPolicy: resource('AWS::SQS::QueuePolicy', {
        Queues: [ref('Jobs')],
        PolicyDocument: policy(allow({ AWS: '210987654321' }, 'sqs:SendMessage', att('Jobs'))),
      }),
    }),
    [started('queue', 'Jobs', 'poll', 'public')],
  ),
];

export const iotMailLogsArea: Area = { name: 'iot-mail-logs', cases };
