import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-request-address',
  title: 'Event data decides where a request goes',
  class: 'server-side-request-forgery',
  severity: 'high',
  rows: [263],
  does: 'decides which host the function calls',
  fix: 'write scheme and host into the code, and let the data choose from a list',
  attack: ['T1190'],
});
