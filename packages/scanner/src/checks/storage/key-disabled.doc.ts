import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A disabled key makes every queue, table and secret behind it fail. As a way to end data it is unsure, since anyone with the right switches it on again.',
  exploit: 'No attack is needed: the next function that reads its secret fails.',
  fix: {
    sam: 'Set Enabled: true, or leave it out.',
    cloudformation: 'Set Enabled: true, or leave it out.',
  },
  blindSpots: 'A key that is disabled on purpose, during an incident, is right.',
  sources: ['https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html'],
  examples: {
    bad: [
      {
        title: 'a ledger key that is off',
        template: `Resources:
  Ledger:
    Type: AWS::KMS::Key
    Properties:
      Enabled: false
      EnableKeyRotation: true
`,
        subject: 'Ledger',
        marks: 'false',
      },
    ],
    good: [
      {
        title: 'a ledger key that is on',
        template: `Resources:
  Ledger:
    Type: AWS::KMS::Key
    Properties:
      Enabled: true
      EnableKeyRotation: true
`,
        subject: 'Ledger',
      },
    ],
  },
} satisfies CheckDoc;
