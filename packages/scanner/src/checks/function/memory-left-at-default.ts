import { isAbsent } from '@leastwise/model';
import { defineCheck, fail, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'memory-left-at-default',
  title: 'The memory of the function was never chosen',
  area: 'function',
  subjects: ['function'],
  severity: 'info',
  since: '0.1.0',
  rows: [16],
  mappings: { owasp: ['SAS-8'], csa: ['CSA-8'], cwe: [1188], cdk_nag: ['LambdaDefaultMemorySize'] },
  fix: 'review',
  evaluate(subject) {
    if (!isAbsent(subject.facet.memory)) return pass;
    return fail(subject.keyRange, `${subject.name} runs with the default of 128 MB.`, {
      fix: { summary: 'set MemorySize to what was measured', edit: [set(subject, 'memory', 128)] },
    });
  },
});
