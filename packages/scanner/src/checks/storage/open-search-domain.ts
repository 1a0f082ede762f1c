import { defineCheck } from '../define-check.ts';
import { judgeOpenPolicy } from '../judge-open-policy.ts';

export default defineCheck({
  name: 'open-search-domain',
  title: 'Search domain is open to the internet',
  area: 'storage',
  subjects: ['search-domain'],
  severity: 'critical',
  since: '0.1.0',
  rows: [],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [284, 306],
    fsbp: ['Opensearch.2'],
    attack: ['T1530'],
  },
  fix: 'review',
  evaluate: (subject, { estate }) =>
    judgeOpenPolicy(subject, estate, {
      read: 'search it',
      write: 'change its indices',
      fix: 'name the role under Principal, or put the domain into a VPC',
    }),
});
