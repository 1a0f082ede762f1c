import { unsafeCodeCheck } from '../unsafe-code-check.ts';

export default unsafeCodeCheck({
  name: 'authorizer-ignores-audience',
  title: 'The authorizer accepts tokens made for others',
  kind: 'authorizer-without-audience',
  severity: 'medium',
  severityInside: 'low',
  rows: [250],
  mappings: { owasp: ['SAS-2'], cwe: [287] },
  fix: 'check audience and issuer too',
});
