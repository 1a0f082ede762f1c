import type { OperationTable } from './table.ts';

const queue = 'queue{QueueName:QueueUrl!queue-url}';
/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html */
const queueKey = '+kms:GenerateDataKey maybe customer-key; +kms:Decrypt maybe customer-key';
const onQueue = (action: string): string => `${action} on ${queue}`;

const topic = 'topic=TopicArn?TopicArn | topic=TargetArn?TargetArn';
const publish = `Publish on ${topic}; +kms:GenerateDataKey maybe customer-key; +kms:Decrypt maybe customer-key`;

const ruleByName = (member: string): string =>
  `rule-on-default-event-bus{RuleName:${member}}?!EventBusName | rule-on-custom-event-bus{EventBusName:EventBusName,RuleName:${member}}?EventBusName`;
const onRule = (action: string, member: string): string => `${action} on ${ruleByName(member)}`;

const streams = ['AddTagsToStream', 'DecreaseStreamRetentionPeriod', 'DeleteStream', 'DescribeStream'];
const stream = 'stream{StreamName:StreamName}?StreamName | stream=StreamARN?StreamARN';
const onStream = (action: string): readonly [string, string] => [action, `${action} on ${stream}`];
const streamKey = '+kms:GenerateDataKey maybe customer-key';

const schedule = 'schedule{GroupName:GroupName~default,ScheduleName:Name}';
const onConnections = (method: string): string =>
  `ManageConnections on execute-api-general@arn:\${Partition}:execute-api:\${Region}:\${Account}:*/*/${method}/@connections/*`;

export const eventsAndMessages: OperationTable = {
  sqs: {
    AddPermission: onQueue('AddPermission'),
    ChangeMessageVisibility: onQueue('ChangeMessageVisibility'),
    ChangeMessageVisibilityBatch: onQueue('ChangeMessageVisibility'),
    CreateQueue:
      'CreateQueue on queue{QueueName:QueueName}; +TagQueue on queue{QueueName:QueueName} if tags maybe tag-on-create',
    DeleteMessage: onQueue('DeleteMessage'),
    DeleteMessageBatch: onQueue('DeleteMessage'),
    DeleteQueue: onQueue('DeleteQueue'),
    GetQueueAttributes: onQueue('GetQueueAttributes'),
    ListDeadLetterSourceQueues: onQueue('ListDeadLetterSourceQueues'),
    ListQueueTags: onQueue('ListQueueTags'),
    PurgeQueue: onQueue('PurgeQueue'),
    ReceiveMessage: `${onQueue('ReceiveMessage')}; +kms:Decrypt maybe customer-key`,
    RemovePermission: onQueue('RemovePermission'),
    SendMessage: `${onQueue('SendMessage')}; ${queueKey}`,
    SendMessageBatch: `${onQueue('SendMessage')}; ${queueKey}`,
    SetQueueAttributes: onQueue('SetQueueAttributes'),
    TagQueue: onQueue('TagQueue'),
    UntagQueue: onQueue('UntagQueue'),
  },
  sns: {
    CreateTopic:
      'CreateTopic on topic{TopicName:Name}; +TagResource on topic{TopicName:Name} if Tags maybe tag-on-create',
    // A text message to a phone number has no topic: https://docs.aws.amazon.com/sns/latest/dg/sms_sending-overview.html
    Publish: publish,
    PublishBatch: 'Publish on topic=TopicArn; +kms:GenerateDataKey maybe customer-key; +kms:Decrypt maybe customer-key',
    SetSMSAttributes:
      'SetSMSAttributes; +iam:PassRole if attributes.DeliveryStatusIAMRole pass attributes.DeliveryStatusIAMRole to sns.amazonaws.com',
    Subscribe:
      'Subscribe on topic=TopicArn; +iam:PassRole if Attributes.SubscriptionRoleArn pass Attributes.SubscriptionRoleArn to sns.amazonaws.com',
  },
  events: {
    DeleteRule: onRule('DeleteRule', 'Name'),
    DescribeRule: onRule('DescribeRule', 'Name'),
    DisableRule: onRule('DisableRule', 'Name'),
    EnableRule: onRule('EnableRule', 'Name'),
    ListTargetsByRule: onRule('ListTargetsByRule', 'Rule'),
    PutEvents: 'PutEvents on event-bus{EventBusName:Entries[].EventBusName~default}',
    PutPermission: 'PutPermission on event-bus{EventBusName:EventBusName~default}',
    PutRule: `${onRule('PutRule', 'Name')}; +iam:PassRole if RoleArn pass RoleArn to events.amazonaws.com; +TagResource on ${ruleByName('Name')} if Tags maybe tag-on-create`,
    PutTargets: `${onRule('PutTargets', 'Rule')}; +iam:PassRole if Targets[].RoleArn pass Targets[].RoleArn to events.amazonaws.com`,
    RemovePermission: 'RemovePermission on event-bus{EventBusName:EventBusName~default}',
    RemoveTargets: onRule('RemoveTargets', 'Rule'),
  },
  scheduler: {
    CreateSchedule: `CreateSchedule on ${schedule}; +iam:PassRole pass Target.RoleArn to scheduler.amazonaws.com`,
    DeleteSchedule: 'DeleteSchedule on schedule{GroupName:GroupName~default,ScheduleName:Name}',
    GetSchedule: `GetSchedule on ${schedule}`,
    UpdateSchedule: `UpdateSchedule on ${schedule}; +iam:PassRole pass Target.RoleArn to scheduler.amazonaws.com`,
  },
  kinesis: {
    ...Object.fromEntries(streams.map(onStream)),
    GetRecords: 'GetRecords on stream=StreamARN?StreamARN | stream?!StreamARN; +kms:Decrypt maybe customer-key',
    PutRecord: `PutRecord on ${stream}; ${streamKey}`,
    PutRecords: `PutRecords on ${stream}; ${streamKey}`,
  },
  ses: {
    SendBulkTemplatedEmail:
      'SendBulkTemplatedEmail on identity{IdentityName:Source} | template{TemplateName:Template} | configuration-set{ConfigurationSetName:ConfigurationSetName}?ConfigurationSetName',
    SendEmail:
      'SendEmail on identity{IdentityName:Source} | configuration-set{ConfigurationSetName:ConfigurationSetName}?ConfigurationSetName',
    SendRawEmail:
      'SendRawEmail on identity{IdentityName:Source}?Source | identity?!Source | configuration-set{ConfigurationSetName:ConfigurationSetName}?ConfigurationSetName',
    SendTemplatedEmail:
      'SendTemplatedEmail on identity{IdentityName:Source} | template{TemplateName:Template} | configuration-set{ConfigurationSetName:ConfigurationSetName}?ConfigurationSetName',
  },
  // https://docs.aws.amazon.com/ses/latest/dg/sending-authorization-policies.html
  sesv2: {
    SendEmail: [
      'SendEmail on identity{IdentityName:FromEmailAddress} | template{TemplateName:Content.Template.TemplateName}?Content.Template | configuration-set{ConfigurationSetName:ConfigurationSetName}?ConfigurationSetName if !Content.Raw',
      'SendRawEmail on identity{IdentityName:FromEmailAddress} | configuration-set{ConfigurationSetName:ConfigurationSetName}?ConfigurationSetName if Content.Raw',
    ].join('; '),
  },
  apigatewaymanagementapi: {
    DeleteConnection: onConnections('DELETE'),
    GetConnection: onConnections('GET'),
    PostToConnection: onConnections('POST'),
  },
  iot: {
    // Each action of a rule has a role of its own.
    CreateTopicRule: 'CreateTopicRule; +iam:PassRole maybe destination',
    ReplaceTopicRule: 'ReplaceTopicRule; +iam:PassRole maybe destination',
  },
  'iot-jobs-data': { StartCommandExecution: 'iot:StartCommandExecution' },
};
