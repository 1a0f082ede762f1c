import { settled } from '@leastwise/model';
import { definePropertyCheck, part } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'bucket-without-lifecycle',
  title: 'Objects are kept for ever',
  area: 'storage',
  subjects: ['bucket'],
  severity: 'info',
  since: '0.1.0',
  rows: [129],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [459],
    fsbp: ['S3.13'],
    checkov: ['CKV2_AWS_61'],
    prowler: ['s3_bucket_lifecycle_enabled'],
  },
  fix: 'review',
  property: 'LifecycleConfiguration',
  look: (bucket) => {
    const { lifecycle } = bucket.facet;
    const off = lifecycle.items.length > 0 && lifecycle.items.every(({ status }) => settled(status) === 'Disabled');
    return off ? { sees: 'bad', at: lifecycle.origin } : part(bucket, lifecycle);
  },
  message: (name) => `No rule ends the life of what is in ${name}: it is kept and paid for ever.`,
  remedy: 'add a lifecycle rule',
  edit: (bucket) => [
    set(bucket, 'lifecycle', [
      { Id: 'unfinished-uploads', Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
    ]),
  ],
});
