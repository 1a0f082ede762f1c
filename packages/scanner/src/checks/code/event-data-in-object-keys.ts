import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-object-keys',
  title: 'Event data can change the prototype of objects',
  class: 'prototype-pollution',
  severity: 'high',
  rows: [],
  does: 'decides the keys of an object, `__proto__` included',
  fix: 'refuse __proto__, constructor and prototype, or use a Map',
  attack: ['T1190'],
});
