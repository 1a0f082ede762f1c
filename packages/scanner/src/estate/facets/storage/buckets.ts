import { data, flag, list, mapping, section, text, values } from '../../mapping.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';

/** The events on which a bucket tells somebody: all three kinds of target have the same form. */
const target = (property: string) => ({
  event: text('Event'),
  target: data(property),
  rules: list('Filter.S3Key.Rules', { name: text('Name'), value: text('Value') }),
});

/** Within a block that is written, a member that is not counts as false; see `policies/public-access-block.ts` for no block. */
const publicAccessBlock = section('PublicAccessBlockConfiguration', {
  blockAcls: flag('BlockPublicAcls', { default: false }),
  blockPolicy: flag('BlockPublicPolicy', { default: false }),
  ignoreAcls: flag('IgnorePublicAcls', { default: false }),
  restrict: flag('RestrictPublicBuckets', { default: false }),
});

export const bucketMappings = [
  mapping(
    'bucket',
    { types: ['AWS::S3::Bucket'], name: 'BucketName', page: `${reference}aws-resource-s3-bucket.html` },
    {
      name: text('BucketName'),
      publicAccessBlock,
      acl: text('AccessControl', { default: 'Private' }),
      /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html */
      ownership: text('OwnershipControls.Rules.0.ObjectOwnership', { default: 'BucketOwnerEnforced' }),
      /** Without a rule S3 encrypts with its own keys: https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html */
      encryption: section('BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault', {
        algorithm: text('SSEAlgorithm', { default: 'AES256' }),
        key: data('KMSMasterKeyID'),
      }),
      notifications: section('NotificationConfiguration', {
        functions: list('LambdaConfigurations', target('Function')),
        queues: list('QueueConfigurations', target('Queue')),
        topics: list('TopicConfigurations', target('Topic')),
        eventBridge: section('EventBridgeConfiguration', { enabled: flag('EventBridgeEnabled', { default: true }) }),
      }),
      website: section('WebsiteConfiguration', {
        index: text('IndexDocument'),
        error: text('ErrorDocument'),
        redirectHost: text('RedirectAllRequestsTo.HostName'),
      }),
      cors: list('CorsConfiguration.CorsRules', {
        origins: values('AllowedOrigins'),
        methods: values('AllowedMethods'),
        headers: values('AllowedHeaders'),
      }),
      versioning: text('VersioningConfiguration.Status', { default: 'Suspended' }),
      logging: section('LoggingConfiguration', {
        bucket: data('DestinationBucketName'),
        prefix: text('LogFilePrefix'),
      }),
      lifecycle: list('LifecycleConfiguration.Rules', { status: text('Status'), days: data('ExpirationInDays') }),
      replication: section('ReplicationConfiguration', {
        role: data('Role'),
        rules: list('Rules', { status: text('Status') }),
      }),
      objectLock: flag('ObjectLockEnabled', { default: false }),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
    },
  ),
  mapping(
    'bucket-policy',
    { types: ['AWS::S3::BucketPolicy'], page: `${reference}aws-resource-s3-bucketpolicy.html` },
    { bucket: data('Bucket'), document: data('PolicyDocument') },
  ),
  mapping(
    'access-point',
    { types: ['AWS::S3::AccessPoint'], name: 'Name', page: `${reference}aws-resource-s3-accesspoint.html` },
    { bucket: data('Bucket'), document: data('Policy'), vpc: data('VpcConfiguration.VpcId'), publicAccessBlock },
  ),
] as const;
