import { isAbsent } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'log-group-without-retention',
  title: 'Logs are kept for ever',
  area: 'observability',
  subjects: ['log-group'],
  severity: 'info',
  since: '0.1.0',
  rows: [196],
  mappings: {
    owasp: ['SAS-5'],
    csa: ['CSA-5'],
    cwe: [1230],
    fsbp: ['CloudWatch.16'],
    checkov: ['CKV_AWS_66'],
    kics: ['tf:ef0b316a', 'xp:934613fe'],
    cfn_nag: ['W86'],
    prowler: ['cloudwatch_log_group_retention_policy_specific_days_enabled'],
    cdk_nag: ['CloudWatchLogGroupRetentionPeriod'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { retention } = subject.facet;
    if (retention.kind === 'unknown') return open('retention of the log group', retention, estate);
    if (!isAbsent(retention)) return pass;
    return fail(
      subject.keyRange,
      `The logs of ${subject.name} are kept and paid for ever, with whatever personal data is in them.`,
      {
        fix: { summary: 'set RetentionInDays', edit: [set(subject, 'retention', 365)] },
      },
    );
  },
});
