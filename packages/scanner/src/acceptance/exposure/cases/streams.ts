import type { Area, ExposureCase, Json, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import {
  allow,
  att,
  fn,
  policy,
  ref,
  resource,
  sam,
  samFunction,
  event,
  situation,
  stack,
  started,
  type Resources,
} from '../template.ts';

const feed = (source: Json, properties: JsonMap = {}): Resources => ({
  Feed: resource('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: source,
    FunctionName: ref('Handler'),
    StartingPosition: 'LATEST',
    ...properties,
  }),
});
const clicks = (statements: readonly Json[] = [], more: Resources = {}): JsonMap =>
  stack(
    fn('Handler'),
    feed(att('Clicks')),
    {
      Clicks: resource('AWS::Kinesis::Stream', { ShardCount: 1 }),
      ...(statements.length === 0
        ? {}
        : {
            ClicksPolicy: resource('AWS::Kinesis::ResourcePolicy', {
              ResourceArn: att('Clicks'),
              ResourcePolicy: policy(...statements),
            }),
          }),
    },
    more,
  );
const orders = (properties: JsonMap = {}): Resources => ({
  Orders: resource('AWS::DynamoDB::Table', {
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    ...properties,
  }),
});
const tablePolicy = (...statements: readonly Json[]): JsonMap => ({
  ResourcePolicy: { PolicyDocument: policy(...statements) },
});
const tableFeed = feed(att('Orders', 'StreamArn'));

const cases: readonly ExposureCase[] = [
  situation('a Kinesis stream without policy', pages.streamPolicy, clicks(), [
    started('stream', 'Clicks', 'poll', 'internal'),
  ]),
  situation(
    'a Kinesis stream for another account',
    pages.streamPolicy,
    clicks([allow({ AWS: 'arn:aws:iam::210987654321:root' }, 'kinesis:PutRecord', att('Clicks'))]),
    [started('stream', 'Clicks', 'poll', 'authenticated', { via: '210987654321' })],
  ),
  situation(
    'a Kinesis stream for anyone',
    pages.streamPolicy,
    clicks([allow('*', 'kinesis:PutRecord', att('Clicks'))]),
    [started('stream', 'Clicks', 'poll', 'public')],
  ),
  situation(
    'a Kinesis stream that another account only reads',
    pages.streamPolicy,
    clicks([allow({ AWS: '210987654321' }, 'kinesis:GetRecords', att('Clicks'))]),
    [started('stream', 'Clicks', 'poll', 'internal')],
  ),
  situation(
    'a consumer of a Kinesis stream stands for the stream',
    pages.kinesis,
    stack(fn('Handler'), feed(ref('Fast')), {
      Clicks: resource('AWS::Kinesis::Stream', { ShardCount: 1 }),
      Fast: resource('AWS::Kinesis::StreamConsumer', { ConsumerName: 'fast', StreamARN: att('Clicks') }),
    }),
    [started('stream', 'Clicks', 'poll', 'internal')],
  ),
  situation('the stream of a table', pages.dynamodb, stack(fn('Handler'), orders(), tableFeed), [
    started('table-stream', 'Orders', 'poll', 'internal'),
  ]),
  situation(
    'the stream of a table for another account',
    pages.tablePolicy,
    stack(fn('Handler'), orders(tablePolicy(allow({ AWS: '210987654321' }, 'dynamodb:PutItem', '*'))), tableFeed),
    [started('table-stream', 'Orders', 'poll', 'authenticated')],
  ),
  situation(
    'the stream of a table that another account reads',
    pages.tablePolicy,
    stack(fn('Handler'), orders(tablePolicy(allow({ AWS: '210987654321' }, 'dynamodb:GetItem', '*'))), tableFeed),
    [started('table-stream', 'Orders', 'poll', 'internal')],
  ),
  situation(
    'a disabled mapping of a stream',
    pages.eventSourceMapping,
    stack(fn('Handler'), orders(), feed(att('Orders', 'StreamArn'), { Enabled: false })),
    [],
  ),
  situation(
    'a managed Kafka cluster of another stack',
    pages.kafka,
    {
      ...stack(fn('Handler'), feed(ref('ClusterArn'), { Topics: ['orders'] })),
      Parameters: { ClusterArn: { Type: 'String' } },
    },
    [
      started('kafka', undefined, 'poll', 'unknown', {
        reason: 'not in these templates',
        settleWith: '--param ClusterArn=',
      }),
    ],
  ),
  situation(
    'a Kafka cluster run elsewhere',
    pages.selfManagedKafka,
    stack(fn('Handler'), {
      Feed: resource('AWS::Lambda::EventSourceMapping', {
        FunctionName: ref('Handler'),
        StartingPosition: 'LATEST',
        Topics: ['orders'],
        SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: ['kafka.shop.example:9092'] } },
      }),
    }),
    [started('kafka', undefined, 'poll', 'unknown', { reason: 'not in these templates' })],
  ),
  situation(
    'a managed Kafka cluster of the template',
    pages.kafka,
    stack(fn('Handler'), feed(ref('Cluster'), { Topics: ['orders'] }), {
      Cluster: resource('AWS::MSK::ServerlessCluster', {
        ClusterName: 'orders',
        VpcConfigs: [{ SubnetIds: ['subnet-1', 'subnet-2'] }],
        ClientAuthentication: { Sasl: { Iam: { Enabled: true } } },
      }),
    }),
    [started('kafka', 'Cluster', 'poll', 'internal')],
  ),
  situation(
    'a message broker of the template',
    pages.messageBroker,
    stack(fn('Handler'), {
      Broker: resource('AWS::AmazonMQ::Broker', {
        BrokerName: 'orders',
        EngineType: 'ACTIVEMQ',
        EngineVersion: '5.18',
        DeploymentMode: 'SINGLE_INSTANCE',
        HostInstanceType: 'mq.m5.large',
        PubliclyAccessible: false,
        Users: [],
      }),
      Feed: resource('AWS::Lambda::EventSourceMapping', {
        EventSourceArn: att('Broker'),
        FunctionName: ref('Handler'),
        Queues: ['orders'],
      }),
    }),
    [started('message-broker', 'Broker', 'poll', 'internal')],
  ),
  situation(
    'a pipe from a queue that anyone writes',
    pages.pipes,
    stack(fn('Handler'), {
      Jobs: resource('AWS::SQS::Queue'),
      JobsPolicy: resource('AWS::SQS::QueuePolicy', {
        Queues: [ref('Jobs')],
        PolicyDocument: policy(allow('*', 'sqs:SendMessage', att('Jobs'))),
      }),
      Carry: resource('AWS::Pipes::Pipe', { RoleArn: att('HandlerRole'), Source: att('Jobs'), Target: att('Handler') }),
    }),
    [started('pipe', 'Carry', 'sync', 'public', { via: 'queue Jobs hands on to pipe Carry' })],
  ),
  situation(
    'a pipe from the stream of a table',
    pages.pipes,
    stack(fn('Handler'), orders(), {
      Carry: resource('AWS::Pipes::Pipe', {
        RoleArn: att('HandlerRole'),
        Source: att('Orders', 'StreamArn'),
        Target: att('Handler'),
      }),
    }),
    [started('pipe', 'Carry', 'sync', 'internal')],
  ),
  situation(
    'a pipe that fires and forgets',
    pages.pipes,
    stack(fn('Handler'), orders(), {
      Carry: resource('AWS::Pipes::Pipe', {
        RoleArn: att('HandlerRole'),
        Source: att('Orders', 'StreamArn'),
        Target: att('Handler'),
        TargetParameters: { LambdaFunctionParameters: { InvocationType: 'FIRE_AND_FORGET' } },
      }),
    }),
    [started('pipe', 'Carry', 'async', 'internal')],
  ),
  situation(
    'the enrichment of a pipe',
    pages.pipes,
    stack(fn('Handler'), fn('Store'), orders(), {
      Carry: resource('AWS::Pipes::Pipe', {
        RoleArn: att('HandlerRole'),
        Source: att('Orders', 'StreamArn'),
        Enrichment: att('Handler'),
        Target: att('Store'),
      }),
    }),
    [started('pipe', 'Carry', 'sync', 'internal')],
  ),
  situation(
    'a stopped pipe',
    pages.pipes,
    stack(fn('Handler'), orders(), {
      Carry: resource('AWS::Pipes::Pipe', {
        RoleArn: att('HandlerRole'),
        DesiredState: 'STOPPED',
        Source: att('Orders', 'StreamArn'),
        Target: att('Handler'),
      }),
    }),
    [],
  ),
  situation(
    'a Firehose that asks the function to change records',
    pages.firehose,
    stack(fn('Handler'), {
      Archive: resource('AWS::S3::Bucket'),
      Firehose: resource('AWS::KinesisFirehose::DeliveryStream', {
        ExtendedS3DestinationConfiguration: {
          BucketARN: att('Archive'),
          RoleARN: att('HandlerRole'),
          ProcessingConfiguration: {
            Enabled: true,
            Processors: [
              { Type: 'Lambda', Parameters: [{ ParameterName: 'LambdaArn', ParameterValue: att('Handler') }] },
            ],
          },
        },
      }),
    }),
    [started('delivery-stream', 'Firehose', 'sync', 'internal')],
  ),
  situation(
    'SAM: a DynamoDB event',
    pages.samEvents,
    sam({
      ...orders(),
      Handler: samFunction({
        Change: event('DynamoDB', { Stream: att('Orders', 'StreamArn'), StartingPosition: 'LATEST' }),
      }),
    }),
    [started('table-stream', 'Orders', 'poll', 'internal')],
  ),
  situation(
    'SAM: a Kinesis event that is turned off',
    pages.samEvents,
    sam({
      Clicks: resource('AWS::Kinesis::Stream', { ShardCount: 1 }),
      Handler: samFunction({
        Read: event('Kinesis', { Stream: att('Clicks'), StartingPosition: 'LATEST', Enabled: false }),
      }),
    }),
    [],
  ),
];

export const streamsArea: Area = { name: 'streams', cases };
