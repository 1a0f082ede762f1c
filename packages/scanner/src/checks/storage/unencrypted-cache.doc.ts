import type { CheckDoc } from '../check-doc.ts';

const template = (lines: string): string => `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: sessions
      Engine: redis
${lines}`;

export default {
  why: 'Caches write what they hold to disk when they synchronise, swap and back up.',
  exploit: 'A backup of the sessions is exported to a bucket that others read.',
  fix: { sam: 'Set AtRestEncryptionEnabled: true.', cloudformation: 'Set AtRestEncryptionEnabled: true.' },
  blindSpots: 'The property cannot be changed on a running cache.',
  sources: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html'],
  examples: {
    bad: [{ title: 'sessions without encryption', template: template(''), subject: 'Sessions', marks: 'Sessions' }],
    good: [
      {
        title: 'sessions with encryption',
        template: template('      AtRestEncryptionEnabled: true\n'),
        subject: 'Sessions',
      },
    ],
  },
} satisfies CheckDoc;
