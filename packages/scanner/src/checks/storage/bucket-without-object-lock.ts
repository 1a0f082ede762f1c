import { set } from '../fix-intents.ts';
import { definePropertyCheck, value } from '../property-check.ts';

export default definePropertyCheck({
  name: 'bucket-without-object-lock',
  title: 'Objects can be deleted before their time',
  area: 'storage',
  subjects: ['bucket'],
  severity: 'info',
  since: '0.1.0',
  rows: [131],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [1188],
    fsbp: ['S3.15'],
    checkov: ['CKV_AWS_143'],
    prowler: ['s3_bucket_object_lock'],
    cdk_nag: ['S3BucketDefaultLockEnabled'],
  },
  fix: 'review',
  property: 'ObjectLockEnabled',
  look: (bucket) => value(bucket, bucket.facet.objectLock, (on) => on),
  message: (name) => `Whoever may delete from ${name} may delete everything, versions included.`,
  remedy: 'set ObjectLockEnabled: true with a retention, where a rule asks for it',
  edit: (bucket) => [set(bucket, 'versioning', 'Enabled'), set(bucket, 'objectLock', true)],
});
