import { asList, asMap, asText, type Value } from '@leastwise/model';
import type { Material } from '../made.ts';
import { managedPolicy } from '../policies/managed-policy.ts';
import { trustService } from '../policies/statements.ts';
import { entriesOf, flagOf, get, isSet, itemsOf } from '../read-value.ts';
import { tagList } from '../tags.ts';
import type { SamResource, Workbench } from '../workbench.ts';
import { draftConnector } from '../connectors/draft-connector.ts';
import { draftDataSources } from './data-sources.ts';
import { draftResolvers } from './resolvers.ts';

/** `AWS::Serverless::GraphQLApi`: the AppSync API with its schema, keys, cache, sources, functions and resolvers. */
export function desugarGraphqlApi(owner: SamResource, bench: Workbench): void {
  const { properties, logicalId, make } = owner;
  checkGraphqlApi(owner, bench);
  const tags = properties.get('Tags');
  const same = ['Visibility', 'OwnerContact', 'IntrospectionConfig', 'QueryDepthLimit', 'ResolverCountLimit'];
  bench.draft(owner, logicalId, 'AWS::AppSync::GraphQLApi', {
    Name: properties.get('Name') ?? logicalId,
    XrayEnabled: properties.get('XrayEnabled'),
    ...Object.fromEntries(same.map((name) => [name, properties.get(name)])),
    ...authentication(owner, bench),
    Tags: tagsOf(owner, tags),
    LogConfig: logging(owner, bench),
  });
  const api = make.ref(logicalId, 'ApiId');
  const schema = properties.get('SchemaInline') ?? properties.get('SchemaUri');
  const at = schema === undefined ? make : bench.makeAt(schema.origin);
  bench.draft(
    owner,
    `${logicalId}Schema`,
    'AWS::AppSync::GraphQLSchema',
    { ApiId: api, Definition: properties.get('SchemaInline'), DefinitionS3Location: properties.get('SchemaUri') },
    { make: at },
  );
  for (const [name, key] of entriesOf(properties.get('ApiKeys'))) {
    const described = {
      ApiId: api,
      ApiKeyId: get(key, 'ApiKeyId'),
      Description: get(key, 'Description'),
      Expires: get(key, 'ExpiresOn'),
    };
    bench.draft(owner, logicalId + name, 'AWS::AppSync::ApiKey', described, { make: bench.makeAt(key.origin) });
  }
  const cache = properties.get('Cache');
  if (isSet(cache)) {
    const members = ['ApiCachingBehavior', 'Type', 'Ttl', 'AtRestEncryptionEnabled', 'TransitEncryptionEnabled'];
    const described = { ApiId: api, ...Object.fromEntries(members.map((name) => [name, get(cache, name)])) };
    bench.draft(owner, `${logicalId}ApiCache`, 'AWS::AppSync::ApiCache', described, {
      make: bench.makeAt(cache.origin),
    });
  }
  draftDomain(owner, api, bench);
  const sources = draftDataSources(owner, api, bench);
  draftResolvers(owner, api, sources, bench);
}

function tagsOf({ make }: SamResource, tags: Value | undefined): Value {
  const own = make.of({ Key: 'graphqlapi:createdBy', Value: 'SAM' });
  const written = tagList(make, tags);
  return make.of([...(written === undefined ? [] : itemsOf(written)), own]);
}

const configs: Readonly<Record<string, { readonly from: string; readonly to: string }>> = {
  AWS_LAMBDA: { from: 'LambdaAuthorizer', to: 'LambdaAuthorizerConfig' },
  OPENID_CONNECT: { from: 'OpenIDConnect', to: 'OpenIDConnectConfig' },
  AMAZON_COGNITO_USER_POOLS: { from: 'UserPool', to: 'UserPoolConfig' },
};

/** `Auth`: the way in that is meant when a field names none, and the additional ones. */
function authentication(owner: SamResource, bench: Workbench): Record<string, Material> {
  const auth = owner.properties.get('Auth');
  if (auth === undefined) return {};
  const lambdas: Value[] = [];
  const read = (one: Value, isDefault: boolean): Record<string, Material> => {
    const type = asText(get(one, 'Type') ?? one);
    const config = type === undefined ? undefined : configs[type];
    if (config === undefined) return {};
    const settings = get(one, config.from);
    if (settings === undefined) {
      bench.invalid(
        one.origin,
        `Auth of type ${type} of ${owner.logicalId} needs ${config.from}.`,
        `Write ${config.from}.`,
      );
      return {};
    }
    const lambda = get(settings, 'AuthorizerUri');
    if (type === 'AWS_LAMBDA' && lambda !== undefined) lambdas.push(lambda);
    const members = asMap(settings);
    const kept =
      members === undefined
        ? settings
        : Object.fromEntries([...members].filter(([name]) => isDefault || name !== 'DefaultAction'));
    return { [config.to]: kept };
  };
  const result = {
    AuthenticationType: get(auth, 'Type'),
    ...read(auth, true),
    AdditionalAuthenticationProviders: isSet(get(auth, 'Additional'))
      ? itemsOf(get(auth, 'Additional')).map((one) =>
          bench.makeAt(one.origin).of({ AuthenticationType: get(one, 'Type'), ...read(one, false) }),
        )
      : undefined,
  };
  lambdas.forEach((lambda, index) => {
    const make = bench.makeAt(lambda.origin);
    const source = {
      type: 'AWS::AppSync::GraphQLApi',
      values: new Map<string, Value>([
        ['Arn', make.ref(owner.logicalId)],
        ['ResourceId', make.ref(owner.logicalId, 'ApiId')],
      ]),
    };
    const destination = { type: 'AWS::Lambda::Function', values: new Map([['Arn', lambda]]) };
    const logicalId = `${owner.logicalId}ToLambdaAuthConnector${index + 1}`;
    draftConnector({ owner, logicalId, source, destination, permissions: make.of(['Write']), make }, bench);
  });
  return result;
}

/** Logs go to CloudWatch unless `Logging: false`, with a role that SAM makes unless one is named. */
function logging(owner: SamResource, bench: Workbench): Material {
  const written = owner.properties.get('Logging');
  if (flagOf(written) === false) return undefined;
  const make = written === undefined ? owner.make : bench.makeAt(written.origin);
  let role: Value | undefined = get(written, 'CloudWatchLogsRoleArn');
  if (!isSet(role)) {
    const logicalId = `${owner.logicalId}CloudWatchRole`;
    bench.draft(
      owner,
      logicalId,
      'AWS::IAM::Role',
      {
        AssumeRolePolicyDocument: trustService(make, 'appsync.amazonaws.com'),
        ManagedPolicyArns: [managedPolicy(make, 'service-role/AWSAppSyncPushToCloudWatchLogs')],
      },
      { make },
    );
    role = make.ref(logicalId, 'Arn');
  }
  const quiet = get(written, 'ExcludeVerboseContent');
  return make.of({
    ExcludeVerboseContent: isSet(quiet) ? quiet : undefined,
    FieldLogLevel: get(written, 'FieldLogLevel') ?? 'ALL',
    CloudWatchLogsRoleArn: role,
  });
}

function draftDomain(owner: SamResource, api: Value, bench: Workbench): void {
  const domain = owner.properties.get('DomainName');
  if (!isSet(domain)) return;
  const make = bench.makeAt(domain.origin);
  const members = ['CertificateArn', 'DomainName', 'Description'];
  const logicalId = `${owner.logicalId}DomainName`;
  bench.draft(
    owner,
    logicalId,
    'AWS::AppSync::DomainName',
    Object.fromEntries(members.map((name) => [name, get(domain, name)])),
    { make },
  );
  const association = { ApiId: api, DomainName: make.ref(logicalId) };
  bench.draft(
    owner,
    `${owner.logicalId}DomainNameApiAssociation`,
    'AWS::AppSync::DomainNameApiAssociation',
    association,
    { make },
  );
}

function checkGraphqlApi({ properties, logicalId, resource }: SamResource, bench: Workbench): void {
  const wrong = (value: Value | undefined, message: string, hint: string): void =>
    bench.invalid(value?.origin ?? resource.keyRange, `${message} (${logicalId}).`, hint);
  const auth = properties.get('Auth');
  if (auth === undefined || get(auth, 'Type') === undefined)
    wrong(auth, 'A GraphQL API needs Auth with a Type', 'Write it.');
  for (const one of auth === undefined ? [] : [auth, ...(asList(get(auth, 'Additional') ?? auth) ?? [])]) {
    if (entriesOf(one).filter(([name]) => name !== 'Additional').length > 2)
      wrong(one, 'An authentication has more than one configuration', 'Keep one.');
  }
  if (isSet(properties.get('SchemaInline')) === isSet(properties.get('SchemaUri'))) {
    wrong(properties.get('SchemaUri'), 'A GraphQL API needs either SchemaInline or SchemaUri', 'Write one of them.');
  }
}
