import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-redirect',
  title: 'Event data decides where a browser is sent',
  class: 'open-redirect',
  severity: 'medium',
  rows: [],
  does: 'decides where the browser is sent',
  fix: 'redirect to paths of the site, or to a list of hosts',
  attack: ['T1566'],
});
