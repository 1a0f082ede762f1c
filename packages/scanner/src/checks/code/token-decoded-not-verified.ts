import { unsafeCodeCheck } from '../unsafe-code-check.ts';

export default unsafeCodeCheck({
  name: 'token-decoded-not-verified',
  title: 'A token is read without checking its signature',
  kind: 'token-decoded-not-verified',
  severity: 'high',
  severityInside: 'medium',
  rows: [],
  mappings: { owasp: ['SAS-2'], cwe: [347] },
  fix: 'verify it (jsonwebtoken.verify, aws-jwt-verify, jwt.decode with key and algorithms)',
});
