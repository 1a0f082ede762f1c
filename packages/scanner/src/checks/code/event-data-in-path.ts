import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-path',
  title: 'Event data decides which file is used',
  class: 'path-traversal',
  severity: 'high',
  rows: [263],
  does: 'decides which file is used',
  fix: 'keep the base name alone, or check that the resolved path stays in its folder',
  attack: ['T1005'],
});
