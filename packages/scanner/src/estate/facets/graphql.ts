import { data, entries, flag, list, mapping, number, section, text, values } from '../mapping.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';

const userPoolFields = {
  pool: data('UserPoolId'),
  clients: text('AppIdClientRegex'),
  /** ALLOW or DENY for fields without a directive. */
  defaultAction: text('DefaultAction', { default: 'ALLOW' }),
};
const openIdFields = { issuer: data('Issuer'), clients: data('ClientId') };
const lambdaAuthorizerFields = {
  uri: data('AuthorizerUri'),
  /** Seconds. */
  cacheTime: number('AuthorizerResultTtlInSeconds', { default: 300 }),
  validation: text('IdentityValidationExpression'),
};

/** AppSync: GraphQL and event APIs. */
export const graphqlMappings = [
  mapping(
    'graphql-api',
    { types: ['AWS::AppSync::GraphQLApi'], name: 'Name', page: `${reference}aws-resource-appsync-graphqlapi.html` },
    {
      name: text('Name'),
      auth: text('AuthenticationType'),
      userPool: section('UserPoolConfig', userPoolFields),
      openId: section('OpenIDConnectConfig', openIdFields),
      lambdaAuthorizer: section('LambdaAuthorizerConfig', lambdaAuthorizerFields),
      additional: list('AdditionalAuthenticationProviders', {
        auth: text('AuthenticationType'),
        userPool: section('UserPoolConfig', userPoolFields),
        openId: section('OpenIDConnectConfig', openIdFields),
        lambdaAuthorizer: section('LambdaAuthorizerConfig', lambdaAuthorizerFields),
      }),
      log: section('LogConfig', {
        role: data('CloudWatchLogsRoleArn'),
        level: text('FieldLogLevel', { default: 'NONE' }),
        withoutContent: flag('ExcludeVerboseContent', { default: false }),
      }),
      /** GLOBAL or PRIVATE. */
      visibility: text('Visibility', { default: 'GLOBAL' }),
      tracing: flag('XrayEnabled', { default: false }),
      introspection: text('IntrospectionConfig', { default: 'ENABLED' }),
      /** 0: no limit. */
      queryDepth: number('QueryDepthLimit', { default: 0 }),
      resolverCount: number('ResolverCountLimit', { default: 0 }),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
    },
  ),
  mapping(
    'graphql-api-key',
    { types: ['AWS::AppSync::ApiKey'], page: `${reference}aws-resource-appsync-apikey.html` },
    {
      api: data('ApiId'),
      /** Seconds since 1970; seven days after creation without it. */
      expires: number('Expires'),
    },
  ),
  mapping(
    'graphql-schema',
    { types: ['AWS::AppSync::GraphQLSchema'], page: `${reference}aws-resource-appsync-graphqlschema.html` },
    { api: data('ApiId'), definition: data('Definition'), location: data('DefinitionS3Location') },
  ),
  mapping(
    'graphql-data-source',
    { types: ['AWS::AppSync::DataSource'], name: 'Name', page: `${reference}aws-resource-appsync-datasource.html` },
    {
      name: text('Name'),
      api: data('ApiId'),
      /** AWS_LAMBDA, AMAZON_DYNAMODB, HTTP, NONE, ... */
      type: text('Type'),
      role: data('ServiceRoleArn'),
      function: data('LambdaConfig.LambdaFunctionArn'),
      table: data('DynamoDBConfig.TableName'),
      endpoint: data('HttpConfig.Endpoint'),
      eventBus: data('EventBridgeConfig.EventBusArn'),
      search: data('OpenSearchServiceConfig.Endpoint'),
      cluster: data('RelationalDatabaseConfig.RdsHttpEndpointConfig.DbClusterIdentifier'),
      secret: data('RelationalDatabaseConfig.RdsHttpEndpointConfig.AwsSecretStoreArn'),
    },
  ),
  mapping(
    'graphql-resolver',
    { types: ['AWS::AppSync::Resolver'], page: `${reference}aws-resource-appsync-resolver.html` },
    {
      api: data('ApiId'),
      typeName: text('TypeName'),
      fieldName: text('FieldName'),
      /** UNIT or PIPELINE. */
      kind: text('Kind', { default: 'UNIT' }),
      dataSource: data('DataSourceName'),
      functions: values('PipelineConfig.Functions'),
      code: data('Code'),
      requestTemplate: data('RequestMappingTemplate'),
    },
  ),
  mapping(
    'graphql-function',
    {
      types: ['AWS::AppSync::FunctionConfiguration'],
      name: 'Name',
      page: `${reference}aws-resource-appsync-functionconfiguration.html`,
    },
    { name: text('Name'), api: data('ApiId'), dataSource: data('DataSourceName'), code: data('Code') },
  ),
  mapping(
    'graphql-cache',
    { types: ['AWS::AppSync::ApiCache'], page: `${reference}aws-resource-appsync-apicache.html` },
    {
      api: data('ApiId'),
      behaviour: text('ApiCachingBehavior'),
      encryptedAtRest: flag('AtRestEncryptionEnabled', { default: false }),
      encryptedInTransit: flag('TransitEncryptionEnabled', { default: false }),
      /** Seconds. */
      cacheTime: number('Ttl'),
    },
  ),
  mapping(
    'event-api',
    { types: ['AWS::AppSync::Api'], name: 'Name', page: `${reference}aws-resource-appsync-api.html` },
    {
      name: text('Name'),
      providers: list('EventConfig.AuthProviders', {
        auth: text('AuthType'),
        pool: data('CognitoConfig.UserPoolId'),
        issuer: data('OpenIDConnectConfig.Issuer'),
        uri: data('LambdaAuthorizerConfig.AuthorizerUri'),
      }),
      connectModes: list('EventConfig.ConnectionAuthModes', { auth: text('AuthType') }),
      publishModes: list('EventConfig.DefaultPublishAuthModes', { auth: text('AuthType') }),
      subscribeModes: list('EventConfig.DefaultSubscribeAuthModes', { auth: text('AuthType') }),
      log: section('EventConfig.LogConfig', {
        role: data('CloudWatchLogsRoleArn'),
        level: text('LogLevel', { default: 'NONE' }),
      }),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
    },
  ),
  mapping(
    'event-channel',
    {
      types: ['AWS::AppSync::ChannelNamespace'],
      name: 'Name',
      page: `${reference}aws-resource-appsync-channelnamespace.html`,
    },
    {
      name: text('Name'),
      api: data('ApiId'),
      publishModes: list('PublishAuthModes', { auth: text('AuthType') }),
      subscribeModes: list('SubscribeAuthModes', { auth: text('AuthType') }),
      handlers: entries('HandlerConfigs'),
      publishSource: data('HandlerConfigs.OnPublish.Integration.DataSourceName'),
      subscribeSource: data('HandlerConfigs.OnSubscribe.Integration.DataSourceName'),
    },
  ),
] as const;
