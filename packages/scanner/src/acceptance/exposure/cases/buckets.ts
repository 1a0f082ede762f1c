import type { Area, ExpectedWay, ExposureCase, Json, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import {
  allow,
  att,
  deny,
  event,
  fn,
  policy,
  ref,
  resource,
  role,
  sam,
  samFunction,
  situation,
  stack,
  started,
  sub,
  type Resources,
} from '../template.ts';

/** A bucket that tells Handler about new objects. */
function photos(bucket: JsonMap, statements: readonly Json[] = [], more: Resources = {}): JsonMap {
  return stack(
    fn('Handler'),
    {
      Photos: resource('AWS::S3::Bucket', {
        NotificationConfiguration: {
          LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: att('Handler') }],
        },
        ...bucket,
      }),
      ...(statements.length === 0
        ? {}
        : {
            PhotosPolicy: resource('AWS::S3::BucketPolicy', {
              Bucket: ref('Photos'),
              PolicyDocument: policy(...statements),
            }),
          }),
    },
    more,
  );
}
const way = (exposure: ExpectedWay['exposure'], rest: Partial<ExpectedWay> = {}): ExpectedWay =>
  started('bucket', 'Photos', 'async', exposure, rest);
const objects = sub('${Photos.Arn}/*');
const put = (principal: Json, condition?: JsonMap): JsonMap =>
  allow(principal, 's3:PutObject', objects, condition === undefined ? {} : { Condition: condition });
const block = (value: boolean): JsonMap => ({
  PublicAccessBlockConfiguration: {
    BlockPublicAcls: value,
    IgnorePublicAcls: value,
    BlockPublicPolicy: value,
    RestrictPublicBuckets: value,
  },
});
const acls = { OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] } };

const cases: readonly ExposureCase[] = [
  situation('a bucket without policy', pages.bucketPublic, photos({}), [way('internal')]),
  situation('a bucket into which anyone may put, block off', pages.bucketPublic, photos(block(false), [put('*')]), [
    way('public', { via: 'anyone may write to bucket Photos' }),
  ]),
  situation(
    'a public bucket policy behind a public access block',
    pages.bucketPublic,
    photos(block(true), [put('*')]),
    [way('internal')],
  ),
  situation(
    'RestrictPublicBuckets alone closes a public policy',
    pages.bucketPublic,
    photos({ PublicAccessBlockConfiguration: { RestrictPublicBuckets: true } }, [put('*')]),
    [way('internal')],
  ),
  situation(
    'BlockPublicAcls does not close a public policy',
    pages.bucketPublic,
    photos(
      {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: false,
          RestrictPublicBuckets: false,
        },
      },
      [put('*')],
    ),
    [way('public')],
  ),
  situation(
    'a public ACL for writing, block off',
    pages.bucketAcl,
    photos({ ...block(false), ...acls, AccessControl: 'PublicReadWrite' }),
    [way('public', { via: 'ACL PublicReadWrite' })],
  ),
  situation(
    'a public ACL for writing behind a public access block',
    pages.bucketAcl,
    photos({ ...block(true), ...acls, AccessControl: 'PublicReadWrite' }),
    [way('internal')],
  ),
  situation(
    'a public ACL with ACLs turned off by object ownership',
    pages.bucketOwnership,
    photos({
      ...block(false),
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      AccessControl: 'PublicReadWrite',
    }),
    [way('internal')],
  ),
  situation(
    'a public ACL for reading lets nobody write',
    pages.bucketAcl,
    photos({ ...block(false), ...acls, AccessControl: 'PublicRead' }),
    [way('internal')],
  ),
  situation(
    'a policy for reading lets nobody write',
    pages.bucketPublic,
    photos(block(false), [allow('*', 's3:GetObject', objects)]),
    [way('internal')],
  ),
  situation('s3:* for anyone', pages.bucketPublic, photos(block(false), [allow('*', 's3:*', objects)]), [
    way('public'),
  ]),
  situation(
    'anyone may put from an address range',
    pages.bucketPublic,
    photos(block(false), [put('*', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } })]),
    [way('authenticated', { via: 'aws:SourceIp' })],
  ),
  situation(
    'anyone may put from half of the internet',
    pages.bucketPublic,
    photos(block(false), [put('*', { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } })]),
    [way('public')],
  ),
  situation(
    'anyone with the right Referer is anyone',
    pages.bucketPublic,
    photos(block(false), [put('*', { StringLike: { 'aws:Referer': 'https://shop.example/*' } })]),
    [way('public')],
  ),
  situation(
    'anyone who encrypts is anyone',
    pages.bucketPublic,
    photos(block(false), [put('*', { StringEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } })]),
    [way('public')],
  ),
  situation(
    'anyone of the organization may put',
    pages.conditionKeys,
    photos({}, [put('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })]),
    [way('authenticated')],
  ),
  situation('another account may put', pages.principals, photos({}, [put({ AWS: 'arn:aws:iam::210987654321:root' })]), [
    way('authenticated', { via: '210987654321' }),
  ]),
  situation(
    'a role of the template may put',
    pages.principals,
    photos({}, [put({ AWS: att('Uploader') })], { Uploader: role('ec2.amazonaws.com') }),
    [way('internal')],
  ),
  situation(
    'anyone may put, but a Deny keeps out all beyond an own endpoint',
    pages.evaluation,
    photos(block(false), [
      put('*'),
      deny('*', 's3:*', objects, { Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } } }),
    ]),
    [way('internal')],
  ),
  situation(
    'a block whose switches hang on a parameter',
    pages.parameters,
    {
      ...photos(
        { PublicAccessBlockConfiguration: { BlockPublicPolicy: ref('Closed'), RestrictPublicBuckets: ref('Closed') } },
        [put('*')],
      ),
      Parameters: { Closed: { Type: 'String' } },
    },
    [way('unknown', { reason: 'Photos', settleWith: '--param Closed=' })],
  ),
  situation(
    'an ACL from a parameter',
    pages.parameters,
    { ...photos({ ...block(false), ...acls, AccessControl: ref('Acl') }), Parameters: { Acl: { Type: 'String' } } },
    [way('unknown', { reason: 'Photos', settleWith: '--param Acl=' })],
  ),
  situation(
    'a bucket that tells a topic, which tells the function',
    pages.bucketNotifications,
    stack(fn('Handler'), {
      Photos: resource('AWS::S3::Bucket', {
        ...block(false),
        NotificationConfiguration: { TopicConfigurations: [{ Event: 's3:ObjectCreated:*', Topic: ref('News') }] },
      }),
      PhotosPolicy: resource('AWS::S3::BucketPolicy', { Bucket: ref('Photos'), PolicyDocument: policy(put('*')) }),
      News: resource('AWS::SNS::Topic', { Subscription: [{ Protocol: 'lambda', Endpoint: att('Handler') }] }),
    }),
    [started('topic', 'News', 'async', 'public', { via: 'bucket Photos hands on to topic News' })],
  ),
  situation(
    'a bucket that tells a queue, which the function polls',
    pages.bucketNotifications,
    stack(fn('Handler'), {
      Photos: resource('AWS::S3::Bucket', {
        ...block(false),
        ...acls,
        AccessControl: 'PublicReadWrite',
        NotificationConfiguration: { QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: att('Jobs') }] },
      }),
      Jobs: resource('AWS::SQS::Queue'),
      Feed: resource('AWS::Lambda::EventSourceMapping', { EventSourceArn: att('Jobs'), FunctionName: ref('Handler') }),
    }),
    [started('queue', 'Jobs', 'poll', 'public', { via: 'bucket Photos hands on to queue Jobs' })],
  ),
  situation(
    'SAM: an S3 event',
    pages.samEvents,
    sam({
      Photos: resource('AWS::S3::Bucket'),
      Handler: samFunction({ New: event('S3', { Bucket: ref('Photos'), Events: 's3:ObjectCreated:*' }) }),
    }),
    [way('internal')],
  ),
  situation(
    'SAM: an S3 event of a bucket that is open for writing',
    pages.samEvents,
    sam({
      Photos: resource('AWS::S3::Bucket', block(false)),
      PhotosPolicy: resource('AWS::S3::BucketPolicy', { Bucket: ref('Photos'), PolicyDocument: policy(put('*')) }),
      Handler: samFunction({ New: event('S3', { Bucket: ref('Photos'), Events: 's3:ObjectCreated:*' }) }),
    }),
    [way('public')],
  ),
  situation(
    'objects that Object Lambda hands to a function are asked for by identities of the account',
    pages.objectLambda,
    stack(fn('Handler'), {
      Photos: resource('AWS::S3::Bucket'),
      Point: resource('AWS::S3::AccessPoint', { Bucket: ref('Photos') }),
      Redact: resource('AWS::S3ObjectLambda::AccessPoint', {
        ObjectLambdaConfiguration: {
          SupportingAccessPoint: att('Point'),
          TransformationConfigurations: [
            { Actions: ['GetObject'], ContentTransformation: { AwsLambda: { FunctionArn: att('Handler') } } },
          ],
        },
      }),
    }),
    [started('object-transform', 'Redact', 'sync', 'internal')],
  ),
];

export const bucketsArea: Area = { name: 'buckets', cases };
