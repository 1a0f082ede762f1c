import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A copy in another account outlives the loss of this one. S3 keeps objects in several zones of a region already.',
  exploit: 'The attacker who owns the account deletes the bucket and all its versions.',
  fix: {
    sam: 'Set ReplicationConfiguration with a role and a rule.',
    cloudformation: 'Set ReplicationConfiguration with a role and a rule.',
  },
  blindSpots: 'Backups by AWS Backup are not seen.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html'],
  examples: {
    bad: [
      {
        title: 'invoices without a copy',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: invoices-of-the-shop
      VersioningConfiguration:
        Status: Enabled
`,
        subject: 'Invoices',
      },
    ],
    good: [
      {
        title: 'invoices with a copy',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: invoices-of-the-shop
      VersioningConfiguration:
        Status: Enabled
      ReplicationConfiguration:
        Role: arn:aws:iam::123456789012:role/copy-invoices
        Rules:
          - Status: Enabled
            Destination: { Bucket: "arn:aws:s3:::invoices-of-the-shop-copy" }
`,
        subject: 'Invoices',
      },
    ],
  },
} satisfies CheckDoc;
