import { definePropertyCheck, part } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'bucket-without-notifications',
  title: 'Nothing is told of what happens in a bucket',
  area: 'storage',
  subjects: ['bucket'],
  severity: 'info',
  since: '0.1.0',
  rows: [132],
  mappings: {
    owasp: ['SAS-5'],
    csa: ['CSA-5'],
    cwe: [778],
    fsbp: ['S3.11'],
    checkov: ['CKV2_AWS_62'],
    prowler: ['s3_bucket_event_notifications_enabled'],
  },
  fix: 'review',
  property: 'NotificationConfiguration',
  look: (bucket) => part(bucket, bucket.facet.notifications),
  message: (name) => `Nothing is told of what is written to or deleted from ${name}.`,
  remedy: 'set NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } }',
  edit: (bucket) => [set(bucket, 'notifications.eventBridge.enabled', true)],
});
