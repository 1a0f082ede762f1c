import { asText, type Value } from '@leastwise/model';
import type { TerraformInstance } from '../instance.ts';
import { argument, isNothing } from './argument.ts';
import { document } from './document.ts';
import { block, blocks, either, into, known, mapOf, orElse, readProperties, unless } from './read.ts';
import { joinRow, row, type Contribution, type Properties, type Read, type Row, type Scope } from './row.ts';
import { tags } from './tags.ts';

const methodSettings: Properties = {
  CacheDataEncrypted: 'cache_data_encrypted',
  CachingEnabled: 'caching_enabled',
  CacheTtlInSeconds: 'cache_ttl_in_seconds',
  DataTraceEnabled: 'data_trace_enabled',
  LoggingLevel: 'logging_level',
  MetricsEnabled: 'metrics_enabled',
  // -1 is the provider's word for no limit of its own.
  ThrottlingRateLimit: unless('throttling_rate_limit', -1),
  ThrottlingBurstLimit: unless('throttling_burst_limit', -1),
};

/** `orders/GET` → `/orders` and `GET`; every method is `*` followed by another. */
const settingPath: Properties = {
  HttpMethod: (scope) => {
    const path = argument(scope.block, 'method_path');
    const tail = /([^/]*)$/.exec(lastText(path))?.[1] ?? '';
    return known(tail === '' ? '*' : tail, path.origin);
  },
  ResourcePath: (scope) => {
    const path = argument(scope.block, 'method_path');
    const text = asText(path);
    if (text === undefined) return path;
    const resource = text.slice(0, Math.max(0, text.lastIndexOf('/')));
    return known(`/${resource.replaceAll('~1', '/').replace(/^\//, '')}`, path.origin);
  },
};

function lastText(value: Value): string {
  if (value.kind !== 'text') return asText(value) ?? '';
  const last = value.parts.at(-1);
  return typeof last === 'string' ? last : '';
}

/** The stage by reference, or by its name among those of the API; a deployment may make a stage too. */
function settingsOfStage(scope: Scope): readonly Contribution[] {
  const at = scope.instance.location;
  const setting = mapOf(
    new Map([
      ...members(readProperties(settingPath, scope)),
      ...members(block('settings', methodSettings)(scope) ?? known(null, at)),
    ]),
    at,
  );
  const settings = mapOf({ MethodSettings: known([setting], at) }, at);
  const stage = stageOf(scope);
  if (stage === undefined)
    return [{ target: argument(scope.block, 'stage_name'), types: ['AWS::ApiGateway::Stage'], properties: settings }];
  const target: Value = { kind: 'reference', node: stage.id, attribute: 'Ref', origin: at };
  return stage.type === 'aws_api_gateway_stage'
    ? [{ target, types: ['AWS::ApiGateway::Stage'], properties: settings }]
    : [
        {
          target,
          types: ['AWS::ApiGateway::Deployment'],
          properties: mapOf({ StageDescription: settings }, at),
        },
      ];
}

function members(value: Value): readonly (readonly [string, Value])[] {
  return value.kind === 'known' && value.value instanceof Map ? [...(value.value as ReadonlyMap<string, Value>)] : [];
}

function stageOf(scope: Scope): TerraformInstance | undefined {
  const name = argument(scope.block, 'stage_name');
  const direct = scope.lookups.find(name, ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment']);
  if (direct !== undefined && name.kind === 'reference') return direct;
  return scope.lookups
    .index('stages', ['aws_api_gateway_stage', 'aws_api_gateway_deployment'], stageKey)
    .get(stageKey(scope.block));
}

function stageKey(body: Value): string {
  return `${spelled(argument(body, 'rest_api_id'))} ${spelled(argument(body, 'stage_name'))}`;
}

/** The same for two values that name the same thing. */
function spelled(value: Value): string {
  switch (value.kind) {
    case 'reference':
      return `<${value.node} ${value.attribute === 'Ref' ? '' : value.attribute}>`;
    case 'text':
      return value.parts.map((part) => (typeof part === 'string' ? part : spelled(part))).join('');
    case 'unknown':
      return `<${value.name ?? value.reason}>`;
    default:
      return asText(value) ?? '';
  }
}

function methodKey(body: Value): string {
  const method = spelled(argument(body, 'http_method'));
  return [spelled(argument(body, 'rest_api_id')), spelled(argument(body, 'resource_id')), method.toUpperCase()].join(
    '\n',
  );
}

/** CloudFormation writes an integration inside its method. */
function integrationOf(scope: Scope): readonly Contribution[] {
  const method = scope.lookups.index('methods', ['aws_api_gateway_method'], methodKey).get(methodKey(scope.block));
  if (method === undefined) return [];
  const at = scope.instance.location;
  return [
    {
      target: { kind: 'reference', node: method.id, attribute: 'Ref', origin: at },
      types: ['AWS::ApiGateway::Method'],
      properties: mapOf({ Integration: { ...readProperties(integration, scope), origin: at } }, at),
    },
  ];
}

const integration: Properties = {
  Type: 'type',
  IntegrationHttpMethod: 'integration_http_method',
  Uri: 'uri',
  Credentials: 'credentials',
  ConnectionType: 'connection_type',
  ConnectionId: 'connection_id',
  TimeoutInMillis: 'timeout_milliseconds',
  RequestParameters: 'request_parameters',
  RequestTemplates: 'request_templates',
  PassthroughBehavior: 'passthrough_behavior',
  CacheKeyParameters: 'cache_key_parameters',
};

const accessLog: Read = block('access_log_settings', { DestinationArn: 'destination_arn', Format: 'format' });

export const execution = 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Ref}';

const authorizerType: Read = orElse('type', 'TOKEN');

export const restRows: readonly Row[] = [
  row(
    'aws_api_gateway_rest_api',
    'AWS::ApiGateway::RestApi',
    {
      Name: 'name',
      Description: 'description',
      Body: document('body', 'yaml'),
      Mode: 'put_rest_api_mode',
      Policy: document('policy'),
      EndpointConfiguration: block('endpoint_configuration', { Types: 'types', VpcEndpointIds: 'vpc_endpoint_ids' }),
      DisableExecuteApiEndpoint: 'disable_execute_api_endpoint',
      ApiKeySourceType: 'api_key_source',
      MinimumCompressionSize: unless('minimum_compression_size', -1),
      BinaryMediaTypes: 'binary_media_types',
      Tags: tags,
    },
    {
      name: 'name',
      attributes: {
        name: 'Name',
        root_resource_id: 'RootResourceId',
        execution_arn: execution,
        arn: 'arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/${Ref}',
      },
    },
  ),
  joinRow(
    'aws_api_gateway_rest_api_policy',
    'rest_api_id',
    into('rest_api_id', ['AWS::ApiGateway::RestApi'], { Policy: document('policy') }),
  ),
  row('aws_api_gateway_resource', 'AWS::ApiGateway::Resource', {
    RestApiId: 'rest_api_id',
    ParentId: 'parent_id',
    PathPart: 'path_part',
  }),
  row('aws_api_gateway_method', 'AWS::ApiGateway::Method', {
    RestApiId: 'rest_api_id',
    ResourceId: 'resource_id',
    HttpMethod: 'http_method',
    AuthorizationType: 'authorization',
    AuthorizerId: 'authorizer_id',
    AuthorizationScopes: 'authorization_scopes',
    ApiKeyRequired: 'api_key_required',
    RequestValidatorId: 'request_validator_id',
    RequestModels: 'request_models',
    RequestParameters: 'request_parameters',
  }),
  joinRow('aws_api_gateway_integration', undefined, integrationOf),
  row('aws_api_gateway_authorizer', 'AWS::ApiGateway::Authorizer', {
    Name: 'name',
    RestApiId: 'rest_api_id',
    Type: authorizerType,
    AuthorizerUri: 'authorizer_uri',
    AuthorizerCredentials: 'authorizer_credentials',
    IdentitySource: (scope) => {
      const type = asText(authorizerType(scope) ?? known(null, scope.block.origin));
      const written = argument(scope.block, 'identity_source');
      // Tokens of a user pool are read from a header that only the platform names.
      return type === 'COGNITO_USER_POOLS' || !isNothing(written)
        ? written
        : known('method.request.header.Authorization', scope.instance.keyRange);
    },
    IdentityValidationExpression: 'identity_validation_expression',
    ProviderARNs: 'provider_arns',
    AuthorizerResultTtlInSeconds: 'authorizer_result_ttl_in_seconds',
  }),
  row('aws_api_gateway_request_validator', 'AWS::ApiGateway::RequestValidator', {
    Name: 'name',
    RestApiId: 'rest_api_id',
    ValidateRequestBody: 'validate_request_body',
    ValidateRequestParameters: 'validate_request_parameters',
  }),
  row('aws_api_gateway_model', 'AWS::ApiGateway::Model', {
    Name: 'name',
    RestApiId: 'rest_api_id',
    ContentType: 'content_type',
    Schema: document('schema'),
  }),
  row(
    'aws_api_gateway_stage',
    'AWS::ApiGateway::Stage',
    {
      StageName: 'stage_name',
      RestApiId: 'rest_api_id',
      DeploymentId: 'deployment_id',
      AccessLogSetting: accessLog,
      CacheClusterEnabled: 'cache_cluster_enabled',
      CacheClusterSize: 'cache_cluster_size',
      ClientCertificateId: 'client_certificate_id',
      TracingEnabled: 'xray_tracing_enabled',
      Variables: 'variables',
      Tags: tags,
    },
    { attributes: { stage_name: 'Ref', execution_arn: 'ExecutionArn', invoke_url: 'InvokeUrl' } },
  ),
  joinRow('aws_api_gateway_method_settings', undefined, settingsOfStage, { withoutOwner: 'open' }),
  row('aws_api_gateway_deployment', 'AWS::ApiGateway::Deployment', {
    RestApiId: 'rest_api_id',
    StageName: 'stage_name',
    StageDescription: { Variables: 'variables' },
  }),
  row(
    'aws_api_gateway_usage_plan',
    'AWS::ApiGateway::UsagePlan',
    {
      UsagePlanName: 'name',
      ApiStages: blocks('api_stages', { ApiId: 'api_id', Stage: 'stage' }),
      Throttle: block('throttle_settings', { RateLimit: 'rate_limit', BurstLimit: 'burst_limit' }),
      Quota: block('quota_settings', { Limit: 'limit', Period: 'period' }),
    },
    { name: 'name' },
  ),
  row('aws_api_gateway_usage_plan_key', 'AWS::ApiGateway::UsagePlanKey', {
    KeyId: 'key_id',
    UsagePlanId: 'usage_plan_id',
  }),
  row(
    'aws_api_gateway_api_key',
    'AWS::ApiGateway::ApiKey',
    { Name: 'name', Enabled: orElse('enabled', true), Value: 'value' },
    { name: 'name' },
  ),
  row(
    'aws_api_gateway_domain_name',
    'AWS::ApiGateway::DomainName',
    {
      DomainName: 'domain_name',
      SecurityPolicy: 'security_policy',
      EndpointConfiguration: block('endpoint_configuration', { Types: 'types' }),
      CertificateArn: 'certificate_arn',
      RegionalCertificateArn: 'regional_certificate_arn',
      Policy: document('policy'),
      MutualTlsAuthentication: block('mutual_tls_authentication', {
        TruststoreUri: 'truststore_uri',
        TruststoreVersion: 'truststore_version',
      }),
    },
    { name: 'domain_name', attributes: { domain_name: 'Ref' } },
  ),
  row('aws_api_gateway_base_path_mapping', 'AWS::ApiGateway::BasePathMapping', {
    RestApiId: 'api_id',
    DomainName: either('domain_name', 'domain_name_id'),
    Stage: 'stage_name',
    BasePath: 'base_path',
  }),
  row('aws_api_gateway_gateway_response', 'AWS::ApiGateway::GatewayResponse', {
    RestApiId: 'rest_api_id',
    ResponseType: 'response_type',
    StatusCode: 'status_code',
    ResponseParameters: 'response_parameters',
    ResponseTemplates: 'response_templates',
  }),
  row(
    'aws_api_gateway_vpc_link',
    'AWS::ApiGateway::VpcLink',
    { Name: 'name', TargetArns: 'target_arns' },
    { name: 'name' },
  ),
  row('aws_api_gateway_client_certificate', 'AWS::ApiGateway::ClientCertificate', { Description: 'description' }),
  row('aws_api_gateway_account', 'AWS::ApiGateway::Account', { CloudWatchRoleArn: 'cloudwatch_role_arn' }),
];
