import type { CheckDoc } from '../check-doc.ts';

const template = (policy: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  ResizeRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/${policy}
`;

export default {
  why: 'The managed policies of AWS are made for people and consoles: they take in every resource of a service, and some of them rights over other services.',
  exploit:
    'A photo resizer with AmazonS3FullAccess that is made to run foreign code can read, change and delete every bucket of the account.',
  fix: {
    sam: 'Replace it by a policy template: `- S3CrudPolicy: { BucketName: photo-shop-uploads }`.',
    cloudformation: 'Replace it by a statement with the actions and ARNs that are used.',
  },
  blindSpots:
    'Judges the managed policies that serverless projects name; a policy that is not in the table is not judged. AdministratorAccess has a check of its own.',
  sources: ['https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html'],
  examples: {
    bad: [
      {
        title: 'a resizer with all of S3',
        template: template('AmazonS3FullAccess'),
        subject: 'ResizeRole',
        marks: 'AmazonS3FullAccess',
      },
      {
        title: 'a resizer with the rights of a power user',
        template: template('PowerUserAccess'),
        subject: 'ResizeRole',
        marks: 'PowerUserAccess',
      },
    ],
    good: [
      {
        title: 'a resizer that writes its logs',
        template: template('service-role/AWSLambdaBasicExecutionRole'),
        subject: 'ResizeRole',
      },
    ],
  },
} satisfies CheckDoc;
