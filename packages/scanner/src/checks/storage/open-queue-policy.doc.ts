import type { CheckDoc } from '../check-doc.ts';

const template = (condition: string): string => `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties: {}
  OrderPlaced:
    Type: AWS::SNS::Topic
    Properties: {}
  OrdersPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Orders]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: '*'
            Action: sqs:SendMessage
            Resource: !GetAtt Orders.Arn
${condition}`;

const fromTopic = `            Condition:
              ArnEquals:
                aws:SourceArn: !Ref OrderPlaced
`;

export default {
  why: 'Whoever may send to the queue starts the functions behind it with a message of their choice; whoever may receive takes messages away.',
  exploit:
    'The attacker sends a forged order from any AWS account, or without one, to the URL of the queue. The function believes that the shop sent it.',
  fix: {
    sam: 'Name the service under Principal and add a condition on aws:SourceArn; the SNS and S3 events of SAM do so by themselves.',
    cloudformation: 'Name the service under Principal and add a condition on aws:SourceArn.',
  },
  blindSpots: 'Whether a fixed condition names the right source is not asked.',
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status',
  ],
  examples: {
    bad: [{ title: 'orders that anyone may place', template: template(''), subject: 'Orders', marks: '*' }],
    good: [{ title: 'orders from one topic', template: template(fromTopic), subject: 'Orders' }],
  },
} satisfies CheckDoc;
