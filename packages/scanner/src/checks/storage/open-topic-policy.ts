import { policyOpenings } from '../../estate/policies/public-access.ts';
import { policiesOfStrangers } from '../../estate/policies/resource-policy.ts';
import { defineCheck, notApplicable } from '../define-check.ts';
import { judgeOpenings, judgeOpenPolicy } from '../judge-open-policy.ts';

const words = {
  read: 'subscribe to it',
  write: 'publish to it',
  fix: 'name the principal, or add a condition on aws:SourceArn or aws:SourceAccount',
};

export default defineCheck({
  name: 'open-topic-policy',
  title: 'Topic is open to everyone',
  area: 'storage',
  subjects: ['topic', 'topic-policy'],
  severity: 'critical',
  since: '0.1.0',
  rows: [82],
  mappings: {
    owasp: ['SAS-2', 'SAS-3'],
    csa: ['CSA-2', 'CSA-3'],
    cwe: [284, 732],
    fsbp: ['SNS.4'],
    attack: ['T1190'],
    checkov: ['CKV_AWS_169'],
    kics: ['cfn:ae53ce91', 'tf:b26d2b7e'],
    cfn_nag: ['F18'],
    prowler: ['sns_topics_not_publicly_accessible'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    if (subject.kind === 'topic') return judgeOpenPolicy(subject, estate, words);
    const elsewhere = policiesOfStrangers(estate, subject.id);
    return elsewhere.length === 0
      ? notApplicable
      : judgeOpenings(subject, policyOpenings(elsewhere, 'topic', 'a topic of another stack'), words);
  },
});
