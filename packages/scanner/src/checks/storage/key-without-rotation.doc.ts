import type { CheckDoc } from '../check-doc.ts';

const template = (on: boolean): string => `Resources:
  InvoiceKey:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: ${on}
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }
            Action: 'kms:*'
            Resource: '*'
`;

export default {
  why: 'KMS can give a key new material every year by itself. Old data stays readable, and nothing has to be changed.',
  exploit: 'There is no direct attack; rotation bounds how much data one key protects.',
  fix: { sam: 'Set EnableKeyRotation: true.', cloudformation: 'Set EnableKeyRotation: true.' },
  blindSpots: 'Asymmetric keys, HMAC keys and imported material cannot rotate by themselves and are not judged.',
  sources: ['https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html'],
  examples: {
    bad: [{ title: 'a key without rotation', template: template(false), subject: 'InvoiceKey', marks: 'false' }],
    good: [{ title: 'a key with rotation', template: template(true), subject: 'InvoiceKey' }],
  },
} satisfies CheckDoc;
