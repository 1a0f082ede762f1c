import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'user-pool-client-tells-who-exists',
  title: 'Sign-in tells which users exist',
  area: 'storage',
  subjects: ['user-pool-client'],
  severity: 'info',
  since: '0.1.0',
  rows: [179],
  mappings: {
    owasp: ['SAS-2'],
    csa: ['CSA-2'],
    cwe: [204],
    prowler: ['cognito_user_pool_client_prevent_user_existence_errors'],
  },
  fix: 'safe',
  property: 'PreventUserExistenceErrors',
  look: (client) => value(client, client.facet.userExistenceErrors, (mode) => mode === 'ENABLED'),
  message: (name) => `${name} answers differently for a user who does not exist.`,
  remedy: 'set PreventUserExistenceErrors: ENABLED',
  edit: (client) => [set(client, 'userExistenceErrors', 'ENABLED')],
});
