import { definePropertyCheck, written } from '../property-check.ts';
import { ownAccount, set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'key-without-policy',
  title: 'Key has no policy of its own',
  area: 'storage',
  subjects: ['key'],
  severity: 'info',
  since: '0.1.0',
  rows: [159],
  mappings: { owasp: ['SAS-6'], csa: ['CSA-6'], cwe: [732], checkov: ['CKV2_AWS_64'] },
  fix: 'review',
  property: 'KeyPolicy',
  look: (key) => written(key, key.facet.document),
  message: (name) => `${name} gets the policy by which the identity policies of the account decide alone.`,
  remedy: 'write KeyPolicy with those who manage and those who use the key',
  edit: (key) => [
    set(key, 'document', {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: ownAccount }, Action: 'kms:*', Resource: '*' }],
    }),
  ],
});
