import type { CheckDoc } from '../check-doc.ts';

const policy = (action: string, condition = ''): string => `  InvoicesPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Invoices
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: '*'
            Action: ${action}
            Resource: !Sub '\${Invoices.Arn}/*'
${condition}`;

const bucket = (block: boolean): string => `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration:
        BlockPublicAcls: ${block}
        BlockPublicPolicy: ${block}
        IgnorePublicAcls: ${block}
        RestrictPublicBuckets: ${block}
`;

const ownPages = `            Condition:
              StringEquals:
                aws:SourceVpce: vpce-0a1b2c3d4e5f67890
`;

export default {
  why: 'What a public bucket holds is copied within hours: names of buckets are guessed, listed in certificates and logs, and scanned all the time.',
  exploit:
    'The attacker lists or guesses the names of objects and downloads them without an account. Where writing is open, they put files that start your functions.',
  fix: {
    sam: 'Set all four members of PublicAccessBlockConfiguration to true and name the principals in the bucket policy.',
    cloudformation:
      'Set all four members of PublicAccessBlockConfiguration to true and name the principals in the bucket policy.',
  },
  blindSpots:
    'Object ACLs that are set when uploading, access points of other accounts and the block of the whole account are not seen.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  ],
  examples: {
    bad: [
      {
        title: 'invoices that anyone may read',
        template: bucket(false) + policy('s3:GetObject'),
        subject: 'Invoices',
        marks: '*',
      },
      {
        title: 'invoices that anyone may overwrite, by an ACL',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicReadWrite
      OwnershipControls:
        Rules:
          - ObjectOwnership: ObjectWriter
      PublicAccessBlockConfiguration:
        BlockPublicAcls: false
        IgnorePublicAcls: false
`,
        subject: 'Invoices',
        marks: 'PublicReadWrite',
      },
    ],
    good: [
      { title: 'the block keeps the policy out', template: bucket(true) + policy('s3:GetObject'), subject: 'Invoices' },
      {
        title: 'only through one endpoint of a VPC',
        template: bucket(false) + policy('s3:GetObject', ownPages),
        subject: 'Invoices',
      },
    ],
  },
} satisfies CheckDoc;
