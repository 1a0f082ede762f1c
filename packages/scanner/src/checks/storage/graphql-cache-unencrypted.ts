import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'graphql-cache-unencrypted',
  title: 'Answers in the cache of a GraphQL API are not encrypted at rest',
  area: 'storage',
  subjects: ['graphql-cache'],
  severity: 'low',
  since: '0.1.0',
  rows: [58],
  mappings: { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [311], fsbp: ['AppSync.1'], checkov: ['CKV_AWS_214'] },
  fix: 'review',
  property: 'AtRestEncryptionEnabled',
  look: (cache) => value(cache, cache.facet.encryptedAtRest, (on) => on),
  message: (name) => `Answers of the API, with the data of its users, are in ${name} without encryption at rest.`,
  remedy: 'set AtRestEncryptionEnabled: true; a cache is made anew for it',
  edit: (cache) => [set(cache, 'encryptedAtRest', true)],
});
