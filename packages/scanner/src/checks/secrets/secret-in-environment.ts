import { defineCheck } from '../define-check.ts';
import { judgeSecrets } from '../judge-secrets.ts';

export default defineCheck({
  name: 'secret-in-environment',
  title: 'Secret stands in an environment variable',
  area: 'secrets',
  subjects: ['function'],
  severity: 'high',
  since: '0.1.0',
  rows: [8],
  mappings: {
    owasp: ['SAS-7'],
    csa: ['CSA-7'],
    cwe: [798, 526],
    attack: ['T1552.001'],
    checkov: ['CKV_AWS_45'],
    kics: ['cfn:2564172f', 'tf:1402afd8'],
    prowler: ['awslambda_function_no_secrets_in_variables'],
  },
  fix: 'review',
  evaluate: (subject, { facts }) =>
    judgeSecrets(
      subject,
      facts,
      'environment',
      ({ name, match }) =>
        `${match.title} ${match.masked} stands in the variable ${name} of ${subject.name}: everyone who may read the template or describe the function has it.`,
      'keep it in Secrets Manager, put its ARN into the variable and read it at run time',
    ),
});
