import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A multi-region key opens the same data in every region that has a replica, each with a policy of its own.',
  exploit: 'The replica in a forgotten region has a wide policy, and decrypts what the first region keeps narrow.',
  fix: {
    sam: 'Leave MultiRegion out.',
    cloudformation: 'Leave MultiRegion out.',
  },
  blindSpots: 'Global tables and replicated buckets need it.',
  sources: ['https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html'],
  examples: {
    bad: [
      {
        title: 'a ledger key for every region',
        template: `Resources:
  Ledger:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true
      MultiRegion: true
`,
        subject: 'Ledger',
        marks: 'true',
      },
    ],
    good: [
      {
        title: 'a ledger key for one region',
        template: `Resources:
  Ledger:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true
      MultiRegion: false
`,
        subject: 'Ledger',
      },
    ],
  },
} satisfies CheckDoc;
