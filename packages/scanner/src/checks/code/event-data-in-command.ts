import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-command',
  title: 'Event data becomes part of a shell command',
  class: 'command-injection',
  severity: 'critical',
  rows: [263],
  does: 'becomes part of a shell command',
  fix: 'call the program with a list of arguments and no shell (execFile, subprocess.run([...]))',
  attack: ['T1059'],
});
