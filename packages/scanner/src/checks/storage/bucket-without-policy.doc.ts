import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A policy on the bucket holds for every identity, those that are made later included.',
  exploit: 'A role that somebody gives s3:* for another purpose reads the bucket too.',
  fix: {
    sam: 'Add AWS::S3::BucketPolicy.',
    cloudformation: 'Add AWS::S3::BucketPolicy.',
  },
  blindSpots: 'Buckets are private without a policy; this is a question of other tools.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html'],
  examples: {
    bad: [
      {
        title: 'invoices without a policy',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
`,
        subject: 'Invoices',
      },
    ],
    good: [
      {
        title: 'invoices with a policy',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
  TlsOnly:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Invoices
      PolicyDocument:
        Statement:
          - Effect: Deny
            Principal: "*"
            Action: "s3:*"
            Resource: !Sub "\${Invoices.Arn}/*"
            Condition: { Bool: { "aws:SecureTransport": "false" } }
`,
        subject: 'Invoices',
      },
    ],
  },
} satisfies CheckDoc;
