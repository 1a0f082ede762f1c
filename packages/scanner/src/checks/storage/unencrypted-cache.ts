import { settled } from '@leastwise/model';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { mappingsByKind } from '../mappings-by-kind.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'unencrypted-cache',
  title: 'Cache is not encrypted at rest',
  area: 'storage',
  subjects: ['cache', 'accelerator'],
  severity: 'low',
  since: '0.1.0',
  rows: [102],
  ...mappingsByKind(
    { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [311] },
    {
      cache: { fsbp: ['ElastiCache.4'], checkov: ['CKV_AWS_29'] },
      accelerator: {
        fsbp: ['DynamoDB.3'],
        checkov: ['CKV_AWS_47'],
        trivy: ['AWS-0023'],
        prowler: ['dynamodb_accelerator_cluster_encryption_enabled'],
        cdk_nag: ['DAXEncrypted'],
      },
    },
  ),
  fix: 'review',
  evaluate(subject, { estate }) {
    // Serverless caches are always encrypted; clusters of Memcached and single nodes cannot be.
    if (subject.kind === 'cache' && subject.type !== 'AWS::ElastiCache::ReplicationGroup') return notApplicable;
    const { atRest } = subject.facet;
    const on = settled(atRest);
    if (on === undefined) return open(`the encryption of ${subject.name}`, atRest, estate);
    if (on) return pass;
    return fail(
      atRest.kind === 'absent' ? subject.keyRange : atRest.origin,
      `${subject.name} writes its data and backups unencrypted.`,
      {
        fix: {
          summary:
            subject.kind === 'cache'
              ? 'set AtRestEncryptionEnabled: true'
              : 'set SSESpecification: { SSEEnabled: true }',
          edit: [set(subject, 'atRest', true)],
        },
      },
    );
  },
});
