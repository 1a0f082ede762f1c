import { unsafeCodeCheck } from '../unsafe-code-check.ts';

export default unsafeCodeCheck({
  name: 'authorizer-fails-open',
  title: 'The authorizer lets in whom it cannot check',
  kind: 'authorizer-fails-open',
  severity: 'critical',
  severityInside: 'high',
  rows: [250],
  mappings: { owasp: ['SAS-2'], cwe: [636] },
  fix: 'answer with a refusal in every path but the one that checked',
});
