import { asText, type NodeId } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';
import { reachOf } from '../../estate/identities/reach.ts';
import { readPolicyDocument } from '../../estate/policies/policy-document.ts';
import { serviceOf } from '../../estate/triggers/service-principals.ts';

/**
 * What API Gateway may write to or start in the name of the roles that it may assume. Which API uses which role stands in the
 * integrations; where the document of an API is not in the tree, it may be any of them.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-aws-proxy.html
 */
export function reachedByGatewayRoles(estate: Estate): readonly NodeId[] {
  const found = new Set<NodeId>();
  for (const role of estate.of('role')) {
    const assumed = readPolicyDocument(role.facet.trust).statements.some(
      ({ effect, principals }) =>
        effect === 'Allow' &&
        principals.principals.some(
          ({ type, value }) => type === 'Service' && serviceOf(asText(value) ?? '') === 'apigateway',
        ),
    );
    if (!assumed) continue;
    for (const { to, verb } of reachOf(estate, role.id).reaches)
      if (verb !== 'reads' && estate.nodes.get(to)?.kind !== 'function') found.add(to);
  }
  return [...found];
}
