import { data, flag, list, mapping, number, section, text, values } from '../../mapping.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';

/** What holds messages and events: queues, topics, streams and buses, with who may use them. */
export const messageMappings = [
  mapping(
    'queue',
    { types: ['AWS::SQS::Queue'], name: 'QueueName', page: `${reference}aws-resource-sqs-queue.html` },
    {
      name: text('QueueName'),
      fifo: flag('FifoQueue', { default: false }),
      /** Seconds. */
      visibilityTimeout: number('VisibilityTimeout', { default: 30 }),
      /** Seconds. */
      retention: number('MessageRetentionPeriod', { default: 345_600 }),
      deadLetterQueue: data('RedrivePolicy.deadLetterTargetArn'),
      maximumReceives: number('RedrivePolicy.maxReceiveCount'),
      redrive: data('RedrivePolicy'),
      key: data('KmsMasterKeyId'),
      /** On unless switched off: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html */
      managedEncryption: flag('SqsManagedSseEnabled', { default: true }),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
    },
  ),
  mapping(
    'queue-policy',
    {
      types: ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'],
      page: `${reference}aws-resource-sqs-queuepolicy.html`,
    },
    { queues: values('Queues'), queue: data('Queue'), document: data('PolicyDocument') },
  ),
  mapping(
    'topic',
    { types: ['AWS::SNS::Topic'], name: 'TopicName', page: `${reference}aws-resource-sns-topic.html` },
    {
      name: text('TopicName'),
      fifo: flag('FifoTopic', { default: false }),
      key: data('KmsMasterKeyId'),
      subscriptions: list('Subscription', { protocol: text('Protocol'), endpoint: data('Endpoint') }),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
    },
  ),
  mapping(
    'topic-policy',
    {
      types: ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'],
      page: `${reference}aws-resource-sns-topicpolicy.html`,
    },
    { topics: values('Topics'), topic: data('TopicArn'), document: data('PolicyDocument') },
  ),
  mapping(
    'subscription',
    { types: ['AWS::SNS::Subscription'], page: `${reference}aws-resource-sns-subscription.html` },
    {
      topic: data('TopicArn'),
      protocol: text('Protocol'),
      endpoint: data('Endpoint'),
      deadLetterQueue: data('RedrivePolicy.deadLetterTargetArn'),
      role: data('SubscriptionRoleArn'),
      filter: data('FilterPolicy'),
      raw: flag('RawMessageDelivery', { default: false }),
    },
  ),
  mapping(
    'stream',
    { types: ['AWS::Kinesis::Stream'], name: 'Name', page: `${reference}aws-resource-kinesis-stream.html` },
    {
      name: text('Name'),
      encryption: section('StreamEncryption', { type: text('EncryptionType'), key: data('KeyId') }),
      /** Hours. */
      retention: number('RetentionPeriodHours', { default: 24 }),
      mode: text('StreamModeDetails.StreamMode', { default: 'PROVISIONED' }),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
    },
  ),
  mapping(
    'stream-consumer',
    {
      types: ['AWS::Kinesis::StreamConsumer'],
      name: 'ConsumerName',
      page: `${reference}aws-resource-kinesis-streamconsumer.html`,
    },
    { stream: data('StreamARN'), name: text('ConsumerName') },
  ),
  mapping(
    'stream-policy',
    { types: ['AWS::Kinesis::ResourcePolicy'], page: `${reference}aws-resource-kinesis-resourcepolicy.html` },
    { stream: data('ResourceArn'), document: data('ResourcePolicy') },
  ),
  mapping(
    'event-bus',
    { types: ['AWS::Events::EventBus'], name: 'Name', page: `${reference}aws-resource-events-eventbus.html` },
    {
      name: text('Name'),
      document: data('Policy'),
      key: data('KmsKeyIdentifier'),
      deadLetterQueue: data('DeadLetterConfig.Arn'),
    },
  ),
  mapping(
    'schema-registry-policy',
    {
      types: ['AWS::EventSchemas::RegistryPolicy'],
      page: `${reference}aws-resource-eventschemas-registrypolicy.html`,
    },
    { registry: text('RegistryName'), document: data('Policy') },
  ),
  mapping(
    'event-bus-policy',
    { types: ['AWS::Events::EventBusPolicy'], page: `${reference}aws-resource-events-eventbuspolicy.html` },
    {
      /** The default bus of the account when not given. */
      bus: data('EventBusName'),
      statement: data('Statement'),
      /** The old form: one action, one principal, one condition on the organization. */
      action: data('Action'),
      principal: data('Principal'),
      condition: section('Condition', { type: text('Type'), key: text('Key'), value: data('Value') }),
    },
  ),
] as const;
