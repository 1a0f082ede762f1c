import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-xml-parser',
  title: 'Event data is parsed as XML with external entities',
  class: 'xml-external-entity',
  severity: 'high',
  rows: [263],
  does: 'is parsed as XML by a parser that follows entities',
  fix: 'turn external entities off, or use defusedxml',
  attack: ['T1190'],
});
