import type { CheckDoc } from '../check-doc.ts';

const bucket = `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration: { Status: Enabled }
`;

const policy = `  InvoicesPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Invoices
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Deny
            Principal: '*'
            Action: 's3:*'
            Resource: !Sub '\${Invoices.Arn}/*'
            Condition:
              Bool:
                aws:SecureTransport: 'false'
`;

export default {
  why: 'S3, SQS and SNS still answer plain HTTP. All current SDKs use TLS; the policy makes sure of the rest.',
  exploit:
    'An old client is configured with http://, and its requests and signatures cross a network that others read.',
  fix: {
    sam: 'Add a policy that denies everything when aws:SecureTransport is false.',
    cloudformation: 'Add a policy that denies everything when aws:SecureTransport is false.',
  },
  blindSpots: 'Which resources and actions the Deny takes in is not compared.',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-5'],
  examples: {
    bad: [{ title: 'invoices over any connection', template: bucket, subject: 'Invoices', marks: 'Invoices' }],
    good: [{ title: 'invoices over TLS', template: bucket + policy, subject: 'Invoices' }],
  },
} satisfies CheckDoc;
