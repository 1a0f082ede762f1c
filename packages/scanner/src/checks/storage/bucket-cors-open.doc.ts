import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A rule for every origin lets the script of any page use a signed address that it got hold of, and read the answer.',
  exploit: 'The attacker lures a user to a page that uploads over the address which the shop signed for them.',
  fix: {
    sam: 'Name the origins of your own pages in AllowedOrigins.',
    cloudformation: 'Name the origins of your own pages in AllowedOrigins.',
  },
  blindSpots: 'Rules for GET are not told of: reading over a signed address needs the address.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html'],
  examples: {
    bad: [
      {
        title: 'uploads from every page',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: invoices-of-the-shop
      CorsConfiguration:
        CorsRules:
          - AllowedMethods: [PUT]
            AllowedOrigins: ["*"]
`,
        subject: 'Invoices',
        marks: '*',
      },
    ],
    good: [
      {
        title: 'uploads from the shop',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: invoices-of-the-shop
      CorsConfiguration:
        CorsRules:
          - AllowedMethods: [PUT]
            AllowedOrigins: ["https://shop.example.com"]
`,
        subject: 'Invoices',
      },
    ],
  },
} satisfies CheckDoc;
