import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'An access log tells who asked for which object. Data events of CloudTrail tell the same, sooner and for more money.',
  exploit:
    'The attacker copies the bucket with a stolen key; which objects are gone cannot be told to those whose data it was.',
  fix: {
    sam: 'Set LoggingConfiguration: { DestinationBucketName: ... } to a bucket that logging.s3.amazonaws.com may write to.',
    cloudformation:
      'Set LoggingConfiguration: { DestinationBucketName: ... } to a bucket that logging.s3.amazonaws.com may write to.',
  },
  blindSpots: 'Data events of a trail of the whole account are not seen.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html'],
  examples: {
    bad: [
      {
        title: 'invoices without a log',
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
        title: 'invoices with a log',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: invoices-of-the-shop
      LoggingConfiguration:
        DestinationBucketName: logs-of-the-shop
`,
        subject: 'Invoices',
      },
    ],
  },
} satisfies CheckDoc;
