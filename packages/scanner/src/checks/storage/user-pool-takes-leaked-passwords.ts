import { isAbsent, settled } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { definePropertyCheck, somebody, value } from '../property-check.ts';
import { addResource, reference, set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'user-pool-takes-leaked-passwords',
  title: 'User pool lets in whoever has a password from a leak',
  area: 'storage',
  subjects: ['user-pool'],
  severity: 'info',
  since: '0.1.0',
  rows: [178],
  mappings: {
    owasp: ['SAS-2'],
    csa: ['CSA-2'],
    cwe: [521],
    attack: ['T1110.004'],
    prowler: ['cognito_user_pool_blocks_compromised_credentials_sign_in_attempts'],
  },
  fix: 'review',
  property: 'CompromisedCredentialsRiskConfiguration.Actions.EventAction',
  look: (pool, estate) => {
    // Without threat protection nobody compares passwords, which another check says.
    const protection = settled(pool.facet.advancedSecurity);
    if (protection === undefined) return { sees: 'open', value: pool.facet.advancedSecurity };
    if (protection !== 'ENFORCED') return undefined;
    const actions = risksOf(pool, estate)
      .map(({ facet }) => facet.leakedPassword)
      .filter((action) => !isAbsent(action));
    const [action] = actions;
    if (action === undefined) return somebody(pool, false);
    const weak = actions.find((each) => settled(each) !== 'BLOCK') ?? action;
    return value(pool, weak, (word) => word === 'BLOCK');
  },
  message: (name) => `${name} knows which passwords have leaked, and does not say that it blocks them.`,
  edit: (pool, estate) => {
    const written = risksOf(pool, estate);
    return written.length > 0
      ? written.map((risks) => set(risks, 'leakedPassword', 'BLOCK'))
      : [
          addResource(pool, 'Risks', 'AWS::Cognito::UserPoolRiskConfigurationAttachment', {
            UserPoolId: reference(pool),
            ClientId: 'ALL',
            CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } },
          }),
        ];
  },
  remedy: 'add AWS::Cognito::UserPoolRiskConfigurationAttachment with EventAction: BLOCK for compromised credentials',
});

function risksOf(pool: NodeOf<'user-pool'>, estate: Estate): readonly NodeOf<'user-pool-risks'>[] {
  return estate.of('user-pool-risks').filter(({ facet }) => estate.resolve(facet.pool, 'user-pool')?.id === pool.id);
}
