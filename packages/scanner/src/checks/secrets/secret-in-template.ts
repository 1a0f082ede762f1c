import { everyKind } from '../../estate/facets/index.ts';
import { defineCheck } from '../define-check.ts';
import { judgeSecrets } from '../judge-secrets.ts';

export default defineCheck({
  name: 'secret-in-template',
  title: 'Secret stands in a property',
  area: 'secrets',
  subjects: everyKind,
  severity: 'high',
  since: '0.1.0',
  rows: [94, 156, 169, 171, 207],
  mappings: {
    owasp: ['SAS-7'],
    csa: ['CSA-7'],
    cwe: [798],
    attack: ['T1552.001'],
    checkov: ['CKV_AWS_384', 'CKV_AWS_41'],
    kics: ['tf:7081f85c'],
    cfn_nag: ['F66', 'F68'],
    prowler: ['ssm_document_secrets'],
  },
  fix: 'review',
  evaluate: (subject, { facts }) =>
    judgeSecrets(
      subject,
      facts,
      'template',
      ({ name, match }) => `${match.title} ${match.masked} stands in ${name} of ${subject.name}.`,
      'use a dynamic reference: {{resolve:secretsmanager:<name>}}',
    ),
});
