import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'The certificate of S3 covers one label before the region. A name with dots makes clients fail, or switch verification off.',
  exploit: 'A client that no longer verifies talks to whoever stands in the way.',
  fix: {
    sam: 'Choose a name of lower-case letters, digits and hyphens.',
    cloudformation: 'Choose a name of lower-case letters, digits and hyphens.',
  },
  blindSpots:
    'Websites behind their own domain need the name of the domain; CloudFront in front of a private bucket does not.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html'],
  examples: {
    bad: [
      {
        title: 'a name with dots',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: invoices.shop.example
`,
        subject: 'Invoices',
        marks: 'invoices.shop',
      },
    ],
    good: [
      {
        title: 'a name without dots',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: invoices-of-the-shop
`,
        subject: 'Invoices',
      },
    ],
  },
} satisfies CheckDoc;
