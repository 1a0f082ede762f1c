import type { CheckDoc } from '../check-doc.ts';

const template = (policy: boolean): string => `Resources:
  Receipts:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        BlockPublicPolicy: ${policy}
        IgnorePublicAcls: true
        RestrictPublicBuckets: ${policy}
`;

export default {
  why: 'The public access block is the second lock: it holds when somebody writes a policy or an ACL that is too wide.',
  exploit: 'A later change adds a policy for a partner with `Principal: "*"`. Nothing stops it.',
  fix: {
    sam: 'Write PublicAccessBlockConfiguration with BlockPublicAcls, BlockPublicPolicy, IgnorePublicAcls and RestrictPublicBuckets: true.',
    cloudformation:
      'Write PublicAccessBlockConfiguration with BlockPublicAcls, BlockPublicPolicy, IgnorePublicAcls and RestrictPublicBuckets: true.',
  },
  blindSpots:
    'The block of the whole account is not seen. A bucket without the block in the template is an info: new buckets have it on.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
  examples: {
    bad: [{ title: 'receipts with half of the block', template: template(false), subject: 'Receipts', marks: 'false' }],
    good: [{ title: 'receipts with all of it', template: template(true), subject: 'Receipts' }],
  },
} satisfies CheckDoc;
