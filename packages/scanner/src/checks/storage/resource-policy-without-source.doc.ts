import type { CheckDoc } from '../check-doc.ts';

const template = (condition: string): string => `Resources:
  Uploads:
    Type: AWS::SQS::Queue
    Properties: {}
  UploadsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Uploads]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Service: s3.amazonaws.com }
            Action: sqs:SendMessage
            Resource: !GetAtt Uploads.Arn
${condition}`;

const ours = `            Condition:
              StringEquals:
                aws:SourceAccount: !Ref AWS::AccountId
`;

export default {
  why: 'S3, SNS and EventBridge work for every customer. Without a condition the queue takes what they bring, whoever told them to: the confused deputy.',
  exploit:
    'The attacker points the notifications of a bucket of their own at your queue, and your function processes objects of their choice.',
  fix: {
    sam: 'Add a condition on aws:SourceArn with the ARN of the bucket, topic or rule, or on aws:SourceAccount.',
    cloudformation:
      'Add a condition on aws:SourceArn with the ARN of the bucket, topic or rule, or on aws:SourceAccount.',
  },
  blindSpots:
    'The attacker must know the ARN of the queue. Permissions of functions are judged by a check of their own.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention',
  ],
  examples: {
    bad: [{ title: 'uploads of any bucket', template: template(''), subject: 'Uploads', marks: 's3.amazonaws.com' }],
    good: [{ title: 'uploads of the own account', template: template(ours), subject: 'Uploads' }],
  },
} satisfies CheckDoc;
