import { settled } from '@leastwise/model';
import { publicAccess } from '../../estate/policies/public-access.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';

export default defineCheck({
  name: 'bucket-public-access-block-off',
  title: 'Bucket can be made public by a policy or an ACL',
  area: 'storage',
  subjects: ['bucket', 'access-point'],
  severity: 'low',
  since: '0.1.0',
  rows: [107, 108, 109, 110, 111, 112],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [732],
    fsbp: ['S3.1', 'S3.8', 'S3.19'],
    checkov: ['CKV_AWS_53', 'CKV_AWS_54', 'CKV_AWS_55', 'CKV_AWS_56', 'CKV2_AWS_6', 'CKV_AWS_392'],
    kics: [
      'cfn:48f100d9',
      'tf:d0cc8694',
      'cfn:860ba89b',
      'tf:1a4bc881',
      'cfn:6c8d51af',
      'tf:4fa66806',
      'cfn:350cd468',
      'tf:1ec253ab',
    ],
    trivy: ['AWS-0086', 'AWS-0087', 'AWS-0091', 'AWS-0093', 'AWS-0094'],
    prowler: [
      's3_bucket_level_public_access_block',
      's3_account_level_public_access_blocks',
      's3_access_point_public_access_block',
    ],
    cdk_nag: ['S3BucketLevelPublicAccessProhibited'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    const block = subject.facet.publicAccessBlock;
    if (block.open !== undefined) return open(`the public access block of ${subject.name}`, block.open, estate);
    if (!block.present) {
      // New buckets and access points block everything: https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html
      return fail(
        subject.keyRange,
        `${subject.name} writes no public access block: buckets made since April 2023 have it on, older ones do not.`,
        {
          severity: 'info',
          fix: { summary: 'write PublicAccessBlockConfiguration with four times true' },
        },
      );
    }
    // What is open already is reported as such.
    if (subject.kind === 'bucket') {
      const access = publicAccess(estate, subject);
      if (access.read === 'yes' || access.write === 'yes') return notApplicable;
    }
    const members = {
      BlockPublicAcls: block.blockAcls,
      BlockPublicPolicy: block.blockPolicy,
      IgnorePublicAcls: block.ignoreAcls,
      RestrictPublicBuckets: block.restrict,
    };
    const off = Object.entries(members).filter(([, value]) => settled(value) === false);
    const first = off[0];
    if (first !== undefined) {
      return fail(
        first[1].origin,
        `${subject.name} leaves ${off.map(([name]) => name).join(', ')} off: one wrong policy or ACL opens it.`,
        { fix: { summary: `set ${off.map(([name]) => `${name}: true`).join(', ')}` } },
      );
    }
    const unknown = Object.entries(members).find(([, value]) => settled(value) === undefined);
    return unknown === undefined ? pass : open(`${unknown[0]} of ${subject.name}`, unknown[1], estate);
  },
});
