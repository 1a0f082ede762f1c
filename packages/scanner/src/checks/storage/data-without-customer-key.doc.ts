import type { CheckDoc } from '../check-doc.ts';

const template = (lines: string): string => `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration: { Status: Enabled }
${lines}`;

const own = `      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms
              KMSMasterKeyID: arn:aws:kms:eu-west-1:123456789012:key/1b2c3d4e-0000-4000-8000-1234567890ab
`;

export default {
  why: 'All of this data is encrypted at rest by AWS. A key of your own adds a policy, a record of each use and a switch; it also adds cost and a way to lock yourself out.',
  exploit: 'There is no attack on this alone.',
  fix: {
    sam: 'Name a key where a rule of yours asks for it.',
    cloudformation: 'Name a key where a rule of yours asks for it.',
  },
  blindSpots: 'This is the question of other tools, kept for comparison and for rules that demand it.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-mgmt',
  ],
  examples: {
    bad: [{ title: 'invoices with the key of S3', template: template(''), subject: 'Invoices', marks: 'Invoices' }],
    good: [{ title: 'invoices with a key of their own', template: template(own), subject: 'Invoices' }],
  },
} satisfies CheckDoc;
