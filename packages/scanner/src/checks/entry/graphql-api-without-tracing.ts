import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'graphql-api-without-tracing',
  title: 'GraphQL API leaves no traces',
  area: 'entry',
  subjects: ['graphql-api'],
  severity: 'info',
  since: '0.1.0',
  rows: [57],
  mappings: { owasp: ['SAS-5'], csa: ['CSA-5'], cwe: [778], cdk_nag: ['AppSyncTracing'] },
  fix: 'safe',
  property: 'XrayEnabled',
  look: (api) => value(api, api.facet.tracing, (on) => on),
  message: (name) =>
    `The resolvers of ${name} leave no traces: which of them a slow or failing request went through is not recorded.`,
  remedy: 'set XrayEnabled: true',
  edit: (api) => [set(api, 'tracing', true)],
});
