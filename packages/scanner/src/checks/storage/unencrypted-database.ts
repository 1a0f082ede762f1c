import { isAbsent, settled, type Value } from '@leastwise/model';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { mappingsByKind } from '../mappings-by-kind.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'unencrypted-database',
  title: 'Database or file system is not encrypted at rest',
  area: 'storage',
  subjects: ['database-instance', 'database-cluster', 'warehouse', 'search-domain', 'file-system'],
  severity: 'medium',
  since: '0.1.0',
  rows: [],
  ...mappingsByKind(
    { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [311] },
    {
      'database-instance': { fsbp: ['RDS.3'], checkov: ['CKV_AWS_16'] },
      // Of Aurora, DocumentDB and Neptune.
      'database-cluster': { fsbp: ['RDS.27'], checkov: ['CKV_AWS_96', 'CKV_AWS_74', 'CKV_AWS_44'] },
      warehouse: { fsbp: ['Redshift.10'], checkov: ['CKV_AWS_64'] },
      'search-domain': { fsbp: ['Opensearch.1'], checkov: ['CKV_AWS_5'] },
      'file-system': { fsbp: ['EFS.1'], checkov: ['CKV_AWS_42'] },
    },
  ),
  fix: 'review',
  evaluate(subject, { estate }) {
    // A member of a cluster shares its storage; a copy takes over the encryption of what it is made from.
    if (
      subject.kind === 'database-instance' &&
      [subject.facet.cluster, subject.facet.snapshot, subject.facet.sourceInstance].some((value) => !isAbsent(value))
    )
      return notApplicable;
    if (
      subject.kind === 'database-cluster' &&
      [subject.facet.snapshot, subject.facet.sourceCluster].some((value) => !isAbsent(value))
    )
      return notApplicable;
    const encrypted: Value<boolean> = subject.kind === 'search-domain' ? subject.facet.atRest : subject.facet.encrypted;
    const on = settled(encrypted);
    if (on === undefined) return open(`the encryption of ${subject.name}`, encrypted, estate);
    if (on) return pass;
    return fail(
      encrypted.kind === 'absent' ? subject.keyRange : encrypted.origin,
      `${subject.name} keeps its data and backups unencrypted, and cannot be encrypted later without a copy.`,
      {
        fix: {
          summary:
            subject.kind === 'search-domain'
              ? 'set EncryptionAtRestOptions: { Enabled: true }'
              : subject.kind === 'file-system'
                ? 'set Encrypted: true'
                : 'set StorageEncrypted: true',
          edit: [set(subject, subject.kind === 'search-domain' ? 'atRest' : 'encrypted', true)],
        },
      },
    );
  },
});
