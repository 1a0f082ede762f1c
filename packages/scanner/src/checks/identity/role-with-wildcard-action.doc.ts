import type { CheckDoc } from '../check-doc.ts';

const template = (action: string, resource = "'*'"): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  UploadPolicy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: ${action}
            Resource: ${resource}
`;

export default {
  why: 'A function needs a handful of actions. The whole service also holds those that delete, share and re-configure, and those that AWS adds next year.',
  exploit:
    'With the credentials of an upload function that may s3:*, an attacker reads every bucket, makes one public, or deletes the versions and asks for ransom.',
  fix: {
    sam: 'Use a policy template (S3CrudPolicy, DynamoDBReadPolicy, SQSSendMessagePolicy) instead of a written statement.',
    cloudformation: 'Replace `s3:*` by the actions that the code calls, such as s3:GetObject and s3:PutObject.',
  },
  blindSpots:
    'Patterns that are nearly everything, such as `dynamodb:?*`, are read as written; which actions the code needs is not asked here.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-21',
  ],
  examples: {
    bad: [
      { title: 'uploads with all of S3', template: template("'s3:*'"), subject: 'UploadPolicy', marks: 's3:*' },
      {
        title: 'all actions on one table',
        template: template("'dynamodb:*'", 'arn:aws:dynamodb:eu-west-1:123456789012:table/photos'),
        subject: 'UploadPolicy',
        marks: 'dynamodb:*',
      },
    ],
    good: [
      {
        title: 'uploads that put objects',
        template: template('s3:PutObject', 'arn:aws:s3:::photo-shop-uploads/*'),
        subject: 'UploadPolicy',
      },
      {
        title: 'a service that has no narrower action',
        template: template('xray:PutTraceSegments'),
        subject: 'UploadPolicy',
      },
    ],
  },
} satisfies CheckDoc;
