import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'Access lists are the older of two systems of rights. New buckets have them switched off; with them on, one object can be public while the policy says otherwise.',
  exploit: 'A program uploads with public-read, as it always did, and the attacker reads that one object.',
  fix: {
    sam: 'Set OwnershipControls: { Rules: [{ ObjectOwnership: BucketOwnerEnforced }] }, or leave it out.',
    cloudformation: 'Set OwnershipControls: { Rules: [{ ObjectOwnership: BucketOwnerEnforced }] }, or leave it out.',
  },
  blindSpots: 'Buckets that take logs of CloudFront need access lists; who writes the objects is not looked at.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html'],
  examples: {
    bad: [
      {
        title: 'invoices with access lists',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: invoices-of-the-shop
      OwnershipControls:
        Rules:
          - ObjectOwnership: ObjectWriter
`,
        subject: 'Invoices',
        marks: 'ObjectWriter',
      },
    ],
    good: [
      {
        title: 'invoices without access lists',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: invoices-of-the-shop
      OwnershipControls:
        Rules:
          - ObjectOwnership: BucketOwnerEnforced
`,
        subject: 'Invoices',
      },
    ],
  },
} satisfies CheckDoc;
