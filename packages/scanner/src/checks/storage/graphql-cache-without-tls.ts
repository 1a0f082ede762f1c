import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'graphql-cache-without-tls',
  title: 'Answers in the cache of a GraphQL API are not encrypted on its way',
  area: 'storage',
  subjects: ['graphql-cache'],
  severity: 'low',
  since: '0.1.0',
  rows: [59],
  mappings: { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [319], fsbp: ['AppSync.6'], checkov: ['CKV_AWS_215'] },
  fix: 'review',
  property: 'TransitEncryptionEnabled',
  look: (cache) => value(cache, cache.facet.encryptedInTransit, (on) => on),
  message: (name) => `Answers of the API, with the data of its users, are in ${name} without encryption on its way.`,
  remedy: 'set TransitEncryptionEnabled: true; a cache is made anew for it',
  edit: (cache) => [set(cache, 'encryptedInTransit', true)],
});
