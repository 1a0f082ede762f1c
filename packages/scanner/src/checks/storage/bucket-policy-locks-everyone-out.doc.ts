import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A Deny for every principal holds for administrators and the pipeline too. Only the root user can remove the policy.',
  exploit:
    'No attack is needed: the deployment itself makes the bucket unusable. An attacker does it to keep the owner out.',
  fix: {
    sam: 'Give the Deny a Condition, such as StringNotLike on aws:PrincipalArn, that leaves an administrator in.',
    cloudformation:
      'Give the Deny a Condition, such as StringNotLike on aws:PrincipalArn, that leaves an administrator in.',
  },
  blindSpots: 'A condition that is never true is not worked out.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html',
    'https://repost.aws/knowledge-center/s3-accidentally-denied-access',
  ],
  examples: {
    bad: [
      {
        title: 'invoices that nobody opens again',
        template: `Resources:
  Closed:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: invoices-of-the-shop
      PolicyDocument:
        Statement:
          - Effect: Deny
            Principal: "*"
            Action: "s3:*"
            Resource: arn:aws:s3:::invoices-of-the-shop/*
`,
        subject: 'Closed',
        marks: 'Deny',
      },
    ],
    good: [
      {
        title: 'invoices that an administrator opens',
        template: `Resources:
  Closed:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: invoices-of-the-shop
      PolicyDocument:
        Statement:
          - Effect: Deny
            Principal: "*"
            Action: "s3:*"
            Resource: arn:aws:s3:::invoices-of-the-shop/*
            Condition: { StringNotLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/administrator" } }
`,
        subject: 'Closed',
      },
    ],
  },
} satisfies CheckDoc;
