import { type Value } from '@leastwise/model';
import { document } from './document.ts';
import { argument, isNothing } from './argument.ts';
import { into, known, mapOf, only, readSpec } from './read.ts';
import { joinRow, row, type Extra, type Row, type Scope } from './row.ts';
import { tags } from './tags.ts';

/** `policy` written in the resource itself, as the policy resource that CloudFormation has for it. */
export function ownPolicy(type: string, listOfOwners: string): (scope: Scope) => readonly Extra[] {
  return (scope) => {
    const policy = argument(scope.block, 'policy');
    if (isNothing(policy)) return [];
    const self: Value = {
      kind: 'reference',
      node: scope.instance.id,
      attribute: 'Ref',
      origin: scope.instance.keyRange,
    };
    return [
      {
        suffix: 'policy',
        type,
        properties: mapOf(
          {
            [listOfOwners]: known([self], scope.instance.keyRange),
            PolicyDocument: readSpec(document('policy'), scope) ?? policy,
          },
          policy.origin,
        ),
        location: policy.origin,
      },
    ];
  };
}

export const messagingRows: readonly Row[] = [
  row(
    'aws_sqs_queue',
    'AWS::SQS::Queue',
    {
      QueueName: 'name',
      FifoQueue: 'fifo_queue',
      VisibilityTimeout: 'visibility_timeout_seconds',
      MessageRetentionPeriod: 'message_retention_seconds',
      RedrivePolicy: document('redrive_policy'),
      KmsMasterKeyId: 'kms_master_key_id',
      SqsManagedSseEnabled: 'sqs_managed_sse_enabled',
      Tags: tags,
    },
    {
      name: 'name',
      attributes: { id: 'Ref', url: 'Ref', name: 'QueueName' },
      more: ownPolicy('AWS::SQS::QueuePolicy', 'Queues'),
    },
  ),
  row('aws_sqs_queue_policy', 'AWS::SQS::QueuePolicy', {
    Queues: only('queue_url'),
    PolicyDocument: document('policy'),
  }),
  joinRow(
    'aws_sqs_queue_redrive_policy',
    'queue_url',
    into('queue_url', ['AWS::SQS::Queue'], { RedrivePolicy: document('redrive_policy') }),
  ),
  joinRow('aws_sqs_queue_redrive_allow_policy', 'queue_url', () => []),
  row(
    'aws_sns_topic',
    'AWS::SNS::Topic',
    {
      TopicName: 'name',
      FifoTopic: 'fifo_topic',
      KmsMasterKeyId: 'kms_master_key_id',
      Tags: tags,
    },
    {
      name: 'name',
      attributes: { arn: 'Ref', id: 'Ref', name: 'TopicName' },
      more: ownPolicy('AWS::SNS::TopicPolicy', 'Topics'),
    },
  ),
  row('aws_sns_topic_policy', 'AWS::SNS::TopicPolicy', { Topics: only('arn'), PolicyDocument: document('policy') }),
  row(
    'aws_sns_topic_subscription',
    'AWS::SNS::Subscription',
    {
      TopicArn: 'topic_arn',
      Protocol: 'protocol',
      Endpoint: 'endpoint',
      RedrivePolicy: document('redrive_policy'),
      SubscriptionRoleArn: 'subscription_role_arn',
      FilterPolicy: document('filter_policy'),
      RawMessageDelivery: 'raw_message_delivery',
    },
    { attributes: { arn: 'Ref' } },
  ),
  row(
    'aws_kinesis_stream',
    'AWS::Kinesis::Stream',
    {
      Name: 'name',
      StreamEncryption: (scope) => {
        const type = argument(scope.block, 'encryption_type');
        // The provider's word for a stream without encryption is the absence of the block here.
        if (isNothing(type) || (type.kind === 'known' && type.value === 'NONE')) return undefined;
        return mapOf({ EncryptionType: type, KeyId: argument(scope.block, 'kms_key_id') }, type.origin);
      },
      RetentionPeriodHours: 'retention_period',
      StreamModeDetails: { StreamMode: 'stream_mode_details.stream_mode' },
      ShardCount: 'shard_count',
      Tags: tags,
    },
    { name: 'name' },
  ),
  row(
    'aws_kinesis_stream_consumer',
    'AWS::Kinesis::StreamConsumer',
    { StreamARN: 'stream_arn', ConsumerName: 'name' },
    { name: 'name', attributes: { arn: 'Ref' } },
  ),
  row('aws_kinesis_resource_policy', 'AWS::Kinesis::ResourcePolicy', {
    ResourceArn: 'resource_arn',
    ResourcePolicy: document('policy'),
  }),
];
