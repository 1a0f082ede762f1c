import { defineCheck } from '../define-check.ts';
import { judgeSecrets } from '../judge-secrets.ts';

export default defineCheck({
  name: 'secret-in-state-machine-definition',
  title: 'Secret stands in the definition of a state machine',
  area: 'secrets',
  subjects: ['state-machine'],
  severity: 'high',
  since: '0.1.0',
  rows: [64],
  mappings: {
    owasp: ['SAS-7'],
    csa: ['CSA-7'],
    cwe: [798],
    attack: ['T1552.001'],
    prowler: ['stepfunctions_statemachine_no_secrets_in_definition'],
  },
  fix: 'none',
  evaluate: (subject, { facts }) =>
    judgeSecrets(
      subject,
      facts,
      'state-machine',
      ({ match }) =>
        `${match.title} ${match.masked} stands in the definition of ${subject.name}, and so in the history of every execution.`,
      'use an EventBridge connection for HTTP tasks, or read the secret in a function',
    ),
});
