import { unsafeCodeCheck } from '../unsafe-code-check.ts';

export default unsafeCodeCheck({
  name: 'error-stack-returned',
  title: 'The stack of an error is answered',
  kind: 'error-stack-returned',
  severity: 'low',
  severityInside: 'info',
  rows: [],
  mappings: { owasp: ['SAS-10'], cwe: [209] },
  fix: 'answer a general message and an id, and write the stack to the log',
});
