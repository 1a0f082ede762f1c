import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

/** New caches are encrypted whatever is written, so that this is about those that stand already, and the peers' question. */
export default definePropertyCheck({
  name: 'graphql-cache-without-tls',
  title: 'Cache of a GraphQL API is written down as not encrypted on the way',
  area: 'storage',
  subjects: ['graphql-cache'],
  severity: 'info',
  since: '0.1.0',
  rows: [59],
  mappings: { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [319], fsbp: ['AppSync.6'], checkov: ['CKV_AWS_215'] },
  fix: 'review',
  property: 'TransitEncryptionEnabled',
  look: (cache) => value(cache, cache.facet.encryptedInTransit, (on) => on),
  message: (name) =>
    `${name} is written down without encryption on the way: new caches have it all the same, older ones stay as they were made.`,
  remedy: 'set TransitEncryptionEnabled: true; a cache is made anew for it',
  edit: (cache) => [set(cache, 'encryptedInTransit', true)],
});
