import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-database-query',
  title: 'Event data decides a database query',
  class: 'nosql-injection',
  severity: 'high',
  rows: [263],
  does: 'decides what a database query asks',
  fix: 'put the data where only a value can stand (ExpressionAttributeValues, String(value))',
  attack: ['T1190'],
});
