import { isAbsent } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

/** The peers' literal question. What an unlimited public entry may cost is computed by the checks of the area `cost`. */
export default defineCheck({
  name: 'no-concurrency-limit',
  title: 'The function may use all of the concurrency of the account',
  area: 'function',
  subjects: ['function'],
  severity: 'info',
  since: '0.1.0',
  rows: [4],
  mappings: {
    owasp: ['SAS-8'],
    csa: ['CSA-8'],
    cwe: [770],
    checkov: ['CKV_AWS_115'],
    cfn_nag: ['W92'],
    cdk_nag: ['LambdaConcurrency'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { reservedConcurrency } = subject.facet;
    if (reservedConcurrency.kind === 'unknown')
      return open('reserved concurrency of the function', reservedConcurrency, estate);
    if (!isAbsent(reservedConcurrency)) return pass;
    return fail(
      subject.keyRange,
      `${subject.name} has no limit of its own: it can take all concurrency of the account.`,
      {
        fix: { summary: 'set ReservedConcurrentExecutions', edit: [set(subject, 'reservedConcurrency', 10)] },
      },
    );
  },
});
