import { isAbsent, settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'unencrypted-queue',
  title: 'Queue is not encrypted at rest',
  area: 'storage',
  subjects: ['queue'],
  severity: 'medium',
  since: '0.1.0',
  rows: [72],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [311],
    fsbp: ['SQS.1'],
    checkov: ['CKV_AWS_27'],
    kics: ['cfn:12726829', 'tf:6e8849c1', 'xp:9296f1cc'],
    cfn_nag: ['W48'],
    trivy: ['AWS-0096'],
    prowler: ['sqs_queues_server_side_encryption_enabled'],
    cdk_nag: ['SQSQueueSSE'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    const { key, managedEncryption } = subject.facet;
    if (!isAbsent(key) && !(key.kind === 'known' && key.value === '')) return pass;
    const on = settled(managedEncryption);
    if (on === undefined) return open(`SqsManagedSseEnabled of ${subject.name}`, managedEncryption, estate);
    if (on) return pass;
    return fail(
      managedEncryption.origin,
      `The messages of ${subject.name} lie unencrypted: the encryption that SQS does by itself is switched off.`,
      {
        fix: { summary: 'remove SqsManagedSseEnabled: false', edit: [set(subject, 'managedEncryption', true)] },
      },
    );
  },
});
