import { isAbsent } from '@leastwise/model';
import { defineCheck, fail, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'timeout-left-at-default',
  title: 'The timeout of the function was never chosen',
  area: 'function',
  subjects: ['function'],
  severity: 'info',
  since: '0.1.0',
  rows: [15],
  mappings: { owasp: ['SAS-8'], csa: ['CSA-8'], cwe: [1188], cdk_nag: ['LambdaDefaultTimeout'] },
  fix: 'review',
  evaluate(subject) {
    if (!isAbsent(subject.facet.timeout)) return pass;
    return fail(subject.keyRange, `${subject.name} runs with the default of 3 seconds.`, {
      fix: { summary: 'set Timeout to what was measured', edit: [set(subject, 'timeout', 3)] },
    });
  },
});
