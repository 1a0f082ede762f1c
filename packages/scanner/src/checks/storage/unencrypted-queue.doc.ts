import type { CheckDoc } from '../check-doc.ts';

const template = (on: boolean): string => `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      SqsManagedSseEnabled: ${on}
`;

export default {
  why: 'SQS encrypts every queue with a key of its own, free of charge, unless somebody switches it off.',
  exploit: 'It takes somebody with access to the storage of AWS, or an audit that asks for encryption at rest.',
  fix: {
    sam: 'Remove SqsManagedSseEnabled, or set it to true.',
    cloudformation: 'Remove SqsManagedSseEnabled, or set it to true.',
  },
  blindSpots: 'A queue without the property is encrypted since 2022; other tools report it nevertheless.',
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html',
  ],
  examples: {
    bad: [{ title: 'orders without encryption', template: template(false), subject: 'Orders', marks: 'false' }],
    good: [{ title: 'orders as SQS keeps them', template: template(true), subject: 'Orders' }],
  },
} satisfies CheckDoc;
