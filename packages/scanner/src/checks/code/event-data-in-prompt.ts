import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-prompt',
  title: 'Event data becomes part of a prompt',
  class: 'prompt-injection',
  severity: 'info',
  rows: [],
  does: 'becomes part of the prompt of a language model',
  fix: 'give the model no more rights than the caller has, and check what it answers',
  attack: ['T1059'],
});
