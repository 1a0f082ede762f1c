import { settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { trace } from '../fix-intents.ts';

export default defineCheck({
  name: 'state-machine-without-tracing',
  title: 'Executions of the state machine are not traced',
  area: 'messaging',
  subjects: ['state-machine'],
  severity: 'info',
  since: '0.1.0',
  rows: [62],
  mappings: {
    owasp: ['SAS-5'],
    csa: ['CSA-5'],
    cwe: [778],
    checkov: ['CKV_AWS_284'],
    trivy: ['AWS-0117'],
    cdk_nag: ['StepFunctionStateMachineXray'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    const { tracing } = subject.facet;
    const on = settled(tracing);
    if (on === undefined) return open('tracing of the state machine', tracing, estate);
    if (on) return pass;
    return fail(
      tracing.kind === 'absent' ? subject.keyRange : tracing.origin,
      `Calls through ${subject.name} cannot be followed in X-Ray.`,
      {
        fix: { summary: 'set TracingConfiguration: { Enabled: true }', edit: [trace(subject, true)] },
      },
    );
  },
});
