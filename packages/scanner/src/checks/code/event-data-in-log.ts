import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-log',
  title: 'Event data can write lines of its own into a log',
  class: 'log-injection',
  severity: 'info',
  rows: [],
  does: 'is logged with its line breaks',
  fix: 'log structured JSON, or remove line breaks',
  attack: ['T1565'],
  owasp: ['SAS-5'],
});
