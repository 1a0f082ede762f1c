import { defineCheck } from '../define-check.ts';
import { judgeOpenPolicy } from '../judge-open-policy.ts';

export default defineCheck({
  name: 'open-secret-policy',
  title: 'Secret is open to everyone',
  area: 'storage',
  subjects: ['secret'],
  severity: 'critical',
  since: '0.1.0',
  rows: [166],
  mappings: {
    owasp: ['SAS-7'],
    csa: ['CSA-7'],
    cwe: [284, 732],
    attack: ['T1555.006'],
    kics: ['tf:fa00ce45'],
    prowler: ['secretsmanager_not_publicly_accessible', 'secretsmanager_has_restrictive_resource_policy'],
  },
  fix: 'review',
  evaluate: (subject, { estate }) =>
    judgeOpenPolicy(subject, estate, {
      read: 'read it',
      write: 'change or delete it',
      fix: 'name the role under Principal, and set BlockPublicPolicy: true',
    }),
});
