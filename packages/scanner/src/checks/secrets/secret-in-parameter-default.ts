import { everyKind } from '../../estate/facets/index.ts';
import { defineCheck } from '../define-check.ts';
import { judgeSecrets } from '../judge-secrets.ts';

export default defineCheck({
  name: 'secret-in-parameter-default',
  title: 'Secret is the default of a parameter',
  area: 'secrets',
  subjects: everyKind,
  severity: 'high',
  since: '0.1.0',
  rows: [173],
  mappings: {
    owasp: ['SAS-7'],
    csa: ['CSA-7'],
    cwe: [798],
    attack: ['T1552.001'],
    kics: ['cfn:06adef8c', 'cfn:3c3b7a58'],
    cfn_nag: ['F51', 'F74'],
  },
  fix: 'review',
  evaluate: (subject, { facts }) =>
    judgeSecrets(
      subject,
      facts,
      'parameter-default',
      ({ name, parameter, match }) =>
        `${match.title} ${match.masked} is the default of ${parameter === undefined ? `a parameter that ends up in ${name}` : `parameter ${parameter}`}: every deployment that gives no other has it, and everyone who reads the template.`,
      'remove the default, or let Secrets Manager generate the secret',
    ),
});
