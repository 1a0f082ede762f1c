import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'user-pool-without-deletion-protection',
  title: 'User pool can be deleted by one call',
  area: 'storage',
  subjects: ['user-pool'],
  severity: 'info',
  since: '0.1.0',
  rows: [182],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [1188],
    prowler: ['cognito_user_pool_deletion_protection_enabled'],
  },
  fix: 'safe',
  property: 'DeletionProtection',
  look: (pool) => value(pool, pool.facet.deletionProtection, (state) => state === 'ACTIVE'),
  message: (name) => `One call, or the removal of the stack, deletes ${name} and locks out every user in it.`,
  remedy: 'set DeletionProtection: ACTIVE',
  edit: (pool) => [set(pool, 'deletionProtection', 'ACTIVE')],
});
