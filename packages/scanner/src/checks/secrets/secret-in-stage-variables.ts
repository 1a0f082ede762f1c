import { defineCheck } from '../define-check.ts';
import { judgeSecrets } from '../judge-secrets.ts';

export default defineCheck({
  name: 'secret-in-stage-variables',
  title: 'Secret stands in a stage variable of an API',
  area: 'secrets',
  subjects: ['rest-stage', 'http-stage', 'rest-deployment'],
  severity: 'high',
  since: '0.1.0',
  rows: [49],
  mappings: {
    owasp: ['SAS-7'],
    csa: ['CSA-7'],
    cwe: [798],
    attack: ['T1552.001'],
    prowler: ['apigateway_restapi_no_secrets_in_stage_variables'],
  },
  fix: 'review',
  evaluate: (subject, { facts }) =>
    judgeSecrets(
      subject,
      facts,
      'stage-variables',
      ({ name, match }) =>
        `${match.title} ${match.masked} stands in the stage variable ${name} of ${subject.name}, which nothing encrypts.`,
      'keep it in Secrets Manager and read it in the function',
    ),
});
