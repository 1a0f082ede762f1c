import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-mail',
  title: 'Event data becomes a header of a mail',
  class: 'mail-injection',
  severity: 'medium',
  rows: [],
  does: 'becomes a header of a mail',
  fix: 'refuse line breaks, and build mails with a library',
  attack: ['T1566'],
});
