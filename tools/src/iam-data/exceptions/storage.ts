import type { OperationTable } from './table.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html and each operation's own page. */
const bucket = 'bucket{BucketName:Bucket}';
const object = 'object{BucketName:Bucket,ObjectName:Key}';
const source = 'object{BucketName:CopySource!copy-source,ObjectName:CopySource!copy-source}';

const notFound = `+ListBucket on ${bucket} maybe missing-object`;
const decrypt = '+kms:Decrypt maybe customer-key';

/** An action, or its twin for calls that name a version. */
function versioned(action: string, twin: string): string {
  return `${action} on ${object} if !VersionId; ${twin} on ${object} if VersionId`;
}

const grants = ['ACL', 'GrantFullControl', 'GrantRead', 'GrantReadACP', 'GrantWriteACP'];

/** What the headers of a write bring along. */
const written = [
  ...grants.map((member) => `+PutObjectAcl on ${object} if ${member}`),
  `+PutObjectTagging on ${object} if Tagging`,
  `+PutObjectRetention on ${object} if ObjectLockRetainUntilDate`,
  `+PutObjectLegalHold on ${object} if ObjectLockLegalHoldStatus`,
  '+kms:GenerateDataKey on kms::key{KeyId:SSEKMSKeyId!key-id} if SSEKMSKeyId',
  '+kms:GenerateDataKey if !SSEKMSKeyId maybe customer-key',
].join('; ');

const s3: OperationTable[string] = {
  AbortMultipartUpload: `AbortMultipartUpload on ${object}`,
  CompleteMultipartUpload: `PutObject on ${object}; ${decrypt}`,
  // The source's tags are copied too, which needs more when it has any: the call does not know.
  CopyObject: `PutObject on ${object}; +GetObject on ${source}; ${decrypt}; ${written}`,
  CreateBucket: [
    `CreateBucket on ${bucket}`,
    ...['ACL', 'GrantFullControl', 'GrantRead', 'GrantReadACP', 'GrantWrite', 'GrantWriteACP'].map(
      (member) => `+PutBucketAcl on ${bucket} if ${member}`,
    ),
    `+PutBucketObjectLockConfiguration on ${bucket} if ObjectLockEnabledForBucket`,
    `+PutBucketVersioning on ${bucket} if ObjectLockEnabledForBucket`,
    `+PutBucketOwnershipControls on ${bucket} if ObjectOwnership`,
  ].join('; '),
  CreateBucketMetadataConfiguration: `CreateBucketMetadataTableConfiguration on ${bucket}`,
  CreateMultipartUpload: `PutObject on ${object}; ${decrypt}; ${written}`,
  CreateSession: 's3express:CreateSession on s3express::bucket{BucketName:Bucket}',
  DeleteBucketAnalyticsConfiguration: `PutAnalyticsConfiguration on ${bucket}`,
  DeleteBucketCors: `PutBucketCORS on ${bucket}`,
  DeleteBucketEncryption: `PutEncryptionConfiguration on ${bucket}`,
  DeleteBucketIntelligentTieringConfiguration: `PutIntelligentTieringConfiguration on ${bucket}`,
  DeleteBucketInventoryConfiguration: `PutInventoryConfiguration on ${bucket}`,
  DeleteBucketLifecycle: `PutLifecycleConfiguration on ${bucket}`,
  DeleteBucketMetadataConfiguration: `DeleteBucketMetadataTableConfiguration on ${bucket}`,
  DeleteBucketMetricsConfiguration: `PutMetricsConfiguration on ${bucket}`,
  DeleteBucketOwnershipControls: `PutBucketOwnershipControls on ${bucket}`,
  DeleteBucketReplication: `PutReplicationConfiguration on ${bucket}`,
  DeleteBucketTagging: `PutBucketTagging on ${bucket}`,
  DeleteObject: `${versioned('DeleteObject', 'DeleteObjectVersion')}; +BypassGovernanceRetention on ${object} if BypassGovernanceRetention`,
  DeleteObjectTagging: versioned('DeleteObjectTagging', 'DeleteObjectVersionTagging'),
  DeleteObjects: [
    'DeleteObject on object{BucketName:Bucket,ObjectName:Delete.Objects[].Key}',
    '+DeleteObjectVersion on object{BucketName:Bucket,ObjectName:Delete.Objects[].Key} if Delete.Objects[].VersionId',
    '+BypassGovernanceRetention on object{BucketName:Bucket,ObjectName:Delete.Objects[].Key} if BypassGovernanceRetention',
  ].join('; '),
  DeletePublicAccessBlock: `PutBucketPublicAccessBlock on ${bucket}`,
  GetBucketAccelerateConfiguration: `GetAccelerateConfiguration on ${bucket}`,
  GetBucketAnalyticsConfiguration: `GetAnalyticsConfiguration on ${bucket}`,
  GetBucketEncryption: `GetEncryptionConfiguration on ${bucket}`,
  GetBucketIntelligentTieringConfiguration: `GetIntelligentTieringConfiguration on ${bucket}`,
  GetBucketInventoryConfiguration: `GetInventoryConfiguration on ${bucket}`,
  GetBucketLifecycle: `GetLifecycleConfiguration on ${bucket}`,
  GetBucketLifecycleConfiguration: `GetLifecycleConfiguration on ${bucket}`,
  GetBucketMetadataConfiguration: `GetBucketMetadataTableConfiguration on ${bucket}`,
  GetBucketMetricsConfiguration: `GetMetricsConfiguration on ${bucket}`,
  GetBucketNotificationConfiguration: `GetBucketNotification on ${bucket}`,
  GetBucketReplication: `GetReplicationConfiguration on ${bucket}`,
  GetObject: `${versioned('GetObject', 'GetObjectVersion')}; ${decrypt}; ${notFound}`,
  GetObjectAcl: versioned('GetObjectAcl', 'GetObjectVersionAcl'),
  GetObjectAttributes: [
    `GetObjectAttributes on ${object} if !VersionId`,
    `GetObjectVersionAttributes on ${object} if VersionId`,
    `+GetObject on ${object} if !VersionId`,
    `+GetObjectVersion on ${object} if VersionId`,
    decrypt,
  ].join('; '),
  GetObjectLegalHold: `GetObjectLegalHold on ${object}`,
  GetObjectLockConfiguration: `GetBucketObjectLockConfiguration on ${bucket}`,
  GetObjectRetention: `GetObjectRetention on ${object}`,
  GetObjectTagging: versioned('GetObjectTagging', 'GetObjectVersionTagging'),
  GetPublicAccessBlock: `GetBucketPublicAccessBlock on ${bucket}`,
  HeadBucket: `ListBucket on ${bucket}`,
  HeadObject: `${versioned('GetObject', 'GetObjectVersion')}; ${decrypt}; ${notFound}`,
  ListBucketAnalyticsConfigurations: `GetAnalyticsConfiguration on ${bucket}`,
  ListBucketIntelligentTieringConfigurations: `GetIntelligentTieringConfiguration on ${bucket}`,
  ListBucketInventoryConfigurations: `GetInventoryConfiguration on ${bucket}`,
  ListBucketMetricsConfigurations: `GetMetricsConfiguration on ${bucket}`,
  ListBuckets: 'ListAllMyBuckets',
  ListDirectoryBuckets: 's3express:ListAllMyDirectoryBuckets',
  ListMultipartUploads: `ListBucketMultipartUploads on ${bucket}`,
  ListObjectVersions: `ListBucketVersions on ${bucket}`,
  ListObjects: `ListBucket on ${bucket}`,
  ListObjectsV2: `ListBucket on ${bucket}`,
  ListParts: `ListMultipartUploadParts on ${object}`,
  PutBucketAccelerateConfiguration: `PutAccelerateConfiguration on ${bucket}`,
  PutBucketAnalyticsConfiguration: `PutAnalyticsConfiguration on ${bucket}`,
  PutBucketEncryption: `PutEncryptionConfiguration on ${bucket}`,
  PutBucketIntelligentTieringConfiguration: `PutIntelligentTieringConfiguration on ${bucket}`,
  PutBucketInventoryConfiguration: `PutInventoryConfiguration on ${bucket}`,
  PutBucketLifecycle: `PutLifecycleConfiguration on ${bucket}`,
  PutBucketLifecycleConfiguration: `PutLifecycleConfiguration on ${bucket}`,
  PutBucketMetricsConfiguration: `PutMetricsConfiguration on ${bucket}`,
  PutBucketNotificationConfiguration: `PutBucketNotification on ${bucket}`,
  PutBucketReplication: `PutReplicationConfiguration on ${bucket}; +iam:PassRole pass ReplicationConfiguration.Role to s3.amazonaws.com`,
  PutObject: `PutObject on ${object}; ${written}`,
  PutObjectAcl: versioned('PutObjectAcl', 'PutObjectVersionAcl'),
  PutObjectLegalHold: `PutObjectLegalHold on ${object}`,
  PutObjectLockConfiguration: `PutBucketObjectLockConfiguration on ${bucket}`,
  PutObjectRetention: `PutObjectRetention on ${object}; +BypassGovernanceRetention on ${object} if BypassGovernanceRetention`,
  PutObjectTagging: versioned('PutObjectTagging', 'PutObjectVersionTagging'),
  PutPublicAccessBlock: `PutBucketPublicAccessBlock on ${bucket}`,
  RenameObject: 's3express:CreateSession on s3express::bucket{BucketName:Bucket}',
  RestoreObject: `RestoreObject on ${object}`,
  SelectObjectContent: `GetObject on ${object}; ${decrypt}`,
  UploadPart: `PutObject on ${object}; ${decrypt}; +kms:GenerateDataKey maybe customer-key`,
  UploadPartCopy: `PutObject on ${object}; +GetObject on ${source}; ${decrypt}; +kms:GenerateDataKey maybe customer-key`,
  WriteGetObjectResponse: 's3-object-lambda:WriteGetObjectResponse',
};

/** The bucket operations of S3 Control are for Outposts; the others keep the prefix `s3`. */
const outpostsBucket = 's3-outposts::bucket{BucketName:Bucket}';
const s3control: OperationTable[string] = {
  CreateBucket: 's3-outposts:CreateBucket',
  DeleteAccessPointScope: 's3express:DeleteAccessPointScope',
  DeleteBucket: `s3-outposts:DeleteBucket on ${outpostsBucket}`,
  DeleteBucketLifecycleConfiguration: `s3-outposts:PutLifecycleConfiguration on ${outpostsBucket}`,
  DeleteBucketPolicy: `s3-outposts:DeleteBucketPolicy on ${outpostsBucket}`,
  DeleteBucketReplication: `s3-outposts:PutReplicationConfiguration on ${outpostsBucket}`,
  DeleteBucketTagging: `s3-outposts:PutBucketTagging on ${outpostsBucket}`,
  DeletePublicAccessBlock: 'PutAccountPublicAccessBlock',
  GetAccessPointScope: 's3express:GetAccessPointScope',
  GetBucket: `s3-outposts:GetBucket on ${outpostsBucket}`,
  GetBucketLifecycleConfiguration: `s3-outposts:GetLifecycleConfiguration on ${outpostsBucket}`,
  GetBucketPolicy: `s3-outposts:GetBucketPolicy on ${outpostsBucket}`,
  GetBucketReplication: `s3-outposts:GetReplicationConfiguration on ${outpostsBucket}`,
  GetBucketTagging: `s3-outposts:GetBucketTagging on ${outpostsBucket}`,
  GetBucketVersioning: `s3-outposts:GetBucketVersioning on ${outpostsBucket}`,
  GetPublicAccessBlock: 'GetAccountPublicAccessBlock',
  ListAccessPointsForDirectoryBuckets: 's3express:ListAccessPointsForDirectoryBuckets',
  ListRegionalBuckets: 's3-outposts:ListRegionalBuckets',
  PutAccessPointScope: 's3express:PutAccessPointScope',
  PutBucketLifecycleConfiguration: `s3-outposts:PutLifecycleConfiguration on ${outpostsBucket}`,
  PutBucketPolicy: `s3-outposts:PutBucketPolicy on ${outpostsBucket}`,
  PutBucketReplication: `s3-outposts:PutReplicationConfiguration on ${outpostsBucket}`,
  PutBucketTagging: `s3-outposts:PutBucketTagging on ${outpostsBucket}`,
  PutBucketVersioning: `s3-outposts:PutBucketVersioning on ${outpostsBucket}`,
  PutPublicAccessBlock: 'PutAccountPublicAccessBlock',
};

export const storage: OperationTable = { s3, s3control };
