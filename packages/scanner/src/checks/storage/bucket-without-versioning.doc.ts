import type { CheckDoc } from '../check-doc.ts';

const template = (status: string): string => `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration:
        Status: ${status}
`;

export default {
  why: 'Versions bring back what was overwritten or deleted, by mistake or on purpose. For files that are made from others they only cost money.',
  exploit: 'The attacker overwrites the objects with encrypted ones and asks for money.',
  fix: {
    sam: 'Set VersioningConfiguration: { Status: Enabled }.',
    cloudformation: 'Set VersioningConfiguration: { Status: Enabled }.',
  },
  blindSpots: 'Whether the objects can be made again is not known.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html'],
  examples: {
    bad: [
      { title: 'invoices without versions', template: template('Suspended'), subject: 'Invoices', marks: 'Suspended' },
    ],
    good: [{ title: 'invoices with versions', template: template('Enabled'), subject: 'Invoices' }],
  },
} satisfies CheckDoc;
