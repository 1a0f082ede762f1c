import { settled, type Mappings, type Value } from '@leastwise/model';
import { publicAccess } from '../../estate/policies/public-access.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { joinMappings } from '../join-mappings.ts';
import { set } from '../fix-intents.ts';

const risks = {
  owasp: ['SAS-3'],
  csa: ['CSA-3'],
  cwe: [732],
  fsbp: ['S3.1', 'S3.8', 'S3.19'],
} satisfies Mappings;

/** Other tools ask for each member in a rule of its own. */
const peers = {
  BlockPublicAcls: {
    checkov: ['CKV_AWS_53'],
    kics: ['cfn:48f100d9', 'tf:d0cc8694'],
    trivy: ['AWS-0086'],
    prowler: ['s3_bucket_level_public_access_block'],
    cdk_nag: ['S3BucketLevelPublicAccessProhibited'],
  },
  BlockPublicPolicy: {
    checkov: ['CKV_AWS_54'],
    kics: ['cfn:860ba89b', 'tf:1a4bc881'],
    trivy: ['AWS-0087'],
    prowler: ['s3_bucket_level_public_access_block'],
    cdk_nag: ['S3BucketLevelPublicAccessProhibited'],
  },
  IgnorePublicAcls: {
    checkov: ['CKV_AWS_55'],
    kics: ['cfn:6c8d51af', 'tf:4fa66806'],
    trivy: ['AWS-0091'],
    prowler: ['s3_bucket_level_public_access_block'],
    cdk_nag: ['S3BucketLevelPublicAccessProhibited'],
  },
  RestrictPublicBuckets: {
    checkov: ['CKV_AWS_56'],
    kics: ['cfn:350cd468', 'tf:1ec253ab'],
    trivy: ['AWS-0093'],
    prowler: ['s3_bucket_level_public_access_block'],
    cdk_nag: ['S3BucketLevelPublicAccessProhibited'],
  },
} satisfies Readonly<Record<string, Mappings>>;
const blockAll = Object.fromEntries(Object.keys(peers).map((name) => [name, true]));

const unwritten = {
  checkov: ['CKV2_AWS_6'],
  trivy: ['AWS-0094'],
  prowler: ['s3_account_level_public_access_blocks'],
} satisfies Mappings;
const accessPoint = {
  checkov: ['CKV_AWS_392'],
  prowler: ['s3_access_point_public_access_block'],
} satisfies Mappings;

export default defineCheck({
  name: 'bucket-public-access-block-off',
  title: 'Bucket can be made public by a policy or an ACL',
  area: 'storage',
  subjects: ['bucket', 'access-point'],
  severity: 'low',
  since: '0.1.0',
  rows: [107, 108, 109, 110, 111, 112],
  mappings: joinMappings(risks, ...Object.values(peers), unwritten, accessPoint),
  fix: 'safe',
  evaluate(subject, { estate }) {
    const block = subject.facet.publicAccessBlock;
    if (block.open !== undefined) return open(`the public access block of ${subject.name}`, block.open, estate);
    if (!block.present) {
      // What somebody may mean to be public stops being so.
      const isRead =
        subject.kind === 'bucket' &&
        (subject.facet.website.present || publicAccess(estate, subject).openings.length > 0);
      // New buckets and access points block everything: https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html
      return fail(
        subject.keyRange,
        `${subject.name} writes no public access block: buckets made since April 2023 have it on, older ones do not.`,
        {
          severity: 'info',
          mappings: joinMappings(
            risks,
            ...(subject.kind === 'bucket' ? [...Object.values(peers), unwritten] : [accessPoint]),
          ),
          fix: {
            kind: isRead ? ('review' as const) : ('safe' as const),
            summary: 'write PublicAccessBlockConfiguration with four times true',
            edit: [set(subject, 'publicAccessBlock', blockAll)],
          },
        },
      );
    }
    // What is open already is reported as such.
    if (subject.kind === 'bucket') {
      const access = publicAccess(estate, subject);
      if (access.read === 'yes' || access.write === 'yes') return notApplicable;
    }
    const members: Readonly<Record<keyof typeof peers, Value<boolean>>> = {
      BlockPublicAcls: block.blockAcls,
      BlockPublicPolicy: block.blockPolicy,
      IgnorePublicAcls: block.ignoreAcls,
      RestrictPublicBuckets: block.restrict,
    };
    const names = Object.keys(peers) as (keyof typeof peers)[];
    const off = names.filter((name) => settled(members[name]) === false);
    const first = off[0];
    if (first !== undefined) {
      return fail(
        members[first].origin,
        `${subject.name} leaves ${off.join(', ')} off: one wrong policy or ACL opens it.`,
        {
          fix: {
            summary: `set ${off.map((name) => `${name}: true`).join(', ')}`,
            edit: [set(subject, 'publicAccessBlock', Object.fromEntries(off.map((name) => [name, true])))],
          },
          mappings: joinMappings(
            risks,
            ...(subject.kind === 'bucket' ? off.map((name) => peers[name]) : [accessPoint]),
            // Asked of what keeps new openings out; the other two close those that are there.
            ...(subject.kind === 'bucket' && off.some((name) => name.startsWith('Block'))
              ? [{ checkov: unwritten.checkov }]
              : []),
          ),
        },
      );
    }
    const unknown = names.find((name) => settled(members[name]) === undefined);
    return unknown === undefined ? pass : open(`${unknown} of ${subject.name}`, members[unknown], estate);
  },
});
