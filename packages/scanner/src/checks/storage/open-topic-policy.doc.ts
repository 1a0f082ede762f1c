import type { CheckDoc } from '../check-doc.ts';

const template = (condition: string): string => `Resources:
  PhotoUploaded:
    Type: AWS::SNS::Topic
    Properties: {}
  PhotoUploadedPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref PhotoUploaded]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: '*' }
            Action: [sns:Publish, sns:Subscribe]
            Resource: !Ref PhotoUploaded
${condition}`;

const owner = `            Condition:
              StringEquals:
                aws:SourceOwner: !Ref AWS::AccountId
`;

export default {
  why: 'Whoever may publish starts every function that subscribes; whoever may subscribe is told everything that is published.',
  exploit:
    'The attacker subscribes an address of their own, and reads each event; or publishes events that look like yours.',
  fix: {
    sam: 'Name the service or account under Principal and add a condition on aws:SourceArn.',
    cloudformation: 'Name the service or account under Principal and add a condition on aws:SourceArn.',
  },
  blindSpots: 'Whether a fixed condition names the right source is not asked.',
  sources: ['https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html'],
  examples: {
    bad: [{ title: 'a topic for the world', template: template(''), subject: 'PhotoUploaded', marks: '*' }],
    good: [{ title: 'a topic for the own account', template: template(owner), subject: 'PhotoUploaded' }],
  },
} satisfies CheckDoc;
