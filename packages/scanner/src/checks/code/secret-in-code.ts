import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';

export default defineCheck({
  name: 'secret-in-code',
  title: 'A credential stands in the code of the function',
  area: 'code',
  subjects: ['function'],
  severity: 'high',
  since: '0.1.0',
  rows: [9],
  mappings: {
    owasp: ['SAS-7'],
    csa: ['CSA-7'],
    cwe: [798],
    attack: ['T1552.001'],
    prowler: ['awslambda_function_no_secrets_in_code'],
  },
  fix: 'none',
  evaluate(subject, { facts }) {
    if (facts.code.of(subject.id) === undefined) return notApplicable;
    // A word such as `changeme` is a placeholder more often than a password.
    const found = facts.codeSecrets.of(subject.id).filter(({ match }) => match.confidence !== 'low');
    if (found.length === 0) return pass;
    return found.map(({ match, at }) =>
      fail(
        at,
        `The code that ${subject.name} runs holds a credential: ${match.title.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())}, ${match.masked}.`,
        {
          key: `${at.file} ${match.kind} ${match.fingerprint}`,
          confidence: match.confidence,
          fix: { summary: 'keep it in Secrets Manager, read it at run time, and revoke this one' },
        },
      ),
    );
  },
});
