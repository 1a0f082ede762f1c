import type { CheckDoc } from '../check-doc.ts';

const template = (lines: string): string => `Resources:
  OrderPlaced:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: orders
${lines}`;

export default {
  why: 'SNS keeps a message for moments, on disks that are encrypted. A key of KMS adds a record of its use and a second lock.',
  exploit: 'It takes somebody with access to the storage of AWS.',
  fix: { sam: 'Set KmsMasterKeyId.', cloudformation: 'Set KmsMasterKeyId.' },
  blindSpots:
    'Services such as S3 and EventBridge cannot publish to a topic with the key alias/aws/sns; they need a customer key that admits them.',
  sources: ['https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html'],
  examples: {
    bad: [{ title: 'a topic without a key', template: template(''), subject: 'OrderPlaced', marks: 'OrderPlaced' }],
    good: [
      {
        title: 'a topic with the key of SNS',
        template: template('      KmsMasterKeyId: alias/aws/sns\n'),
        subject: 'OrderPlaced',
      },
    ],
  },
} satisfies CheckDoc;
