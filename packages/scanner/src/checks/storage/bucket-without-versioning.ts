import { settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'bucket-without-versioning',
  title: 'Bucket keeps no earlier versions',
  area: 'storage',
  subjects: ['bucket'],
  severity: 'info',
  since: '0.1.0',
  rows: [127],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [1188],
    fsbp: ['S3.14'],
    attack: ['T1485'],
    checkov: ['CKV_AWS_21'],
    kics: ['cfn:a227ec01', 'tf:568a4d22'],
    trivy: ['AWS-0090'],
    prowler: ['s3_bucket_object_versioning'],
    cdk_nag: ['S3BucketVersioningEnabled'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    const { versioning } = subject.facet;
    const status = settled(versioning);
    if (status === undefined) return open(`versioning of ${subject.name}`, versioning, estate);
    if (status === 'Enabled') return pass;
    return fail(
      versioning.kind === 'absent' ? subject.keyRange : versioning.origin,
      `What is overwritten or deleted in ${subject.name} is gone.`,
      {
        fix: {
          summary: 'set VersioningConfiguration: { Status: Enabled }, with a lifecycle rule for old versions',
          edit: [set(subject, 'versioning', 'Enabled')],
        },
      },
    );
  },
});
