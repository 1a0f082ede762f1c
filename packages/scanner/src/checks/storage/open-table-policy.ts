import { defineCheck } from '../define-check.ts';
import { judgeOpenPolicy } from '../judge-open-policy.ts';

export default defineCheck({
  name: 'open-table-policy',
  title: 'Table or stream is open to every AWS account',
  area: 'storage',
  subjects: ['table', 'stream'],
  severity: 'critical',
  since: '0.1.0',
  rows: [100],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [284, 732],
    attack: ['T1530'],
    prowler: ['dynamodb_table_cross_account_access'],
  },
  fix: 'review',
  evaluate: (subject, { estate }) =>
    judgeOpenPolicy(subject, estate, {
      read: 'read it',
      write: 'write to it',
      fix: 'name the accounts or roles under Principal',
    }),
});
