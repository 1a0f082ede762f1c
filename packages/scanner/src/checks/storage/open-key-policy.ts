import { defineCheck } from '../define-check.ts';
import { judgeOpenPolicy } from '../judge-open-policy.ts';

export default defineCheck({
  name: 'open-key-policy',
  title: 'Key is open to every AWS account',
  area: 'storage',
  subjects: ['key'],
  severity: 'critical',
  since: '0.1.0',
  rows: [158],
  mappings: {
    owasp: ['SAS-3', 'SAS-7'],
    csa: ['CSA-3', 'CSA-7'],
    cwe: [284, 732],
    fsbp: ['KMS.5'],
    checkov: ['CKV_AWS_33'],
    kics: ['cfn:da905474', 'cfn:f6049677', 'tf:7ebc9038'],
    cfn_nag: ['F76'],
    prowler: ['kms_key_not_publicly_accessible'],
  },
  fix: 'review',
  evaluate: (subject, { estate }) =>
    judgeOpenPolicy(subject, estate, {
      read: 'decrypt with it',
      write: 'encrypt with it or manage it',
      fix: 'name the account or roles under Principal, or add a condition on kms:CallerAccount',
    }),
});
