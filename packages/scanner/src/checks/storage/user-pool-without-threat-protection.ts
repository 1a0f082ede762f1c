import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'user-pool-without-threat-protection',
  title: 'User pool does not look for stolen passwords',
  area: 'storage',
  subjects: ['user-pool'],
  severity: 'info',
  since: '0.1.0',
  rows: [177],
  mappings: {
    owasp: ['SAS-2'],
    csa: ['CSA-2'],
    cwe: [307],
    prowler: ['cognito_user_pool_advanced_security_enabled'],
    cdk_nag: ['CognitoUserPoolPlusTier'],
  },
  fix: 'review',
  property: 'UserPoolAddOns.AdvancedSecurityMode',
  look: (pool) => value(pool, pool.facet.advancedSecurity, (mode) => mode === 'ENFORCED'),
  message: (name) => `${name} lets in whoever has a password, also one that is known to be stolen.`,
  remedy: 'set UserPoolAddOns: { AdvancedSecurityMode: ENFORCED }, which costs by the user',
  edit: (pool) => [set(pool, 'advancedSecurity', 'ENFORCED')],
});
