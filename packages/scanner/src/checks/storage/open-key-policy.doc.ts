import type { CheckDoc } from '../check-doc.ts';

const template = (principal: string): string => `Resources:
  InvoiceKey:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: ${principal}
            Action: 'kms:*'
            Resource: '*'
`;

export default {
  why: 'The policy of a key is its only lock. A wildcard gives the key to every AWS account, and the encryption protects nothing any more.',
  exploit:
    'The attacker decrypts with the key what they copied from a bucket or a backup, or schedules its deletion and all data is lost.',
  fix: {
    sam: 'Name `arn:aws:iam::<account>:root` (by !Sub with AWS::AccountId) or the roles under Principal.',
    cloudformation: 'Name `arn:aws:iam::<account>:root` (by !Sub with AWS::AccountId) or the roles under Principal.',
  },
  blindSpots: 'Grants that are made later are not seen.',
  sources: ['https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html'],
  examples: {
    bad: [{ title: 'a key for the world', template: template("{ AWS: '*' }"), subject: 'InvoiceKey', marks: '*' }],
    good: [
      {
        title: 'a key for the own account',
        template: template("{ AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root' }"),
        subject: 'InvoiceKey',
      },
    ],
  },
} satisfies CheckDoc;
