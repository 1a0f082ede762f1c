import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'With events on EventBridge a rule can tell somebody of deletions, or start work on new objects.',
  exploit: 'The attacker empties the bucket; the owner learns of it from the customers.',
  fix: {
    sam: 'Set NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } }.',
    cloudformation: 'Set NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } }.',
  },
  blindSpots: 'Events of CloudTrail tell of deletions too and are not seen.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html'],
  examples: {
    bad: [
      {
        title: 'invoices in silence',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: invoices-of-the-shop
`,
        subject: 'Invoices',
      },
    ],
    good: [
      {
        title: 'invoices with events',
        template: `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: invoices-of-the-shop
      NotificationConfiguration:
        EventBridgeConfiguration: { EventBridgeEnabled: true }
`,
        subject: 'Invoices',
      },
    ],
  },
} satisfies CheckDoc;
