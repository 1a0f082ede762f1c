import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-html',
  title: 'Event data is answered as part of a page',
  class: 'cross-site-scripting',
  severity: 'high',
  rows: [263],
  does: 'is answered as part of a page of HTML',
  fix: 'escape it for HTML, or answer JSON',
  attack: ['T1059.007'],
});
