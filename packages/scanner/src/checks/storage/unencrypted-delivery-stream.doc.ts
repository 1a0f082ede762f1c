import type { CheckDoc } from '../check-doc.ts';

const template = (lines: string): string => `Resources:
  ClickArchive:
    Type: AWS::KinesisFirehose::DeliveryStream
    Properties:
      DeliveryStreamType: DirectPut
${lines}      S3DestinationConfiguration:
        BucketARN: arn:aws:s3:::photo-shop-clicks
        RoleARN: arn:aws:iam::123456789012:role/click-archive
`;

export default {
  why: 'Records wait in the buffer until they are delivered. Encryption there costs nothing with a key that AWS owns.',
  exploit: 'It takes somebody with access to the storage of AWS.',
  fix: {
    sam: 'Set DeliveryStreamEncryptionConfigurationInput with KeyType: AWS_OWNED_CMK.',
    cloudformation: 'Set DeliveryStreamEncryptionConfigurationInput with KeyType: AWS_OWNED_CMK.',
  },
  blindSpots: 'How the destination encrypts is a question of the destination.',
  sources: ['https://docs.aws.amazon.com/firehose/latest/dev/encryption.html'],
  examples: {
    bad: [
      {
        title: 'an archive without encryption',
        template: template(''),
        subject: 'ClickArchive',
        marks: 'ClickArchive',
      },
    ],
    good: [
      {
        title: 'an archive with encryption',
        template: template('      DeliveryStreamEncryptionConfigurationInput:\n        KeyType: AWS_OWNED_CMK\n'),
        subject: 'ClickArchive',
      },
    ],
  },
} satisfies CheckDoc;
