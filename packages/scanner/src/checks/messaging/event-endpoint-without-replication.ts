import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'event-endpoint-without-replication',
  title: 'Global endpoint does not copy events to its second region',
  area: 'messaging',
  subjects: ['event-endpoint'],
  severity: 'low',
  since: '0.1.0',
  rows: [71],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [693],
    fsbp: ['EventBridge.4'],
    prowler: ['eventbridge_global_endpoint_event_replication_enabled'],
  },
  fix: 'review',
  property: 'ReplicationConfig.State',
  look: (endpoint) => value(endpoint, endpoint.facet.replication, (state) => state === 'ENABLED'),
  message: (name) =>
    `${name} fails over to a region that has none of the events: EventBridge copies them only with replication.`,
  remedy: 'set ReplicationConfig: { State: ENABLED }',
  edit: (endpoint) => [set(endpoint, 'replication', 'ENABLED')],
});
