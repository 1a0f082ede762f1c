import type { CheckDoc } from '../check-doc.ts';

const template = (lines: string): string => `Resources:
  Shop:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      ManageMasterUserPassword: true
      MasterUsername: shop
${lines}`;

export default {
  why: 'Databases, search domains and file systems keep data for years, and their snapshots are copied and shared. They are encrypted only when asked at creation.',
  exploit: 'A snapshot is shared with the wrong account. Without a key nothing keeps it from being read there.',
  fix: {
    sam: 'Set StorageEncrypted: true (EFS: Encrypted: true).',
    cloudformation: 'Set StorageEncrypted: true (EFS: Encrypted: true).',
  },
  blindSpots:
    'Copies of snapshots take over the encryption of their source and are not judged. Changing the property replaces the resource: plan a migration.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
    'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
  ],
  examples: {
    bad: [{ title: 'a shop without encryption', template: template(''), subject: 'Shop', marks: 'Shop' }],
    good: [{ title: 'a shop with encryption', template: template('      StorageEncrypted: true\n'), subject: 'Shop' }],
  },
} satisfies CheckDoc;
