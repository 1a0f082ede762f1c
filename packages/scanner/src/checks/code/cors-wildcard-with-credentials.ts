import { unsafeCodeCheck } from '../unsafe-code-check.ts';

export default unsafeCodeCheck({
  name: 'cors-wildcard-with-credentials',
  title: 'Any site may read answers with the credentials of a user',
  kind: 'cors-wildcard-credentials',
  severity: 'medium',
  severityInside: 'low',
  rows: [264],
  mappings: { owasp: ['SAS-3'], cwe: [942] },
  fix: 'name the origins that may read the answer',
});
