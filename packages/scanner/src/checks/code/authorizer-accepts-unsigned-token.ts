import { unsafeCodeCheck } from '../unsafe-code-check.ts';

export default unsafeCodeCheck({
  name: 'authorizer-accepts-unsigned-token',
  title: 'The authorizer does not check the signature of a token',
  kind: 'authorizer-without-signature',
  severity: 'critical',
  severityInside: 'high',
  rows: [250],
  mappings: { owasp: ['SAS-2'], cwe: [347] },
  fix: 'verify the token with the key of its issuer',
});
