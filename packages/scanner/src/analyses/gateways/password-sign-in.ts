import { asText, type NodeId } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';

/**
 * Whether people sign in to a user pool by themselves. False only when every client of it is a machine that shows its own
 * secret (the client credentials grant): without a further client nobody can register or use a password.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html
 */
export function peopleSignIn(estate: Estate, pool: NodeId): boolean {
  const clients = estate
    .of('user-pool-client')
    .filter((client) => estate.resolve(client.facet.pool, 'user-pool')?.id === pool);
  return (
    clients.length === 0 ||
    !clients.every(
      ({ facet }) =>
        facet.oauthFlows.items.length > 0 &&
        facet.oauthFlows.items.every((flow) => asText(flow) === 'client_credentials'),
    )
  );
}
