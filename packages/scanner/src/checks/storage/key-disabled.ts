import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'key-disabled',
  title: 'Key is disabled',
  area: 'storage',
  subjects: ['key'],
  severity: 'low',
  since: '0.1.0',
  rows: [160],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [664],
    checkov: ['CKV_AWS_227'],
    kics: ['cfn:2844c749', 'tf:7350fa23', 'tf:ed6e3ba0'],
    prowler: ['kms_cmk_are_used'],
  },
  fix: 'review',
  property: 'Enabled',
  look: (key) => value(key, key.facet.enabled, (on) => on),
  message: (name) => `Nothing that ${name} encrypts can be read or written while it is disabled.`,
  remedy: 'set Enabled: true, or delete the key with what it encrypts',
  edit: (key) => [set(key, 'enabled', true)],
});
