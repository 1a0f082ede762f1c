import { unsafeCodeCheck } from '../unsafe-code-check.ts';

export default unsafeCodeCheck({
  name: 'environment-returned',
  title: 'All environment variables are answered',
  kind: 'environment-returned',
  severity: 'high',
  severityInside: 'medium',
  rows: [],
  mappings: { owasp: ['SAS-7', 'SAS-10'], cwe: [526], attack: ['T1552.001'] },
  fix: 'answer only the values that the caller needs',
});
