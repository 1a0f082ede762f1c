import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-meets-slow-pattern',
  title: 'A regular expression takes exponential time on event data',
  class: 'regex-denial-of-service',
  isAbout: (sink) => sink.endsWith('/slow-pattern'),
  severity: 'medium',
  rows: [],
  does: 'meets a regular expression that may take exponential time',
  fix: 'write the repetition so that a text can be read in one way only, or limit its length first',
  attack: ['T1499'],
  owasp: ['SAS-8'],
});
