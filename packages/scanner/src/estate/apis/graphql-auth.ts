import { settled, type NodeId, type SourceRange, type Value } from '@leastwise/model';
import type { AuthRequirement } from '../auth-requirement.ts';
import type { Estate, NodeOf } from '../estate.ts';
import { openRequirement, userPoolOf } from './method-auth.ts';
import type { SchemaAuth } from './graphql-schema.ts';

type Provider = NodeOf<'graphql-api'>['facet']['additional']['items'][number];
type Main = Pick<Provider, 'auth' | 'userPool' | 'openId' | 'lambdaAuthorizer'>;

/** The ways through to a field, the weakest first. */
export function fieldAuth(
  estate: Estate,
  api: NodeOf<'graphql-api'>,
  schema: SchemaAuth | undefined,
  field: string,
): readonly (readonly AuthRequirement[])[] {
  const main: Main = api.facet;
  const additional = api.facet.additional.items;
  const ways: { readonly requirement: AuthRequirement; readonly rank: number }[] = [];
  const push = (provider: Main, note?: string): void => {
    const requirement = providerRequirement(estate, provider, note);
    ways.push({ requirement, rank: weakness.indexOf(requirement.kind) });
  };
  const type = field.split('.')[0] ?? '';
  const names = (schema?.directives.get(field) ?? schema?.directives.get(type))?.filter((name) =>
    Object.hasOwn(directiveTypes, name),
  );
  if (schema === undefined || names === undefined || names.length === 0) {
    push(main);
    if (schema === undefined) {
      for (const provider of additional)
        push(provider, 'The schema is not in the tree; a directive in it may admit this provider.');
    }
  } else {
    const types = names.map((name) => directiveTypes[name]);
    for (const provider of [main, ...additional])
      if (types.includes(settled(provider.auth)?.toUpperCase() ?? '')) push(provider);
    // A group directive of Cognito without a provider of its kind lets nobody through: the default is the nearest reading.
    if (ways.length === 0) push(main);
  }
  // With an unread schema the default provider is the answer; the others are possible only.
  if (schema === undefined) return ways.map(({ requirement }) => [requirement]);
  return ways.sort((left, right) => left.rank - right.rank).map(({ requirement }) => [requirement]);
}

const directiveTypes: Readonly<Record<string, string>> = {
  aws_api_key: 'API_KEY',
  aws_iam: 'AWS_IAM',
  aws_cognito_user_pools: 'AMAZON_COGNITO_USER_POOLS',
  aws_auth: 'AMAZON_COGNITO_USER_POOLS',
  aws_oidc: 'OPENID_CONNECT',
  aws_lambda: 'AWS_LAMBDA',
};

const weakness: readonly AuthRequirement['kind'][] = [
  'api-key',
  'unknown',
  'cognito',
  'jwt',
  'lambda-authorizer',
  'iam',
];

function providerRequirement(estate: Estate, provider: Main, note: string | undefined): AuthRequirement {
  const at = provider.auth.origin;
  const said = note === undefined ? {} : { note };
  switch (settled(provider.auth)?.toUpperCase()) {
    case 'API_KEY':
      return { kind: 'api-key', at, ...said };
    case 'AWS_IAM':
      return { kind: 'iam', at, ...said };
    case 'AMAZON_COGNITO_USER_POOLS':
      return { kind: 'cognito', at, ...node(userPoolOf(estate, provider.userPool.pool)?.id), ...said };
    case 'OPENID_CONNECT':
      return { kind: 'jwt', at, ...node(userPoolOf(estate, provider.openId.issuer)?.id), ...said };
    case 'AWS_LAMBDA':
      return {
        kind: 'lambda-authorizer',
        at,
        ...node(estate.functionOf(provider.lambdaAuthorizer.uri)?.function.id),
        ...said,
      };
    default:
      return openRequirement(estate, provider.auth, 'The authentication type of the GraphQL API', at);
  }
}

/** A private API answers only inside its VPC endpoints. */
export function visibilityAuth(estate: Estate, visibility: Value<string>, at: SourceRange): readonly AuthRequirement[] {
  const written = settled(visibility);
  if (written === undefined) return [openRequirement(estate, visibility, 'Whether the API is private', at)];
  return written === 'PRIVATE' ? [{ kind: 'network', at: visibility.origin, note: 'The API is private.' }] : [];
}

function node(id: NodeId | undefined): { node?: NodeId } {
  return id === undefined ? {} : { node: id };
}
