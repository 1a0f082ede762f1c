import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-header',
  title: 'Event data becomes a header of the answer',
  class: 'header-injection',
  severity: 'medium',
  rows: [],
  does: 'becomes a header of the answer',
  fix: 'encode it, or choose from known values',
  attack: ['T1190'],
});
