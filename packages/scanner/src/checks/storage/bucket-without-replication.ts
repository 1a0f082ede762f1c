import { settled } from '@leastwise/model';
import { definePropertyCheck, part } from '../property-check.ts';

export default definePropertyCheck({
  name: 'bucket-without-replication',
  title: 'Bucket has no copy elsewhere',
  area: 'storage',
  subjects: ['bucket'],
  severity: 'info',
  since: '0.1.0',
  rows: [130],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [1188],
    fsbp: ['S3.7'],
    checkov: ['CKV_AWS_144'],
    prowler: ['s3_bucket_cross_region_replication'],
    cdk_nag: ['S3BucketReplicationEnabled'],
  },
  fix: 'none',
  property: 'ReplicationConfiguration',
  look: (bucket) => {
    const { replication } = bucket.facet;
    const { items } = replication.rules;
    const isOff = items.length > 0 && items.every(({ status }) => settled(status) === 'Disabled');
    return isOff ? { sees: 'bad', at: replication.origin } : part(bucket, replication);
  },
  message: (name) => `What is in ${name} is in one region and one account alone.`,
  remedy: 'replicate to a bucket of another account where the data has to outlive this one',
});
