import type { Area, ExpectedWay, ExposureCase, Json, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import {
  allow,
  att,
  deny,
  fn,
  policy,
  ref,
  resource,
  situation,
  stack,
  started,
  sub,
  type Resources,
} from '../template.ts';

/** A queue that feeds Handler, with the statements of its policy. */
function jobs(statements: readonly Json[], more: Resources = {}, mapping: JsonMap = {}): JsonMap {
  return stack(
    fn('Handler'),
    {
      Jobs: resource('AWS::SQS::Queue'),
      Feed: resource('AWS::Lambda::EventSourceMapping', {
        EventSourceArn: att('Jobs'),
        FunctionName: ref('Handler'),
        ...mapping,
      }),
      ...(statements.length === 0
        ? {}
        : {
            JobsPolicy: resource('AWS::SQS::QueuePolicy', {
              Queues: [ref('Jobs')],
              PolicyDocument: policy(...statements),
            }),
          }),
    },
    more,
  );
}
const way = (exposure: ExpectedWay['exposure'], rest: Partial<ExpectedWay> = {}): ExpectedWay =>
  started('queue', 'Jobs', 'poll', exposure, rest);
const send = (principal: Json, condition?: JsonMap): JsonMap =>
  allow(principal, 'sqs:SendMessage', att('Jobs'), condition === undefined ? {} : { Condition: condition });
const parameter = (template: JsonMap, name: string): JsonMap => ({
  ...template,
  Parameters: { [name]: { Type: 'String' } },
});
const topic: Resources = { News: resource('AWS::SNS::Topic') };

const cases: readonly ExposureCase[] = [
  situation('a queue without policy takes messages of its account only', pages.queueAccess, jobs([]), [
    way('internal'),
  ]),
  situation('a queue to which anyone may send', pages.queuePolicy, jobs([send('*')]), [
    way('public', { via: 'anyone may write to queue Jobs' }),
  ]),
  situation('a queue to which AWS:* may send', pages.principals, jobs([send({ AWS: '*' })]), [way('public')]),
  situation(
    'a queue that anyone may only read',
    pages.queuePolicy,
    jobs([allow('*', 'sqs:ReceiveMessage', att('Jobs'))]),
    [way('internal')],
  ),
  situation('a queue with sqs:* for anyone', pages.queuePolicy, jobs([allow('*', 'sqs:*', att('Jobs'))]), [
    way('public'),
  ]),
  situation(
    'anyone, on behalf of an own topic',
    pages.topicToQueue,
    jobs([send('*', { ArnEquals: { 'aws:SourceArn': ref('News') } })], topic),
    [way('internal')],
  ),
  situation(
    'anyone, on behalf of the own account',
    pages.conditionKeys,
    jobs([send('*', { StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') } })]),
    [way('internal')],
  ),
  situation(
    'anyone of an organization',
    pages.conditionKeys,
    jobs([send('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })]),
    [way('authenticated', { via: 'aws:PrincipalOrgID' })],
  ),
  situation(
    'anyone from an address range',
    pages.queuePolicy,
    jobs([send('*', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } })]),
    [way('authenticated')],
  ),
  situation(
    'anyone from any address',
    pages.queuePolicy,
    jobs([send('*', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } })]),
    [way('public')],
  ),
  situation(
    'anyone over TLS is anyone',
    pages.conditionKeys,
    jobs([send('*', { Bool: { 'aws:SecureTransport': 'true' } })]),
    [way('public')],
  ),
  situation(
    'anyone through an own VPC endpoint',
    pages.conditionKeys,
    jobs([send('*', { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } })]),
    [way('internal')],
  ),
  situation('another account', pages.queuePolicy, jobs([send({ AWS: '210987654321' })]), [
    way('authenticated', { via: 'account 210987654321' }),
  ]),
  situation(
    'a queue for another account by its root',
    pages.queuePolicy,
    jobs([send({ AWS: 'arn:aws:iam::210987654321:root' })]),
    [way('authenticated')],
  ),
  situation(
    'the own account in its own policy',
    pages.queuePolicy,
    jobs([send({ AWS: sub('arn:aws:iam::${AWS::AccountId}:root') })]),
    [way('internal')],
  ),
  situation(
    'SNS without a source condition: any topic of any account',
    pages.confusedDeputy,
    jobs([send({ Service: 'sns.amazonaws.com' })], topic),
    [way('public-sign-up', { via: 'sns.amazonaws.com' })],
  ),
  situation(
    'SNS for an own topic',
    pages.topicToQueue,
    jobs([send({ Service: 'sns.amazonaws.com' }, { ArnEquals: { 'aws:SourceArn': ref('News') } })], topic),
    [way('internal')],
  ),
  situation(
    'SNS for a topic of another account',
    pages.topicToQueue,
    jobs([
      send(
        { Service: 'sns.amazonaws.com' },
        { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:210987654321:news' } },
      ),
    ]),
    [way('authenticated')],
  ),
  situation(
    'a Deny for all without TLS beside no Allow',
    pages.queuePolicy,
    jobs([deny('*', 'sqs:*', att('Jobs'), { Condition: { Bool: { 'aws:SecureTransport': 'false' } } })]),
    [way('internal')],
  ),
  situation(
    'anyone is allowed, all but one account denied',
    pages.evaluation,
    jobs([
      send('*'),
      deny('*', 'sqs:*', att('Jobs'), {
        Condition: { StringNotEquals: { 'aws:PrincipalAccount': ref('AWS::AccountId') } },
      }),
    ]),
    [way('internal')],
  ),
  situation(
    'a disabled mapping starts nothing',
    pages.eventSourceMapping,
    jobs([send('*')], {}, { Enabled: false }),
    [],
  ),
  situation(
    'a policy with a principal from a parameter',
    pages.parameters,
    parameter(jobs([send({ AWS: ref('Sender') })]), 'Sender'),
    [way('unknown', { reason: 'Jobs', settleWith: '--param Sender=' })],
  ),
  situation(
    'a policy from a parameter',
    pages.parameters,
    parameter(
      jobs([], {
        JobsPolicy: resource('AWS::SQS::QueuePolicy', { Queues: [ref('Jobs')], PolicyDocument: ref('Rules') }),
      }),
      'Rules',
    ),
    [way('unknown', { reason: 'Jobs', settleWith: '--param Rules=' })],
  ),
  situation(
    'a queue of another stack',
    pages.sqs,
    parameter(
      stack(fn('Handler'), {
        Feed: resource('AWS::Lambda::EventSourceMapping', {
          EventSourceArn: ref('QueueArn'),
          FunctionName: ref('Handler'),
        }),
      }),
      'QueueArn',
    ),
    [
      started('queue', undefined, 'poll', 'unknown', {
        reason: 'not in these templates',
        settleWith: '--param QueueArn=',
      }),
    ],
  ),
  situation(
    'the policy opens another queue',
    pages.queuePolicy,
    jobs([], {
      Other: resource('AWS::SQS::Queue'),
      OtherPolicy: resource('AWS::SQS::QueuePolicy', {
        Queues: [ref('Other')],
        PolicyDocument: policy(allow('*', 'sqs:SendMessage', att('Other'))),
      }),
    }),
    [way('internal')],
  ),
  situation(
    'one policy for two queues',
    pages.queuePolicy,
    jobs([], {
      Other: resource('AWS::SQS::Queue'),
      BothPolicy: resource('AWS::SQS::QueuePolicy', {
        Queues: [ref('Other'), ref('Jobs')],
        PolicyDocument: policy(allow('*', 'sqs:SendMessage', '*')),
      }),
    }),
    [way('public')],
  ),
  situation(
    'NotPrincipal allows everyone else',
    pages.principals,
    jobs([
      {
        Effect: 'Allow',
        NotPrincipal: { AWS: 'arn:aws:iam::210987654321:root' },
        Action: 'sqs:SendMessage',
        Resource: att('Jobs'),
      },
    ]),
    [way('public')],
  ),
  situation(
    'a condition with IfExists lets callers without the key in',
    pages.conditionKeys,
    jobs([send('*', { StringEqualsIfExists: { 'aws:SourceAccount': ref('AWS::AccountId') } })]),
    [way('public')],
  ),
  situation(
    'a wildcard in the source account of the source ARN',
    pages.conditionKeys,
    jobs([send('*', { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } })]),
    [way('public')],
  ),
  situation(
    'a dead-letter queue passes on what anyone sent to the first queue',
    pages.sqs,
    stack(fn('Handler'), {
      Jobs: resource('AWS::SQS::Queue', { RedrivePolicy: { deadLetterTargetArn: att('Failed'), maxReceiveCount: 3 } }),
      Failed: resource('AWS::SQS::Queue'),
      JobsPolicy: resource('AWS::SQS::QueuePolicy', { Queues: [ref('Jobs')], PolicyDocument: policy(send('*')) }),
      Feed: resource('AWS::Lambda::EventSourceMapping', {
        EventSourceArn: att('Failed'),
        FunctionName: ref('Handler'),
      }),
    }),
    [started('queue', 'Failed', 'poll', 'public', { via: 'anyone may write to queue Jobs' })],
  ),
];

export const queuesArea: Area = { name: 'queues', cases };
