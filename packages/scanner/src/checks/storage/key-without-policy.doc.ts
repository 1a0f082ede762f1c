import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'Without a policy a key trusts the account: whoever is allowed kms:* anywhere may use it. A policy says who manages and who uses it.',
  exploit: 'A role with kms:Decrypt on every key reads what this one was made to keep apart.',
  fix: {
    sam: 'Write KeyPolicy with a statement for those who manage and one for those who use the key.',
    cloudformation: 'Write KeyPolicy with a statement for those who manage and one for those who use the key.',
  },
  blindSpots: 'Whether the identity policies of the account are narrow is not looked at here.',
  sources: ['https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html'],
  examples: {
    bad: [
      {
        title: 'a key without a policy',
        template: `Resources:
  Ledger:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true
`,
        subject: 'Ledger',
      },
    ],
    good: [
      {
        title: 'a key with a policy',
        template: `Resources:
  Ledger:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true
      KeyPolicy:
        Statement:
          - { Effect: Allow, Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" }
`,
        subject: 'Ledger',
      },
    ],
  },
} satisfies CheckDoc;
