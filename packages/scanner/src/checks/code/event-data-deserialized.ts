import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-deserialized',
  title: 'Event data is deserialised into objects',
  class: 'unsafe-deserialization',
  severity: 'critical',
  rows: [263],
  does: 'is deserialised by a format that can run code',
  fix: 'use JSON, or the safe loader of the library',
  attack: ['T1059'],
});
