import { unsafeCodeCheck } from '../unsafe-code-check.ts';

export default unsafeCodeCheck({
  name: 'password-hashed-fast',
  title: 'A password is hashed by a fast function',
  kind: 'weak-hash-password',
  severity: 'medium',
  severityInside: 'medium',
  rows: [],
  mappings: { owasp: ['SAS-2'], cwe: [916] },
  fix: 'use argon2, scrypt or bcrypt',
});
