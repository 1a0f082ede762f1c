import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

/** New caches are encrypted whatever is written, so that this is about those that stand already, and the peers' question. */
export default definePropertyCheck({
  name: 'graphql-cache-unencrypted',
  title: 'Cache of a GraphQL API is written down as not encrypted at rest',
  area: 'storage',
  subjects: ['graphql-cache'],
  severity: 'info',
  since: '0.1.0',
  rows: [58],
  mappings: { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [311], fsbp: ['AppSync.1'], checkov: ['CKV_AWS_214'] },
  fix: 'review',
  property: 'AtRestEncryptionEnabled',
  look: (cache) => value(cache, cache.facet.encryptedAtRest, (on) => on),
  message: (name) =>
    `${name} is written down without encryption at rest: new caches have it all the same, older ones stay as they were made.`,
  remedy: 'set AtRestEncryptionEnabled: true; a cache is made anew for it',
  edit: (cache) => [set(cache, 'encryptedAtRest', true)],
});
