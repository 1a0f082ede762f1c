import type { Area, ExpectedWay, ExposureCase, Json, JsonMap } from '../exposure-case.ts';
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
  sub,
  type Resources,
} from '../template.ts';

/** A topic that tells Handler. */
function news(statements: readonly Json[], more: Resources = {}): JsonMap {
  return stack(
    fn('Handler'),
    {
      News: resource('AWS::SNS::Topic'),
      Tell: resource('AWS::SNS::Subscription', { TopicArn: ref('News'), Protocol: 'lambda', Endpoint: att('Handler') }),
      ...(statements.length === 0
        ? {}
        : {
            NewsPolicy: resource('AWS::SNS::TopicPolicy', {
              Topics: [ref('News')],
              PolicyDocument: policy(...statements),
            }),
          }),
    },
    more,
  );
}
const way = (exposure: ExpectedWay['exposure'], rest: Partial<ExpectedWay> = {}): ExpectedWay =>
  started('topic', 'News', 'async', exposure, rest);
const publish = (principal: Json, condition?: JsonMap): JsonMap =>
  allow(principal, 'sns:Publish', ref('News'), condition === undefined ? {} : { Condition: condition });
const queue = (...statements: readonly Json[]): Resources => ({
  Jobs: resource('AWS::SQS::Queue'),
  JobsPolicy: resource('AWS::SQS::QueuePolicy', { Queues: [ref('Jobs')], PolicyDocument: policy(...statements) }),
  Feed: resource('AWS::Lambda::EventSourceMapping', { EventSourceArn: att('Jobs'), FunctionName: ref('Handler') }),
});

const cases: readonly ExposureCase[] = [
  situation('a topic without policy: its owner alone publishes', pages.topicPolicy, news([]), [way('internal')]),
  situation('a topic to which anyone may publish', pages.topicPolicy, news([publish('*')]), [
    way('public', { via: 'anyone may write to topic News' }),
  ]),
  situation(
    'a topic to which anyone may publish for its owner',
    pages.topicPolicy,
    news([publish({ AWS: '*' }, { StringEquals: { 'AWS:SourceOwner': ref('AWS::AccountId') } })]),
    [way('internal')],
  ),
  situation(
    'a topic that anyone may only subscribe to',
    pages.topicPolicy,
    news([allow('*', 'sns:Subscribe', ref('News'))]),
    [way('internal')],
  ),
  situation('a topic for another account', pages.topicPolicy, news([publish({ AWS: '210987654321' })]), [
    way('authenticated'),
  ]),
  situation(
    'a topic for an organization',
    pages.conditionKeys,
    news([publish('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })]),
    [way('authenticated')],
  ),
  situation('a topic for S3 without a source', pages.confusedDeputy, news([publish({ Service: 's3.amazonaws.com' })]), [
    way('public-sign-up', { via: 's3.amazonaws.com' }),
  ]),
  situation(
    'a topic for S3 for an own bucket',
    pages.topicPolicy,
    news(
      [
        publish(
          { Service: 's3.amazonaws.com' },
          { ArnLike: { 'aws:SourceArn': att('Photos') }, StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') } },
        ),
      ],
      { Photos: resource('AWS::S3::Bucket') },
    ),
    [way('internal')],
  ),
  situation(
    'a topic for alarms, which are of the own account',
    pages.topicPolicy,
    news([publish({ Service: 'cloudwatch.amazonaws.com' })]),
    [way('internal')],
  ),
  situation(
    'a topic for Budgets',
    pages.topicPolicy,
    news([
      publish({ Service: 'budgets.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') } }),
    ]),
    [way('internal')],
  ),
  situation(
    'a topic that anyone writes, a queue behind it, the function behind that',
    pages.topicToQueue,
    stack(
      fn('Handler'),
      {
        News: resource('AWS::SNS::Topic'),
        NewsPolicy: resource('AWS::SNS::TopicPolicy', { Topics: [ref('News')], PolicyDocument: policy(publish('*')) }),
        Copy: resource('AWS::SNS::Subscription', { TopicArn: ref('News'), Protocol: 'sqs', Endpoint: att('Jobs') }),
      },
      queue(
        allow({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage', att('Jobs'), {
          Condition: { ArnEquals: { 'aws:SourceArn': ref('News') } },
        }),
      ),
    ),
    [started('queue', 'Jobs', 'poll', 'public', { via: 'topic News hands on to queue Jobs' })],
  ),
  situation(
    'a closed topic with a queue behind it',
    pages.topicToQueue,
    stack(
      fn('Handler'),
      { News: resource('AWS::SNS::Topic', { Subscription: [{ Protocol: 'sqs', Endpoint: att('Jobs') }] }) },
      queue(allow('*', 'sqs:SendMessage', att('Jobs'), { Condition: { ArnEquals: { 'aws:SourceArn': ref('News') } } })),
    ),
    [started('queue', 'Jobs', 'poll', 'internal')],
  ),
  situation(
    'a topic for a partner, a queue behind it',
    pages.topicToQueue,
    stack(
      fn('Handler'),
      {
        News: resource('AWS::SNS::Topic', { Subscription: [{ Protocol: 'sqs', Endpoint: att('Jobs') }] }),
        NewsPolicy: resource('AWS::SNS::TopicPolicy', {
          Topics: [ref('News')],
          PolicyDocument: policy(publish({ AWS: 'arn:aws:iam::210987654321:root' })),
        }),
      },
      queue(allow('*', 'sqs:SendMessage', att('Jobs'), { Condition: { ArnEquals: { 'aws:SourceArn': ref('News') } } })),
    ),
    [started('queue', 'Jobs', 'poll', 'authenticated', { via: '210987654321' })],
  ),
  situation(
    'a topic of another stack',
    pages.sns,
    {
      ...stack(fn('Handler'), {
        Tell: resource('AWS::SNS::Subscription', {
          TopicArn: ref('TopicArn'),
          Protocol: 'lambda',
          Endpoint: att('Handler'),
        }),
      }),
      Parameters: { TopicArn: { Type: 'String' } },
    },
    [
      started('topic', undefined, 'async', 'unknown', {
        reason: 'not in these templates',
        settleWith: '--param TopicArn=',
      }),
    ],
  ),
  situation(
    'a subscription inside the topic',
    pages.sns,
    stack(fn('Handler'), {
      News: resource('AWS::SNS::Topic', { Subscription: [{ Protocol: 'lambda', Endpoint: att('Handler') }] }),
    }),
    [way('internal')],
  ),
  situation(
    'a subscription by mail starts no function',
    pages.sns,
    stack(fn('Handler'), {
      News: resource('AWS::SNS::Topic', { Subscription: [{ Protocol: 'email', Endpoint: 'ops@shop.example' }] }),
    }),
    [],
  ),
  situation(
    'SAM: an SNS event',
    pages.samEvents,
    sam({ News: resource('AWS::SNS::Topic'), Handler: samFunction({ Told: event('SNS', { Topic: ref('News') }) }) }),
    [way('internal')],
  ),
  situation(
    'SAM: an SNS event through a queue of its own',
    pages.samEvents,
    sam({
      News: resource('AWS::SNS::Topic'),
      NewsPolicy: resource('AWS::SNS::TopicPolicy', { Topics: [ref('News')], PolicyDocument: policy(publish('*')) }),
      Handler: samFunction({ Told: event('SNS', { Topic: ref('News'), SqsSubscription: true }) }),
    }),
    [started('queue', 'HandlerToldQueue', 'poll', 'public', { via: 'topic News hands on' })],
  ),
  situation(
    'two topics, one of them open',
    pages.topicPolicy,
    news([], {
      Other: resource('AWS::SNS::Topic', { Subscription: [{ Protocol: 'lambda', Endpoint: att('Handler') }] }),
      OtherPolicy: resource('AWS::SNS::TopicPolicy', {
        Topics: [ref('Other')],
        PolicyDocument: policy(allow('*', 'sns:Publish', '*')),
      }),
    }),
    [way('internal'), started('topic', 'Other', 'async', 'public')],
  ),
  situation(
    'any account, spelled as a wildcard in an ARN',
    pages.principals,
    news([publish({ AWS: 'arn:aws:iam::*:root' })]),
    [way('public')],
  ),
  situation(
    'a topic for the own account by a written Sub',
    pages.principals,
    news([publish({ AWS: sub('${AWS::AccountId}') })]),
    [way('internal')],
  ),
];

export const topicsArea: Area = { name: 'topics', cases };
