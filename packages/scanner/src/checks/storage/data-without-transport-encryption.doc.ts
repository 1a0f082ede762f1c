import type { CheckDoc } from '../check-doc.ts';

const template = (lines: string): string => `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: sessions
      Engine: redis
${lines}`;

export default {
  why: 'Without TLS the password and every value can be read and changed by whoever stands in the network between function and store.',
  exploit: 'A machine that was taken over in the same VPC mirrors the traffic and collects session tokens.',
  fix: {
    sam: 'Set TransitEncryptionEnabled, RequireTLS or EnforceHTTPS to true, and let the client connect with TLS.',
    cloudformation:
      'Set TransitEncryptionEnabled, RequireTLS or EnforceHTTPS to true, and let the client connect with TLS.',
  },
  blindSpots:
    'Whether a database without proxy asks for TLS stands in its parameter group and is not judged. A search domain with a single node is not asked about traffic between nodes.',
  sources: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-setup.html',
  ],
  examples: {
    bad: [{ title: 'sessions without TLS', template: template(''), subject: 'Sessions', marks: 'Sessions' }],
    good: [
      { title: 'sessions with TLS', template: template('      TransitEncryptionEnabled: true\n'), subject: 'Sessions' },
    ],
  },
} satisfies CheckDoc;
