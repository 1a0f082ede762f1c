import { flowCheck } from '../flow-check.ts';

export default flowCheck({
  name: 'event-data-in-ldap-filter',
  title: 'Event data becomes part of an LDAP filter',
  class: 'ldap-injection',
  severity: 'high',
  rows: [],
  does: 'becomes part of an LDAP filter or name',
  fix: 'escape it for filters (escape_filter_chars, ldapjs filter objects)',
  attack: ['T1190'],
});
