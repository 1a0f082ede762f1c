import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-sql',
  title: 'Event data becomes part of an SQL statement',
  class: 'sql-injection',
  severity: 'critical',
  rows: [263],
  does: 'becomes part of an SQL statement',
  fix: 'give the value as a parameter of the query',
  attack: ['T1190'],
});
