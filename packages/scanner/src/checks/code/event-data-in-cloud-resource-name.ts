import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-cloud-resource-name',
  title: 'Event data decides which cloud resource is used',
  class: 'cloud-resource-injection',
  severity: 'high',
  rows: [],
  does: 'decides which resource of the account is used',
  fix: 'map the data to known names',
  attack: ['T1078.004'],
});
