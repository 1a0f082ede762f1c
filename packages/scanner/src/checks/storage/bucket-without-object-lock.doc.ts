import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'Locked versions cannot be deleted before their time, not even by the owner. That is for records which the law wants kept.',
  exploit: 'The attacker deletes all versions of the objects and asks for money.',
  fix: {
    sam: 'Set ObjectLockEnabled: true and ObjectLockConfiguration.',
    cloudformation: 'Set ObjectLockEnabled: true and ObjectLockConfiguration.',
  },
  blindSpots: 'Whether the objects are records is not known.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html'],
  examples: {
    bad: [
      {
        title: 'invoices without a lock',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: invoices-of-the-shop
      ObjectLockEnabled: false
`,
        subject: 'Invoices',
        marks: 'false',
      },
    ],
    good: [
      {
        title: 'invoices with a lock',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: invoices-of-the-shop
      ObjectLockEnabled: true
`,
        subject: 'Invoices',
      },
    ],
  },
} satisfies CheckDoc;
