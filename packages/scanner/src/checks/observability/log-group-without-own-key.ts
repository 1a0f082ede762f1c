import { isAbsent } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';
import { forLogs, keyArn, ownKey } from '../fix-resources.ts';

export default defineCheck({
  name: 'log-group-without-own-key',
  title: 'Logs are not encrypted with a key of your own',
  area: 'observability',
  subjects: ['log-group'],
  severity: 'info',
  since: '0.1.0',
  rows: [197],
  mappings: {
    owasp: ['SAS-5'],
    csa: ['CSA-5'],
    cwe: [311],
    checkov: ['CKV_AWS_158'],
    kics: ['tf:0afbcfe9'],
    cfn_nag: ['W84'],
    trivy: ['AWS-0017'],
    prowler: ['cloudwatch_log_group_kms_encryption_enabled'],
    cdk_nag: ['CloudWatchLogGroupEncrypted'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { key } = subject.facet;
    if (key.kind === 'unknown') return open('key of the log group', key, estate);
    if (!isAbsent(key)) return pass;
    return fail(
      subject.keyRange,
      `The logs of ${subject.name} are encrypted with a key of AWS, which asks nobody who reads them.`,
      {
        fix: {
          summary: 'set KmsKeyId',
          edit: [ownKey(subject, [forLogs]), set(subject, 'key', keyArn)],
        },
      },
    );
  },
});
