import { settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

/** The peers' literal question. */
export default defineCheck({
  name: 'api-without-tracing',
  title: 'Requests are not traced from the API on',
  area: 'entry',
  subjects: ['rest-stage', 'graphql-api'],
  severity: 'info',
  since: '0.1.0',
  rows: [39],
  mappings: {
    owasp: ['SAS-5'],
    csa: ['CSA-5'],
    cwe: [778],
    fsbp: ['APIGateway.3'],
    checkov: ['CKV_AWS_73'],
    kics: ['cfn:4ab10c48', 'sam:c757c6a3', 'sls:434945e5', 'tf:5813ef56'],
    trivy: ['AWS-0003', 'AWS-0111'],
    prowler: ['apigateway_restapi_tracing_enabled'],
    cdk_nag: ['APIGWXrayEnabled'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    const { tracing } = subject.facet;
    const on = settled(tracing);
    if (on === undefined) return open('tracing', tracing, estate);
    if (on) return pass;
    return fail(
      tracing.kind === 'absent' ? subject.keyRange : tracing.origin,
      `${subject.name} does not trace requests.`,
      {
        fix: {
          summary: subject.kind === 'rest-stage' ? 'set TracingEnabled: true' : 'set XrayEnabled: true',
          edit: [set(subject, 'tracing', true)],
        },
      },
    );
  },
});
