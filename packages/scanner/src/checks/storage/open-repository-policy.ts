import { defineCheck } from '../define-check.ts';
import { judgeOpenPolicy } from '../judge-open-policy.ts';

export default defineCheck({
  name: 'open-repository-policy',
  title: 'Image repository is open to every AWS account',
  area: 'storage',
  subjects: ['repository'],
  severity: 'critical',
  since: '0.1.0',
  rows: [204],
  mappings: {
    owasp: ['SAS-3', 'SAS-6'],
    csa: ['CSA-3', 'CSA-6'],
    cwe: [284, 732],
    attack: ['T1525'],
    checkov: ['CKV_AWS_32'],
    trivy: ['AWS-0032'],
    prowler: ['ecr_repositories_not_publicly_accessible'],
    cdk_nag: ['ECROpenAccess'],
  },
  fix: 'review',
  evaluate: (subject, { estate }) =>
    judgeOpenPolicy(subject, estate, {
      read: 'pull its images',
      write: 'push or delete images',
      fix: 'name the accounts or roles under Principal',
    }),
});
