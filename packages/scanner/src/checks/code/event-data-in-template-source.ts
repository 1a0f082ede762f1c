import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-template-source',
  title: 'Event data is compiled as a template',
  class: 'template-injection',
  severity: 'critical',
  rows: [263],
  does: 'is compiled as a template',
  fix: 'keep the template constant, and give the data as its values',
  attack: ['T1059'],
});
