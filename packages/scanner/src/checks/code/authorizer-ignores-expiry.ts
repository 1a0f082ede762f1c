import { unsafeCodeCheck } from '../unsafe-code-check.ts';

export default unsafeCodeCheck({
  name: 'authorizer-ignores-expiry',
  title: 'The authorizer accepts expired tokens',
  kind: 'authorizer-without-expiry',
  severity: 'high',
  severityInside: 'medium',
  rows: [250],
  mappings: { owasp: ['SAS-2'], cwe: [613] },
  fix: 'leave the check of expiry on',
});
