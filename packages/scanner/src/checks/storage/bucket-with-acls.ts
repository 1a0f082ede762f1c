import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'bucket-with-acls',
  title: 'Objects of a bucket may carry access lists of their own',
  area: 'storage',
  subjects: ['bucket'],
  severity: 'info',
  since: '0.1.0',
  rows: [113],
  mappings: {
    owasp: ['SAS-6'],
    csa: ['CSA-6'],
    cwe: [732],
    fsbp: ['S3.12'],
    checkov: ['CKV2_AWS_65'],
    prowler: ['s3_bucket_acl_prohibited'],
  },
  fix: 'review',
  property: 'ObjectOwnership',
  look: (bucket) => value(bucket, bucket.facet.ownership, (mode) => mode === 'BucketOwnerEnforced'),
  message: (name) => `Objects of ${name} may carry access lists, so its policy alone does not say who reads them.`,
  remedy: 'set OwnershipControls: { Rules: [{ ObjectOwnership: BucketOwnerEnforced }] }',
  edit: (bucket) => [set(bucket, 'ownership', 'BucketOwnerEnforced')],
});
