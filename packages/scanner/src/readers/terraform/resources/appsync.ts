import { argument, isNothing } from './argument.ts';
import { block, blocks, mapOf } from './read.ts';
import { row, type Extra, type Properties, type Row, type Scope } from './row.ts';
import { tags } from './tags.ts';

const userPool = block('user_pool_config', {
  UserPoolId: 'user_pool_id',
  AppIdClientRegex: 'app_id_client_regex',
  DefaultAction: 'default_action',
});
const openId = block('openid_connect_config', { Issuer: 'issuer', ClientId: 'client_id' });
const lambdaAuthorizer = block('lambda_authorizer_config', {
  AuthorizerUri: 'authorizer_uri',
  AuthorizerResultTtlInSeconds: 'authorizer_result_ttl_in_seconds',
  IdentityValidationExpression: 'identity_validation_expression',
});

const provider: Properties = {
  AuthenticationType: 'authentication_type',
  UserPoolConfig: userPool,
  OpenIDConnectConfig: openId,
  LambdaAuthorizerConfig: lambdaAuthorizer,
};

/** The schema stands in the API itself; CloudFormation has a resource for it. */
function schema(scope: Scope): readonly Extra[] {
  const definition = argument(scope.block, 'schema');
  if (isNothing(definition)) return [];
  return [
    {
      suffix: 'schema',
      type: 'AWS::AppSync::GraphQLSchema',
      properties: mapOf(
        {
          ApiId: { kind: 'reference', node: scope.instance.id, attribute: 'Ref', origin: scope.instance.keyRange },
          Definition: definition,
        },
        definition.origin,
      ),
      location: definition.origin,
    },
  ];
}

const modes = (path: string): ReturnType<typeof blocks> => blocks(path, { AuthType: 'auth_type' });

export const appsyncRows: readonly Row[] = [
  row(
    'aws_appsync_graphql_api',
    'AWS::AppSync::GraphQLApi',
    {
      Name: 'name',
      ...provider,
      AdditionalAuthenticationProviders: blocks('additional_authentication_provider', provider),
      LogConfig: block('log_config', {
        CloudWatchLogsRoleArn: 'cloudwatch_logs_role_arn',
        FieldLogLevel: 'field_log_level',
        ExcludeVerboseContent: 'exclude_verbose_content',
      }),
      Visibility: 'visibility',
      XrayEnabled: 'xray_enabled',
      IntrospectionConfig: 'introspection_config',
      QueryDepthLimit: 'query_depth_limit',
      ResolverCountLimit: 'resolver_count_limit',
      Tags: tags,
    },
    { name: 'name', attributes: { id: 'ApiId', name: 'Name' }, more: schema },
  ),
  row('aws_appsync_api_key', 'AWS::AppSync::ApiKey', { ApiId: 'api_id', Description: 'description' }),
  row(
    'aws_appsync_datasource',
    'AWS::AppSync::DataSource',
    {
      Name: 'name',
      ApiId: 'api_id',
      Type: 'type',
      ServiceRoleArn: 'service_role_arn',
      LambdaConfig: { LambdaFunctionArn: 'lambda_config.function_arn' },
      DynamoDBConfig: { TableName: 'dynamodb_config.table_name' },
      HttpConfig: { Endpoint: 'http_config.endpoint' },
      EventBridgeConfig: { EventBusArn: 'event_bridge_config.event_bus_arn' },
      OpenSearchServiceConfig: { Endpoint: 'opensearchservice_config.endpoint' },
      RelationalDatabaseConfig: {
        RdsHttpEndpointConfig: block('relational_database_config.http_endpoint_config', {
          DbClusterIdentifier: 'db_cluster_identifier',
          AwsSecretStoreArn: 'aws_secret_store_arn',
        }),
      },
    },
    { name: 'name', attributes: { name: 'Name', arn: 'DataSourceArn' } },
  ),
  row('aws_appsync_resolver', 'AWS::AppSync::Resolver', {
    ApiId: 'api_id',
    TypeName: 'type',
    FieldName: 'field',
    Kind: 'kind',
    DataSourceName: 'data_source',
    PipelineConfig: { Functions: 'pipeline_config.functions' },
    Code: 'code',
    RequestMappingTemplate: 'request_template',
  }),
  row(
    'aws_appsync_function',
    'AWS::AppSync::FunctionConfiguration',
    { Name: 'name', ApiId: 'api_id', DataSourceName: 'data_source', Code: 'code' },
    { name: 'name', attributes: { function_id: 'FunctionId' } },
  ),
  row('aws_appsync_api_cache', 'AWS::AppSync::ApiCache', {
    ApiId: 'api_id',
    ApiCachingBehavior: 'api_caching_behavior',
    AtRestEncryptionEnabled: 'at_rest_encryption_enabled',
    TransitEncryptionEnabled: 'transit_encryption_enabled',
    Ttl: 'ttl',
  }),
  row(
    'aws_appsync_api',
    'AWS::AppSync::Api',
    {
      Name: 'name',
      EventConfig: block('event_config', {
        AuthProviders: blocks('auth_provider', {
          AuthType: 'auth_type',
          CognitoConfig: block('cognito_config', { UserPoolId: 'user_pool_id' }),
          OpenIDConnectConfig: block('openid_connect_config', { Issuer: 'issuer' }),
          LambdaAuthorizerConfig: block('lambda_authorizer_config', { AuthorizerUri: 'authorizer_uri' }),
        }),
        ConnectionAuthModes: modes('connection_auth_mode'),
        DefaultPublishAuthModes: modes('default_publish_auth_mode'),
        DefaultSubscribeAuthModes: modes('default_subscribe_auth_mode'),
        LogConfig: block('log_config', {
          CloudWatchLogsRoleArn: 'cloudwatch_logs_role_arn',
          LogLevel: 'log_level',
        }),
      }),
      Tags: tags,
    },
    { name: 'name', attributes: { api_id: 'ApiId', api_arn: 'ApiArn' } },
  ),
  row(
    'aws_appsync_channel_namespace',
    'AWS::AppSync::ChannelNamespace',
    {
      Name: 'name',
      ApiId: 'api_id',
      PublishAuthModes: modes('publish_auth_mode'),
      SubscribeAuthModes: modes('subscribe_auth_mode'),
      HandlerConfigs: block('handler_configs', {
        OnPublish: { Integration: { DataSourceName: 'on_publish.integration.data_source_name' } },
        OnSubscribe: { Integration: { DataSourceName: 'on_subscribe.integration.data_source_name' } },
      }),
    },
    { name: 'name' },
  ),
];
