import type { CheckDoc } from '../check-doc.ts';

const template = (action: string): string => `Resources:
  Parcels:
    Type: AWS::SQS::Queue
    Properties: {}
  ParcelsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Parcels]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: arn:aws:iam::123456789012:role/carrier }
            Action: ${action}
            Resource: !GetAtt Parcels.Arn
`;

export default {
  why: 'Somebody who only sends messages needs one action. All actions let them read, delete and open the queue to others.',
  exploit: 'A role of the partner is taken over; the attacker changes the policy of the queue and keeps a way in.',
  fix: {
    sam: 'List the actions, such as sqs:SendMessage.',
    cloudformation: 'List the actions, such as sqs:SendMessage.',
  },
  blindSpots: 'Whether those who are named need the actions is not known.',
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
  ],
  examples: {
    bad: [{ title: 'a carrier with all actions', template: template("'sqs:*'"), subject: 'Parcels', marks: 'sqs:*' }],
    good: [{ title: 'a carrier that sends', template: template('sqs:SendMessage'), subject: 'Parcels' }],
  },
} satisfies CheckDoc;
