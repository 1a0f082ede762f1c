import { expect, it } from 'vitest';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { encryptionOf } from './encryption.ts';

const assignment = { label: '', conditions: new Map<string, boolean>(), isDefault: true };

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html and the pages of each service
it.each([
  ['AWS::S3::Bucket', '{}', 'platform-key'],
  [
    'AWS::S3::Bucket',
    '{ BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: !Ref Key } }] } }',
    'customer-key',
  ],
  ['AWS::SQS::Queue', '{}', 'platform-key'],
  ['AWS::SQS::Queue', '{ SqsManagedSseEnabled: false }', 'no'],
  ['AWS::SQS::Queue', '{ KmsMasterKeyId: !GetAtt Key.Arn }', 'customer-key'],
  ['AWS::SQS::Queue', '{ KmsMasterKeyId: alias/aws/sqs }', 'platform-key'],
  ['AWS::SNS::Topic', '{}', 'no'],
  ['AWS::SNS::Topic', '{ KmsMasterKeyId: !Ref Unset }', 'unknown'],
  ['AWS::Kinesis::Stream', '{}', 'no'],
  ['AWS::DynamoDB::Table', '{}', 'platform-key'],
  ['AWS::RDS::DBInstance', '{}', 'no'],
  ['AWS::RDS::DBInstance', '{ StorageEncrypted: true }', 'platform-key'],
  ['AWS::CloudWatch::Alarm', '{}', 'not-applicable'],
])('%s with %s is encrypted: %s', (type, properties, expected) => {
  const estate = buildEstate(
    'shop',
    assignment,
    readTemplateText(`Parameters:
  Unset: { Type: String }
Resources:
  Key: { Type: AWS::KMS::Key }
  Store:
    Type: ${type}
    Properties: ${properties}
`),
  );
  const store = [...estate.nodes.values()].find((node) => node.id.endsWith('/Store'));
  expect(store === undefined ? undefined : encryptionOf(store, estate)).toBe(expected);
});
