import type { CheckDoc } from '../check-doc.ts';

const template = (lines: string): string => `Resources:
  Clicks:
    Type: AWS::Kinesis::Stream
    Properties:
      ShardCount: 1
${lines}`;

export default {
  why: 'Kinesis keeps records for a day up to a year, and encrypts them only when asked.',
  exploit: 'It takes somebody with access to the storage of AWS, or an audit that asks for encryption at rest.',
  fix: {
    sam: 'Set StreamEncryption with EncryptionType: KMS and KeyId: alias/aws/kinesis.',
    cloudformation: 'Set StreamEncryption with EncryptionType: KMS and KeyId: alias/aws/kinesis.',
  },
  blindSpots: 'Producers that encrypt records by themselves are not seen.',
  sources: ['https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html'],
  examples: {
    bad: [{ title: 'clicks without encryption', template: template(''), subject: 'Clicks', marks: 'Clicks' }],
    good: [
      {
        title: 'clicks with the key of Kinesis',
        template: template('      StreamEncryption:\n        EncryptionType: KMS\n        KeyId: alias/aws/kinesis\n'),
        subject: 'Clicks',
      },
    ],
  },
} satisfies CheckDoc;
