import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-code',
  title: 'Event data is run as code',
  class: 'code-injection',
  severity: 'critical',
  rows: [263],
  does: 'is run as code',
  fix: 'parse data as data (JSON.parse, ast.literal_eval), and choose functions from a map',
  attack: ['T1059'],
});
