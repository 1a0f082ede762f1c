import { policyOpenings } from '../../estate/policies/public-access.ts';
import { policiesOfStrangers } from '../../estate/policies/resource-policy.ts';
import { defineCheck, notApplicable } from '../define-check.ts';
import { judgeOpenings, judgeOpenPolicy } from '../judge-open-policy.ts';

const words = {
  read: 'read its events',
  write: 'put events on it',
  fix: 'name the account, or add a condition on aws:PrincipalOrgID',
};

export default defineCheck({
  name: 'public-event-bus',
  title: 'Event bus takes events from any account',
  area: 'storage',
  subjects: ['event-bus', 'event-bus-policy'],
  severity: 'critical',
  since: '0.1.0',
  rows: [66],
  mappings: {
    owasp: ['SAS-2', 'SAS-3'],
    csa: ['CSA-2', 'CSA-3'],
    cwe: [284, 732],
    fsbp: ['EventBridge.3'],
    attack: ['T1190'],
    prowler: ['eventbridge_bus_exposed'],
    cdk_nag: ['EventBusOpenAccess'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    if (subject.kind === 'event-bus') return judgeOpenPolicy(subject, estate, words);
    const elsewhere = policiesOfStrangers(estate, subject.id);
    return elsewhere.length === 0
      ? notApplicable
      : judgeOpenings(subject, policyOpenings(elsewhere, 'event-bus', 'the default bus'), words);
  },
});
