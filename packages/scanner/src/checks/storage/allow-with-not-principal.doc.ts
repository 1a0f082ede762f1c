import type { CheckDoc } from '../check-doc.ts';

const template = (principal: string): string => `Resources:
  Parcels:
    Type: AWS::SNS::Topic
    Properties: {}
  ParcelsPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Parcels]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            ${principal}: { AWS: arn:aws:iam::123456789012:role/carrier }
            Action: sns:Publish
            Resource: !Ref Parcels
`;

export default {
  why: 'Allow with NotPrincipal admits everyone in the world except the one that is named, anonymous callers included.',
  exploit: 'Anyone publishes to the topic; only the carrier, whom somebody wanted to admit, cannot.',
  fix: {
    sam: 'Write Principal with those who are allowed.',
    cloudformation: 'Write Principal with those who are allowed.',
  },
  blindSpots: 'Conditions on the caller lower the severity; they are not compared with the intention.',
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html'],
  examples: {
    bad: [
      { title: 'everyone but the carrier', template: template('NotPrincipal'), subject: 'Parcels', marks: 'carrier' },
    ],
    good: [{ title: 'the carrier', template: template('Principal'), subject: 'Parcels' }],
  },
} satisfies CheckDoc;
