import { definePropertyCheck, value } from '../property-check.ts';

export default definePropertyCheck({
  name: 'key-in-several-regions',
  title: 'Key material is copied to other regions',
  area: 'storage',
  subjects: ['key'],
  severity: 'info',
  since: '0.1.0',
  rows: [162],
  mappings: { owasp: ['SAS-7'], csa: ['CSA-7'], cwe: [320], prowler: ['kms_cmk_not_multi_region'] },
  fix: 'none',
  property: 'MultiRegion',
  look: (key) => value(key, key.facet.multiRegion, (on) => !on),
  message: (name) => `${name} can be replicated: the same material then decrypts in other regions.`,
  remedy: 'leave MultiRegion out unless data moves between regions; a key cannot be changed later',
});
