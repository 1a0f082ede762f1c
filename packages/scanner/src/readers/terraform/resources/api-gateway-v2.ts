import { asList, asText, type Value } from '@leastwise/model';
import { argument, isNothing } from './argument.ts';
import { execution } from './api-gateway-rest.ts';
import { document } from './document.ts';
import { block, blocks, known, readProperties, within } from './read.ts';
import { row, type Properties, type Row, type Scope } from './row.ts';
import { tagMap } from './tags.ts';

const routeSettings: Properties = {
  DataTraceEnabled: 'data_trace_enabled',
  LoggingLevel: 'logging_level',
  DetailedMetricsEnabled: 'detailed_metrics_enabled',
  ThrottlingRateLimit: 'throttling_rate_limit',
  ThrottlingBurstLimit: 'throttling_burst_limit',
};

/** CloudFormation has a map from route key to settings where Terraform has blocks. */
function settingsByRoute(scope: Scope): Value | undefined {
  const written = argument(scope.block, 'route_settings');
  const items = asList(written);
  if (items === undefined) return isNothing(written) ? undefined : written;
  const entries = items.flatMap((item): readonly (readonly [string, Value])[] => {
    const key = asText(argument(item, 'route_key'));
    return key === undefined ? [] : [[key, readProperties(routeSettings, within(scope, item))]];
  });
  return known(new Map(entries), written.origin);
}

/**
 * The provider keeps answers of a Lambda authorizer for five minutes when nobody says how long, as the console does.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_authorizer#authorizer_result_ttl_in_seconds-1
 */
function cacheTime(scope: Scope): Value | undefined {
  const written = argument(scope.block, 'authorizer_result_ttl_in_seconds');
  if (!isNothing(written)) return written;
  const asksForTokens = asText(argument(scope.block, 'authorizer_type')) === 'REQUEST';
  const sources = asList(argument(scope.block, 'identity_sources')) ?? [];
  const api = scope.lookups.find(argument(scope.block, 'api_id'), ['AWS::ApiGatewayV2::Api']);
  const protocol = api === undefined ? undefined : asText(argument(scope.lookups.bodyOf(api), 'protocol_type'));
  return asksForTokens && sources.length > 0 && protocol === 'HTTP' ? known(300, scope.instance.keyRange) : undefined;
}

export const httpRows: readonly Row[] = [
  row(
    'aws_apigatewayv2_api',
    'AWS::ApiGatewayV2::Api',
    {
      Name: 'name',
      ProtocolType: 'protocol_type',
      Body: document('body', 'yaml'),
      Target: 'target',
      RouteKey: 'route_key',
      CredentialsArn: 'credentials_arn',
      DisableExecuteApiEndpoint: 'disable_execute_api_endpoint',
      RouteSelectionExpression: 'route_selection_expression',
      ApiKeySelectionExpression: 'api_key_selection_expression',
      CorsConfiguration: block('cors_configuration', {
        AllowOrigins: 'allow_origins',
        AllowMethods: 'allow_methods',
        AllowHeaders: 'allow_headers',
        AllowCredentials: 'allow_credentials',
        ExposeHeaders: 'expose_headers',
        MaxAge: 'max_age',
      }),
      Tags: tagMap,
    },
    {
      name: 'name',
      attributes: { name: 'Name', api_endpoint: 'ApiEndpoint', execution_arn: execution, arn: execution },
    },
  ),
  row('aws_apigatewayv2_route', 'AWS::ApiGatewayV2::Route', {
    ApiId: 'api_id',
    RouteKey: 'route_key',
    AuthorizationType: 'authorization_type',
    AuthorizerId: 'authorizer_id',
    AuthorizationScopes: 'authorization_scopes',
    ApiKeyRequired: 'api_key_required',
    Target: 'target',
  }),
  row('aws_apigatewayv2_integration', 'AWS::ApiGatewayV2::Integration', {
    ApiId: 'api_id',
    IntegrationType: 'integration_type',
    IntegrationSubtype: 'integration_subtype',
    IntegrationUri: 'integration_uri',
    IntegrationMethod: 'integration_method',
    CredentialsArn: 'credentials_arn',
    ConnectionType: 'connection_type',
    ConnectionId: 'connection_id',
    PayloadFormatVersion: 'payload_format_version',
    TimeoutInMillis: 'timeout_milliseconds',
    RequestParameters: 'request_parameters',
  }),
  row('aws_apigatewayv2_authorizer', 'AWS::ApiGatewayV2::Authorizer', {
    Name: 'name',
    ApiId: 'api_id',
    AuthorizerType: 'authorizer_type',
    AuthorizerUri: 'authorizer_uri',
    AuthorizerCredentialsArn: 'authorizer_credentials_arn',
    IdentitySource: 'identity_sources',
    JwtConfiguration: block('jwt_configuration', { Issuer: 'issuer', Audience: 'audience' }),
    AuthorizerResultTtlInSeconds: cacheTime,
    EnableSimpleResponses: 'enable_simple_responses',
    AuthorizerPayloadFormatVersion: 'authorizer_payload_format_version',
  }),
  row(
    'aws_apigatewayv2_stage',
    'AWS::ApiGatewayV2::Stage',
    {
      StageName: 'name',
      ApiId: 'api_id',
      AutoDeploy: 'auto_deploy',
      DeploymentId: 'deployment_id',
      AccessLogSettings: block('access_log_settings', { DestinationArn: 'destination_arn', Format: 'format' }),
      ClientCertificateId: 'client_certificate_id',
      DefaultRouteSettings: block('default_route_settings', routeSettings),
      RouteSettings: settingsByRoute,
      StageVariables: 'stage_variables',
      Tags: tagMap,
    },
    { attributes: { execution_arn: 'ExecutionArn', invoke_url: 'InvokeUrl' } },
  ),
  row('aws_apigatewayv2_deployment', 'AWS::ApiGatewayV2::Deployment', { ApiId: 'api_id' }),
  row('aws_apigatewayv2_api_mapping', 'AWS::ApiGatewayV2::ApiMapping', {
    ApiId: 'api_id',
    DomainName: 'domain_name',
    Stage: 'stage',
    ApiMappingKey: 'api_mapping_key',
  }),
  row(
    'aws_apigatewayv2_vpc_link',
    'AWS::ApiGatewayV2::VpcLink',
    { Name: 'name', SubnetIds: 'subnet_ids', SecurityGroupIds: 'security_group_ids' },
    { name: 'name' },
  ),
  row(
    'aws_apigatewayv2_domain_name',
    'AWS::ApiGatewayV2::DomainName',
    {
      DomainName: 'domain_name',
      DomainNameConfigurations: blocks('domain_name_configuration', {
        EndpointType: 'endpoint_type',
        SecurityPolicy: 'security_policy',
        CertificateArn: 'certificate_arn',
      }),
      MutualTlsAuthentication: block('mutual_tls_authentication', {
        TruststoreUri: 'truststore_uri',
        TruststoreVersion: 'truststore_version',
      }),
    },
    { name: 'domain_name', attributes: { domain_name: 'Ref' } },
  ),
];
