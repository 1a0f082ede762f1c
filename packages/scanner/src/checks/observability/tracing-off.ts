import { settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { trace } from '../fix-intents.ts';

export default defineCheck({
  name: 'tracing-off',
  title: 'Calls of the function are not traced',
  area: 'observability',
  subjects: ['function'],
  severity: 'info',
  since: '0.1.0',
  rows: [13],
  mappings: {
    owasp: ['SAS-5'],
    csa: ['CSA-5'],
    cwe: [778],
    fsbp: ['Lambda.7'],
    checkov: ['CKV_AWS_50'],
    kics: ['cfn:9488c451', 'sam:dc1ab429', 'sls:0d7ef70f', 'tf:8152e0cf'],
    trivy: ['AWS-0066', 'AWS-0125'],
    cdk_nag: ['LambdaTracing'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    const { tracing } = subject.facet;
    const mode = settled(tracing);
    if (mode === undefined) return open('tracing of the function', tracing, estate);
    if (mode === 'Active') return pass;
    return fail(
      tracing.kind === 'absent' ? subject.keyRange : tracing.origin,
      `Calls of ${subject.name} cannot be followed in X-Ray unless its caller traces them.`,
      {
        fix: { summary: 'set TracingConfig: { Mode: Active }', edit: [trace(subject, 'Active')] },
      },
    );
  },
});
