import { asText, describe, member } from '@leastwise/model';
import type { NodeOf } from '../../estate/estate.ts';

/**
 * Whether a service integration only reads what it names: `GetItem` of a table, the fetching of an object, a GraphQL query,
 * which by the specification changes nothing. Who calls it cannot start what is behind.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/integrating-api-with-aws-services-s3.html
 */
export function readsOnly(route: NodeOf<'route'>): boolean {
  const { integration, protocol, path } = route.facet;
  if (protocol === 'graphql') return /^(Query|Subscription)\./.test(path);
  const uri = describe(integration.uri);
  const action = /:action\/(\w+)/.exec(uri)?.[1] ?? /[?&]Action=(\w+)/.exec(uri)?.[1];
  if (action !== undefined) return /^(Get|BatchGet|TransactGet|Query|Scan|List|Describe|Receive)/.test(action);
  if (!/:s3:path\//.test(uri)) return false;
  const written = [
    member(route.properties, 'Integration', 'IntegrationHttpMethod'),
    member(route.properties, 'x-amazon-apigateway-integration', 'httpMethod'),
  ];
  return written.some((method) => /^(GET|HEAD)$/i.test(asText(method) ?? ''));
}
