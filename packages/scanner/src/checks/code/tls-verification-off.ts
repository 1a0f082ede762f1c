import { unsafeCodeCheck } from '../unsafe-code-check.ts';

export default unsafeCodeCheck({
  name: 'tls-verification-off',
  title: 'The code does not verify whom it talks to',
  kind: 'tls-verification-off',
  severity: 'high',
  severityInside: 'medium',
  rows: [],
  mappings: { owasp: ['SAS-3'], cwe: [295] },
  fix: 'leave certificate verification on; trust a private authority by its certificate',
});
