import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'user-pool-client-tokens-not-revocable',
  title: 'Tokens of a client cannot be revoked',
  area: 'storage',
  subjects: ['user-pool-client'],
  severity: 'low',
  since: '0.1.0',
  rows: [180],
  mappings: {
    owasp: ['SAS-2'],
    csa: ['CSA-2'],
    cwe: [613],
    prowler: ['cognito_user_pool_client_token_revocation_enabled'],
  },
  fix: 'safe',
  property: 'EnableTokenRevocation',
  look: (client) => value(client, client.facet.tokenRevocation, (on) => on),
  message: (name) => `A stolen refresh token of ${name} works until it expires: nobody can take it back.`,
  remedy: 'set EnableTokenRevocation: true',
  edit: (client) => [set(client, 'tokenRevocation', true)],
});
