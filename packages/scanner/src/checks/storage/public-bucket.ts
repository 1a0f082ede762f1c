import { settled, type Mappings } from '@leastwise/model';
import type { NodeOf } from '../../estate/estate.ts';
import { actionPatterns } from '../../estate/policies/action-pattern.ts';
import { publicAccessBlock } from '../../estate/policies/public-access-block.ts';
import { policyOpenings, publicAccess, type Opening } from '../../estate/policies/public-access.ts';
import { policiesOfStrangers } from '../../estate/policies/resource-policy.ts';
import { statementKey } from '../../estate/policies/statement-key.ts';
import { defineCheck, fail, notApplicable, pass, type Outcome } from '../define-check.ts';
import { joinMappings } from '../join-mappings.ts';
import { openStatement } from '../judge-statements.ts';
import { set } from '../fix-intents.ts';

const risks = {
  owasp: ['SAS-3'],
  csa: ['CSA-3'],
  cwe: [732, 284],
  fsbp: ['S3.2', 'S3.3'],
  attack: ['T1530'],
} satisfies Mappings;

/** What other tools ask in rules of their own. */
const peers = {
  aclRead: {
    checkov: ['CKV_AWS_20', 'CKV_AWS_375'],
    kics: ['cfn:219f4c95'],
    cfn_nag: ['W31'],
    trivy: ['AWS-0092'],
    prowler: ['s3_bucket_public_list_acl'],
    cdk_nag: ['S3BucketPublicReadProhibited'],
  },
  aclWrite: {
    checkov: ['CKV_AWS_57'],
    kics: ['cfn:07dda8de', 'tf:38c5ee0d', 'tf:64a222aa'],
    cfn_nag: ['F14'],
    prowler: ['s3_bucket_public_write_acl'],
    cdk_nag: ['S3BucketPublicWriteProhibited'],
  },
  aclAnyAccount: { checkov: ['CKV_AWS_20', 'CKV2_AWS_43'], kics: ['cfn:835d5497', 'tf:57b9893d'] },
  policy: {
    checkov: ['CKV_AWS_70'],
    kics: ['cfn:4ae8af91', 'cfn:7772bb8c', 'tf:7af43613', 'tf:a4966c4f'],
    cfn_nag: ['F16'],
    prowler: ['s3_bucket_public_access'],
  },
  website: { kics: ['cfn:90501b1b', 'tf:42bb6b7f'], cdk_nag: ['S3WebBucketOAIAccess'] },
} satisfies Readonly<Record<string, Mappings>>;

export default defineCheck({
  name: 'public-bucket',
  title: 'Bucket is open to the internet',
  area: 'storage',
  subjects: ['bucket', 'bucket-policy'],
  severity: 'critical',
  since: '0.1.0',
  rows: [104, 105, 106, 114, 133],
  mappings: joinMappings(risks, ...Object.values(peers)),
  fix: 'review',
  evaluate(subject, { estate }) {
    if (subject.kind === 'bucket-policy') {
      const elsewhere = policiesOfStrangers(estate, subject.id);
      return elsewhere.length === 0
        ? notApplicable
        : judgeStrangers(policyOpenings(elsewhere, 'bucket', 'a bucket of another stack'));
    }
    const block = publicAccessBlock(subject, estate);
    const outcomes = publicAccess(estate, subject).openings.map((opening): Outcome => {
      if (opening.read !== 'yes' && opening.write !== 'yes') {
        return opening.open === undefined ? pass : openStatement(opening.open, `who may use bucket ${subject.name}`);
      }
      const severity = severityOf(opening, subject, block.undecided);
      const old = block.undecided
        ? ' It is in force on buckets made before April 2023; newer ones refuse it while their public access block is on.'
        : '';
      return fail(opening.at, `${upper(opening.message)}.${old}`, {
        key: opening.grant === undefined ? 'acl' : statementKey(opening.grant.statement),
        severity,
        mappings: joinMappings(risks, ...asked(opening, subject)),
        ...(block.undecided ? { confidence: 'medium' as const } : {}),
        evidence: [
          {
            at: subject.facet.publicAccessBlock.origin,
            message: block.undecided
              ? 'no public access block is written here'
              : 'the public access block of the bucket lets it through',
          },
        ],
        fix: {
          // Of a bucket that stands elsewhere there is nothing here to write a block into.
          ...(subject.facet.name.kind === 'unknown' && subject.facet.name.cause === 'import'
            ? { kind: 'none' as const }
            : {}),
          summary:
            'set PublicAccessBlockConfiguration to true four times, and give out the objects through CloudFront with origin access control',
          edit: [
            set(subject, 'publicAccessBlock', {
              BlockPublicAcls: true,
              BlockPublicPolicy: true,
              IgnorePublicAcls: true,
              RestrictPublicBuckets: true,
            }),
          ],
        },
      });
    });
    return outcomes.length === 0 ? [pass] : outcomes;
  },
});

/** Of a bucket that stands elsewhere, its block is not known: the policy is judged alone. */
function judgeStrangers(openings: readonly Opening[]): readonly Outcome[] {
  const outcomes = openings.map((opening): Outcome => {
    if (opening.read !== 'yes' && opening.write !== 'yes')
      return opening.open === undefined ? pass : openStatement(opening.open, 'who may use a bucket of another stack');
    return fail(
      opening.at,
      `${upper(opening.message)}. It is in force unless a public access block of the bucket or its account refuses it.`,
      {
        key: opening.grant === undefined ? 'policy' : statementKey(opening.grant.statement),
        severity: 'high',
        confidence: 'medium',
        mappings: joinMappings(risks, peers.policy),
        fix: { kind: 'none', summary: 'name the principal, or add a condition on aws:SourceArn or aws:PrincipalOrgID' },
      },
    );
  });
  return outcomes.length === 0 ? [pass] : outcomes;
}

/** Which of the peers' questions an opening answers. */
function asked(opening: Opening, bucket: NodeOf<'bucket'>): readonly Mappings[] {
  const website = bucket.facet.website.present ? [peers.website] : [];
  if (opening.by === 'policy') return [peers.policy, ...website];
  if (settled(bucket.facet.acl) === 'AuthenticatedRead') return [peers.aclAnyAccount, ...website];
  return [
    ...(opening.read === 'yes' ? [peers.aclRead] : []),
    ...(opening.write === 'yes' ? [peers.aclWrite] : []),
    ...website,
  ];
}

/** A website is meant to be read; that its files are is no leak, but listing and writing are. */
function severityOf(opening: Opening, bucket: NodeOf<'bucket'>, undecided: boolean): 'critical' | 'high' | 'medium' {
  const objectsOnly =
    opening.grant !== undefined &&
    actionPatterns(opening.grant.statement.actions).every((action) => /^s3:GetObject(Version)?$/i.test(action));
  if (
    bucket.facet.website.present &&
    opening.write !== 'yes' &&
    (objectsOnly || settled(bucket.facet.acl) === 'PublicRead')
  )
    return 'medium';
  return undecided ? 'high' : 'critical';
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
