import type { CheckDoc } from '../check-doc.ts';

const template = (principal: string, more: string): string => `Resources:
  MakeThumbnail:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.14
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/photos
      Code:
        ZipFile: 'def handler(event, context): return event'
  PhotosMayCall:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt MakeThumbnail.Arn
      Action: lambda:InvokeFunction
      Principal: ${principal}
${more}`;

export default {
  why: 'A permission for a service alone lets the service invoke the function for every customer of the service, not only for your resource: the service becomes a confused deputy. Bucket names carry no account and can be taken by others after a deletion, so a bucket needs its account named too.',
  exploit:
    'An attacker makes a topic, rule, bucket or API in their own account and points it at the ARN of your function. The service calls it with an event of the attacker, and your policy says yes.',
  fix: {
    sam: 'Prefer events of the function: SAM writes `SourceArn` or `SourceAccount` for them.',
    cloudformation:
      'Add `SourceArn` with the ARN of the source. For S3 add `SourceAccount: !Ref AWS::AccountId` as well. For Alexa add `EventSourceToken` with the id of the skill.',
  },
  blindSpots:
    'Where anyone may call the function through a gateway of its own, a permission for every gateway is an info: it opens nothing more. Whether a service checks the ownership of the target by itself is not considered. Permissions added outside of the template are not seen.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
  ],
  examples: {
    bad: [
      {
        title: 'a photo function that any topic may call',
        template: template('sns.amazonaws.com', ''),
        subject: 'PhotosMayCall',
        marks: 'sns.amazonaws.com',
      },
      {
        title: 'a photo function whose bucket is named without its account',
        template: template('s3.amazonaws.com', '      SourceArn: arn:aws:s3:::photo-shop-uploads\n'),
        subject: 'PhotosMayCall',
        marks: 'photo-shop-uploads',
      },
    ],
    good: [
      {
        title: 'a photo function that one topic may call',
        template: template('sns.amazonaws.com', '      SourceArn: arn:aws:sns:eu-west-1:111122223333:photos\n'),
        subject: 'PhotosMayCall',
      },
      {
        title: 'a photo function that a bucket of the own account may call',
        template: template(
          's3.amazonaws.com',
          '      SourceArn: arn:aws:s3:::photo-shop-uploads\n      SourceAccount: !Ref AWS::AccountId\n',
        ),
        subject: 'PhotosMayCall',
      },
    ],
  },
} satisfies CheckDoc;
