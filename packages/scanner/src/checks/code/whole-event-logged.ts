import { unsafeCodeCheck } from '../unsafe-code-check.ts';

export default unsafeCodeCheck({
  name: 'whole-event-logged',
  title: 'The whole event is logged',
  kind: 'whole-event-logged',
  severity: 'low',
  severityInside: 'info',
  rows: [],
  mappings: { owasp: ['SAS-4'], cwe: [532] },
  fix: 'log the fields that are needed to find an error, without tokens and personal data',
});
