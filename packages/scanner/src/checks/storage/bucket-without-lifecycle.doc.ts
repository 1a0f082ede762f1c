import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'What is kept can leak. A rule ends old versions, unfinished uploads and data that has done its work.',
  exploit: 'The attacker who gets in after years finds all the years.',
  fix: {
    sam: 'Add LifecycleConfiguration with a rule that expires objects, old versions, or at least unfinished uploads.',
    cloudformation:
      'Add LifecycleConfiguration with a rule that expires objects, old versions, or at least unfinished uploads.',
  },
  blindSpots: 'How long the law wants the objects to be kept is not known.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html'],
  examples: {
    bad: [
      {
        title: 'invoices that stay for ever',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: invoices-of-the-shop
`,
        subject: 'Invoices',
      },
    ],
    good: [
      {
        title: 'invoices that go after ten years',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: invoices-of-the-shop
      LifecycleConfiguration:
        Rules:
          - { Status: Enabled, ExpirationInDays: 3650 }
`,
        subject: 'Invoices',
      },
    ],
  },
} satisfies CheckDoc;
