import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-command-arguments',
  title: 'Event data becomes an argument of a program',
  class: 'argument-injection',
  severity: 'high',
  rows: [],
  does: 'becomes an argument of a program, which may read it as an option',
  fix: 'put -- before the data, or refuse what begins with a dash',
  attack: ['T1059'],
});
