import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-regular-expression',
  title: 'Event data becomes a regular expression',
  class: 'regex-denial-of-service',
  isAbout: (sink) => !sink.endsWith('/slow-pattern'),
  severity: 'medium',
  rows: [],
  does: 'becomes a regular expression',
  fix: 'escape it, or search for text instead',
  attack: ['T1499'],
  owasp: ['SAS-8'],
});
