import { asList, asText, type Value } from '@leastwise/model';
import { document } from './document.ts';
import { argument, isNothing } from './argument.ts';
import { block, blocks, eachBlock, into, known, mapOf, orElse, words } from './read.ts';
import { joinRow, row, type Extra, type Properties, type Read, type Row, type Scope } from './row.ts';
import { tags } from './tags.ts';

const bucket = ['AWS::S3::Bucket'];

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl */
const cannedAcls: Readonly<Record<string, string>> = {
  private: 'Private',
  'public-read': 'PublicRead',
  'public-read-write': 'PublicReadWrite',
  'authenticated-read': 'AuthenticatedRead',
  'aws-exec-read': 'AwsExecRead',
  'log-delivery-write': 'LogDeliveryWrite',
  'bucket-owner-read': 'BucketOwnerRead',
  'bucket-owner-full-control': 'BucketOwnerFullControl',
};

/** The canned ACL, or the one that grants to everybody amount to: CloudFormation has no grants. */
const acl: Read = (scope) => {
  const canned = words('acl', cannedAcls)(scope);
  if (canned !== undefined && !isNothing(canned)) return canned;
  const grants = [
    ...(asList(argument(scope.block, 'grant')) ?? []),
    ...(asList(argument(scope.block, 'access_control_policy.grant')) ?? []),
  ];
  const open = grants.map((grant) => ({ grant, word: grantedToAll(grant) })).filter(({ word }) => word !== undefined);
  const widest = open.find(({ word }) => word === 'PublicReadWrite') ?? open[0];
  return widest?.word === undefined ? undefined : known(widest.word, widest.grant.origin);
};

function grantedToAll(grant: Value): string | undefined {
  const uri = asText(argument(grant, 'uri')) ?? asText(argument(grant, 'grantee.uri')) ?? '';
  const group = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/.exec(uri)?.[1];
  if (group === undefined) return undefined;
  const written = [argument(grant, 'permission'), ...(asList(argument(grant, 'permissions')) ?? [])].map(asText);
  if (group === 'AuthenticatedUsers') return 'AuthenticatedRead';
  return written.some((word) => word === 'WRITE' || word === 'FULL_CONTROL') ? 'PublicReadWrite' : 'PublicRead';
}

const publicAccessBlock = {
  PublicAccessBlockConfiguration: {
    BlockPublicAcls: orElse('block_public_acls', false),
    BlockPublicPolicy: orElse('block_public_policy', false),
    IgnorePublicAcls: orElse('ignore_public_acls', false),
    RestrictPublicBuckets: orElse('restrict_public_buckets', false),
  },
};

/** Everything is blocked unless a block says otherwise, as the platform does for access points. */
const accessPointBlock: Properties = Object.fromEntries(
  [
    ['BlockPublicAcls', 'block_public_acls'],
    ['BlockPublicPolicy', 'block_public_policy'],
    ['IgnorePublicAcls', 'ignore_public_acls'],
    ['RestrictPublicBuckets', 'restrict_public_buckets'],
  ].map(([property, name]) => [property, orElse(`public_access_block_configuration.${name}`, true)]),
);

const encryptionRules = (path: string): Properties => ({
  BucketEncryption: {
    ServerSideEncryptionConfiguration: blocks(path, {
      ServerSideEncryptionByDefault: block('apply_server_side_encryption_by_default', {
        SSEAlgorithm: 'sse_algorithm',
        KMSMasterKeyID: 'kms_master_key_id',
      }),
      BucketKeyEnabled: 'bucket_key_enabled',
    }),
  },
});

const corsRules: Properties = {
  CorsConfiguration: {
    CorsRules: blocks('cors_rule', {
      AllowedOrigins: 'allowed_origins',
      AllowedMethods: 'allowed_methods',
      AllowedHeaders: 'allowed_headers',
      ExposedHeaders: 'expose_headers',
      MaxAge: 'max_age_seconds',
    }),
  },
};

const lifecycleRule: Properties = {
  Id: 'id',
  Status: (scope) => {
    const enabled = argument(scope.block, 'enabled');
    if (isNothing(enabled)) return argument(scope.block, 'status');
    return enabled.kind === 'known' ? known(enabled.value === true ? 'Enabled' : 'Disabled', enabled.origin) : enabled;
  },
  ExpirationInDays: 'expiration.days',
  NoncurrentVersionExpiration: block('noncurrent_version_expiration', {
    NoncurrentDays: 'noncurrent_days',
  }),
  AbortIncompleteMultipartUpload: block('abort_incomplete_multipart_upload', {
    DaysAfterInitiation: 'days_after_initiation',
  }),
};

/** One entry for each event, as CloudFormation lists them. */
const notification = (path: string, property: string, argumentName: string): Read =>
  eachBlock(path, (scope) => {
    const events = argument(scope.block, 'events');
    const rules = ['prefix', 'suffix'].flatMap((name) => {
      const value = argument(scope.block, `filter_${name}`);
      return isNothing(value) ? [] : [mapOf({ Name: known(name, value.origin), Value: value }, value.origin)];
    });
    return (asList(events) ?? [events]).map((event) =>
      mapOf(
        {
          Event: event,
          [property]: argument(scope.block, argumentName),
          ...(rules.length === 0
            ? {}
            : {
                Filter: mapOf(
                  { S3Key: mapOf({ Rules: known(rules, scope.block.origin) }, scope.block.origin) },
                  scope.block.origin,
                ),
              }),
        },
        scope.block.origin,
      ),
    );
  });

const eventBridge: Read = (scope) => {
  const value = argument(scope.block, 'eventbridge');
  if (isNothing(value) || (value.kind === 'known' && value.value === false)) return undefined;
  return mapOf({ EventBridgeEnabled: value }, value.origin);
};

const website = {
  IndexDocument: 'index_document.suffix',
  ErrorDocument: 'error_document.key',
  RedirectAllRequestsTo: { HostName: 'redirect_all_requests_to.host_name' },
};

/** `policy` of the bucket itself: the provider kept it there before version 4. */
function ownPolicy(scope: Scope): readonly Extra[] {
  const policy = argument(scope.block, 'policy');
  if (isNothing(policy)) return [];
  return [
    {
      suffix: 'policy',
      type: 'AWS::S3::BucketPolicy',
      properties: mapOf(
        {
          Bucket: {
            kind: 'reference',
            node: scope.instance.id,
            attribute: 'Ref',
            origin: scope.instance.keyRange,
          },
          PolicyDocument: document('policy')(scope) ?? policy,
        },
        policy.origin,
      ),
      location: policy.origin,
    },
  ];
}

/** `versioning { enabled = true }` of a bucket, or `versioning_configuration { status = "Enabled" }`. */
const legacyVersioning: Read = (scope) => {
  const enabled = argument(scope.block, 'versioning.enabled');
  if (enabled.kind !== 'known') return isNothing(enabled) ? undefined : enabled;
  return known(enabled.value === true || enabled.value === 'true' ? 'Enabled' : 'Suspended', enabled.origin);
};

const legacyLock: Read = (scope) => {
  const word = argument(scope.block, 'object_lock_configuration.object_lock_enabled');
  const flag = argument(scope.block, 'object_lock_enabled');
  if (!isNothing(flag)) return flag;
  return word.kind === 'known' ? known(word.value === 'Enabled', word.origin) : word;
};

const replication = block('replication_configuration', {
  Role: 'role',
  Rules: blocks('rules', { Status: 'status' }),
});

/** A website in the old block is plain text: `website { index_document = "index.html" }`. */
const legacyWebsite = block('website', {
  IndexDocument: 'index_document',
  ErrorDocument: 'error_document',
  RedirectAllRequestsTo: { HostName: 'redirect_all_requests_to' },
});

const bucketNames = {
  bucket: 'Ref',
  bucket_domain_name: 'DomainName',
  bucket_regional_domain_name: 'RegionalDomainName',
  website_endpoint: 'WebsiteURL',
  website_domain: 'WebsiteURL',
};

export const s3Rows: readonly Row[] = [
  row(
    'aws_s3_bucket',
    'AWS::S3::Bucket',
    {
      BucketName: 'bucket',
      AccessControl: acl,
      BucketEncryption: encryptionRules('server_side_encryption_configuration.rule')['BucketEncryption'] ?? '',
      VersioningConfiguration: { Status: legacyVersioning },
      LoggingConfiguration: block('logging', {
        DestinationBucketName: 'target_bucket',
        LogFilePrefix: 'target_prefix',
      }),
      LifecycleConfiguration: { Rules: blocks('lifecycle_rule', lifecycleRule) },
      WebsiteConfiguration: legacyWebsite,
      ...corsRules,
      ReplicationConfiguration: replication,
      ObjectLockEnabled: legacyLock,
      Tags: tags,
    },
    { name: 'bucket', attributes: bucketNames, more: ownPolicy },
  ),
  row('aws_s3_bucket_policy', 'AWS::S3::BucketPolicy', { Bucket: 'bucket', PolicyDocument: document('policy') }),
  joinRow('aws_s3_bucket_public_access_block', 'bucket', into('bucket', bucket, publicAccessBlock)),
  joinRow(
    'aws_s3_bucket_versioning',
    'bucket',
    into('bucket', bucket, { VersioningConfiguration: { Status: 'versioning_configuration.status' } }),
  ),
  joinRow(
    'aws_s3_bucket_server_side_encryption_configuration',
    'bucket',
    into('bucket', bucket, encryptionRules('rule')),
  ),
  joinRow('aws_s3_bucket_acl', 'bucket', into('bucket', bucket, { AccessControl: acl }), {
    // Whom it lets in is written here, wherever the bucket is.
    withoutOwner: 'open',
  }),
  joinRow(
    'aws_s3_bucket_ownership_controls',
    'bucket',
    into('bucket', bucket, {
      OwnershipControls: { Rules: blocks('rule', { ObjectOwnership: 'object_ownership' }) },
    }),
  ),
  joinRow(
    'aws_s3_bucket_logging',
    'bucket',
    into('bucket', bucket, {
      LoggingConfiguration: { DestinationBucketName: 'target_bucket', LogFilePrefix: 'target_prefix' },
    }),
  ),
  joinRow(
    'aws_s3_bucket_notification',
    'bucket',
    into('bucket', bucket, {
      NotificationConfiguration: {
        LambdaConfigurations: notification('lambda_function', 'Function', 'lambda_function_arn'),
        QueueConfigurations: notification('queue', 'Queue', 'queue_arn'),
        TopicConfigurations: notification('topic', 'Topic', 'topic_arn'),
        EventBridgeConfiguration: eventBridge,
      },
    }),
  ),
  joinRow(
    'aws_s3_bucket_lifecycle_configuration',
    'bucket',
    into('bucket', bucket, { LifecycleConfiguration: { Rules: blocks('rule', lifecycleRule) } }),
  ),
  joinRow('aws_s3_bucket_website_configuration', 'bucket', into('bucket', bucket, { WebsiteConfiguration: website })),
  joinRow('aws_s3_bucket_cors_configuration', 'bucket', into('bucket', bucket, corsRules)),
  joinRow(
    'aws_s3_bucket_replication_configuration',
    'bucket',
    into('bucket', bucket, { ReplicationConfiguration: { Role: 'role', Rules: blocks('rule', { Status: 'status' }) } }),
  ),
  joinRow(
    'aws_s3_bucket_object_lock_configuration',
    'bucket',
    into('bucket', bucket, { ObjectLockEnabled: (scope) => known(true, scope.instance.keyRange) }),
  ),
  row(
    'aws_s3_access_point',
    'AWS::S3::AccessPoint',
    {
      Name: 'name',
      Bucket: 'bucket',
      Policy: document('policy'),
      VpcConfiguration: { VpcId: 'vpc_configuration.vpc_id' },
      PublicAccessBlockConfiguration: accessPointBlock,
    },
    { name: 'name' },
  ),
  joinRow(
    'aws_s3control_access_point_policy',
    'access_point_arn',
    into('access_point_arn', ['AWS::S3::AccessPoint'], { Policy: document('policy') }),
  ),
  row('aws_s3control_object_lambda_access_point', 'AWS::S3ObjectLambda::AccessPoint', {
    Name: 'name',
    ObjectLambdaConfiguration: {
      TransformationConfigurations: blocks('configuration.transformation_configuration', {
        ContentTransformation: {
          AwsLambda: { FunctionArn: 'content_transformation.aws_lambda.function_arn' },
        },
      }),
    },
  }),
];
