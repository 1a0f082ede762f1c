import { unsafeCodeCheck } from '../unsafe-code-check.ts';

export default unsafeCodeCheck({
  name: 'predictable-token',
  title: 'A token is made of predictable numbers',
  kind: 'weak-random-token',
  severity: 'medium',
  severityInside: 'low',
  rows: [],
  mappings: { owasp: ['SAS-2'], cwe: [338] },
  fix: 'use crypto.randomBytes, crypto.randomUUID or secrets.token_urlsafe',
});
