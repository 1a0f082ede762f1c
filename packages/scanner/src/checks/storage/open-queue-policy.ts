import { policyOpenings } from '../../estate/policies/public-access.ts';
import { policiesOfStrangers } from '../../estate/policies/resource-policy.ts';
import { defineCheck, notApplicable } from '../define-check.ts';
import { judgeOpenings, judgeOpenPolicy } from '../judge-open-policy.ts';

const words = {
  read: 'read its messages',
  write: 'send messages to it',
  fix: 'name the principal, or add a condition on aws:SourceArn',
};

export default defineCheck({
  name: 'open-queue-policy',
  title: 'Queue is open to everyone',
  area: 'storage',
  subjects: ['queue', 'queue-policy'],
  severity: 'critical',
  since: '0.1.0',
  rows: [74],
  mappings: {
    owasp: ['SAS-2', 'SAS-3'],
    csa: ['CSA-2', 'CSA-3'],
    cwe: [284, 732],
    fsbp: ['SQS.3'],
    attack: ['T1190'],
    checkov: ['CKV_AWS_168', 'CKV_AWS_387'],
    kics: ['cfn:9b6a3f5b', 'tf:730675f9', 'tf:abb06e5f'],
    cfn_nag: ['F21'],
    prowler: ['sqs_queues_not_publicly_accessible'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    if (subject.kind === 'queue') return judgeOpenPolicy(subject, estate, words);
    const elsewhere = policiesOfStrangers(estate, subject.id);
    return elsewhere.length === 0
      ? notApplicable
      : judgeOpenings(subject, policyOpenings(elsewhere, 'queue', 'a queue of another stack'), words);
  },
});
