import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-xpath',
  title: 'Event data becomes part of an XPath expression',
  class: 'xpath-injection',
  severity: 'high',
  rows: [],
  does: 'becomes part of an XPath expression',
  fix: 'give the value as a variable of the expression',
  attack: ['T1190'],
});
