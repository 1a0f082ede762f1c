import { isAbsent } from '@leastwise/model';
import { defineCheck, fail, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'unencrypted-topic',
  title: 'Topic has no server-side encryption with a key',
  area: 'storage',
  subjects: ['topic'],
  severity: 'info',
  since: '0.1.0',
  rows: [80, 81],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [311],
    checkov: ['CKV_AWS_26'],
    kics: ['cfn:9d13b150', 'tf:28545147', 'tf:b1a72f66'],
    cfn_nag: ['W47'],
    trivy: ['AWS-0095', 'AWS-0136'],
    prowler: ['sns_topics_kms_encryption_at_rest_enabled'],
    cdk_nag: ['SNSEncryptedKMS'],
  },
  fix: 'review',
  evaluate(subject) {
    const { key } = subject.facet;
    if (!isAbsent(key) && !(key.kind === 'known' && key.value === '')) return pass;
    return fail(subject.keyRange, `${subject.name} keeps messages on disks that AWS encrypts, without a key of KMS.`, {
      fix: {
        summary: 'set KmsMasterKeyId: alias/aws/sns, or a key of your own where services publish',
        edit: [set(subject, 'key', 'alias/aws/sns')],
      },
    });
  },
});
