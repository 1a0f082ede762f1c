import { data, entries, flag, list, mapping, number, section, text, values } from '../mapping.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';
const guide = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/';

/** What a stage says about some or all of its methods: `/*` and `*` mean every one. */
export const methodSettingFields = {
  method: text('HttpMethod', { default: '*' }),
  path: text('ResourcePath', { default: '/*' }),
  cacheEncrypted: flag('CacheDataEncrypted', { default: false }),
  cached: flag('CachingEnabled'),
  /** Seconds. */
  cacheTime: number('CacheTtlInSeconds', { default: 300 }),
  dataTrace: flag('DataTraceEnabled', { default: false }),
  logLevel: text('LoggingLevel', { default: 'OFF' }),
  metrics: flag('MetricsEnabled', { default: false }),
  /** Requests a second; the account's share without it. */
  rateLimit: number('ThrottlingRateLimit'),
  burstLimit: number('ThrottlingBurstLimit'),
};

/** `TimeoutInMillis` may be raised above 29 s for regional and private APIs only, by a quota. */
export const restIntegrationFields = {
  type: text('Type'),
  method: text('IntegrationHttpMethod'),
  uri: data('Uri'),
  credentials: data('Credentials'),
  connectionType: text('ConnectionType', { default: 'INTERNET' }),
  connection: data('ConnectionId'),
  /** Milliseconds. */
  timeout: number('TimeoutInMillis', { default: 29_000, page: `${guide}limits.html` }),
  requestParameters: entries('RequestParameters'),
  requestTemplates: entries('RequestTemplates'),
  passthrough: text('PassthroughBehavior', { default: 'WHEN_NO_MATCH' }),
  cacheKeys: values('CacheKeyParameters'),
};

/** REST APIs and what hangs on them. */
export const restMappings = [
  mapping(
    'rest-api',
    { types: ['AWS::ApiGateway::RestApi'], name: 'Name', page: `${reference}aws-resource-apigateway-restapi.html` },
    {
      name: text('Name'),
      /** An OpenAPI document in place. */
      body: data('Body'),
      bodyLocation: data('BodyS3Location'),
      cloneFrom: data('CloneFrom'),
      /** `overwrite` or `merge` of the body into what is there. */
      mode: text('Mode'),
      policy: data('Policy'),
      endpointTypes: values('EndpointConfiguration.Types'),
      vpcEndpoints: values('EndpointConfiguration.VpcEndpointIds'),
      defaultEndpointDisabled: flag('DisableExecuteApiEndpoint', { default: false }),
      apiKeySource: text('ApiKeySourceType', { default: 'HEADER' }),
      /** Bytes; no compression without it. */
      minimumCompression: number('MinimumCompressionSize'),
      binaryMediaTypes: values('BinaryMediaTypes'),
      securityPolicy: text('SecurityPolicy'),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
    },
  ),
  mapping(
    'rest-resource',
    { types: ['AWS::ApiGateway::Resource'], page: `${reference}aws-resource-apigateway-resource.html` },
    { api: data('RestApiId'), parent: data('ParentId'), part: text('PathPart') },
  ),
  mapping(
    'rest-method',
    { types: ['AWS::ApiGateway::Method'], page: `${reference}aws-resource-apigateway-method.html` },
    {
      api: data('RestApiId'),
      resource: data('ResourceId'),
      method: text('HttpMethod'),
      auth: text('AuthorizationType', { default: 'NONE' }),
      authorizer: data('AuthorizerId'),
      scopes: values('AuthorizationScopes'),
      apiKeyRequired: flag('ApiKeyRequired', { default: false }),
      requestValidator: data('RequestValidatorId'),
      requestModels: entries('RequestModels'),
      requestParameters: entries('RequestParameters'),
      integration: section('Integration', restIntegrationFields),
    },
  ),
  mapping(
    'rest-authorizer',
    { types: ['AWS::ApiGateway::Authorizer'], page: `${reference}aws-resource-apigateway-authorizer.html` },
    {
      name: text('Name'),
      api: data('RestApiId'),
      /** TOKEN, REQUEST or COGNITO_USER_POOLS. */
      type: text('Type'),
      uri: data('AuthorizerUri'),
      credentials: data('AuthorizerCredentials'),
      /** `method.request.header.Authorization`, several with commas. */
      identitySource: text('IdentitySource'),
      validation: text('IdentityValidationExpression'),
      providers: values('ProviderARNs'),
      /** Seconds; 0 keeps nothing. */
      cacheTime: number('AuthorizerResultTtlInSeconds', { default: 300 }),
    },
  ),
  mapping(
    'request-validator',
    { types: ['AWS::ApiGateway::RequestValidator'], page: `${reference}aws-resource-apigateway-requestvalidator.html` },
    {
      name: text('Name'),
      api: data('RestApiId'),
      body: flag('ValidateRequestBody', { default: false }),
      parameters: flag('ValidateRequestParameters', { default: false }),
    },
  ),
  mapping(
    'rest-model',
    { types: ['AWS::ApiGateway::Model'], page: `${reference}aws-resource-apigateway-model.html` },
    { name: text('Name'), api: data('RestApiId'), contentType: text('ContentType'), schema: data('Schema') },
  ),
  mapping(
    'rest-stage',
    { types: ['AWS::ApiGateway::Stage'], page: `${reference}aws-resource-apigateway-stage.html` },
    {
      name: text('StageName'),
      api: data('RestApiId'),
      deployment: data('DeploymentId'),
      accessLog: section('AccessLogSetting', { destination: data('DestinationArn'), format: text('Format') }),
      cacheCluster: flag('CacheClusterEnabled', { default: false }),
      cacheClusterSize: text('CacheClusterSize'),
      clientCertificate: data('ClientCertificateId'),
      methodSettings: list('MethodSettings', methodSettingFields),
      tracing: flag('TracingEnabled', { default: false }),
      variables: entries('Variables'),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
    },
  ),
  mapping(
    'rest-deployment',
    { types: ['AWS::ApiGateway::Deployment'], page: `${reference}aws-resource-apigateway-deployment.html` },
    {
      api: data('RestApiId'),
      /** Makes a stage of this name beside the deployment. */
      stageName: text('StageName'),
      stage: section('StageDescription', {
        ...methodSettingFields,
        accessLog: section('AccessLogSetting', { destination: data('DestinationArn'), format: text('Format') }),
        cacheCluster: flag('CacheClusterEnabled', { default: false }),
        cacheClusterSize: text('CacheClusterSize'),
        clientCertificate: data('ClientCertificateId'),
        methodSettings: list('MethodSettings', methodSettingFields),
        tracing: flag('TracingEnabled', { default: false }),
        variables: entries('Variables'),
      }),
    },
  ),
  mapping(
    'usage-plan',
    {
      types: ['AWS::ApiGateway::UsagePlan'],
      name: 'UsagePlanName',
      page: `${reference}aws-resource-apigateway-usageplan.html`,
    },
    {
      name: text('UsagePlanName'),
      stages: list('ApiStages', { api: data('ApiId'), stage: data('Stage') }),
      rateLimit: number('Throttle.RateLimit'),
      burstLimit: number('Throttle.BurstLimit'),
      quota: number('Quota.Limit'),
      quotaPeriod: text('Quota.Period'),
    },
  ),
  mapping(
    'usage-plan-key',
    { types: ['AWS::ApiGateway::UsagePlanKey'], page: `${reference}aws-resource-apigateway-usageplankey.html` },
    { key: data('KeyId'), plan: data('UsagePlanId') },
  ),
  mapping(
    'api-key',
    { types: ['AWS::ApiGateway::ApiKey'], name: 'Name', page: `${reference}aws-resource-apigateway-apikey.html` },
    {
      name: text('Name'),
      enabled: flag('Enabled', { default: false }),
      value: data('Value'),
      stages: list('StageKeys', { api: data('RestApiId'), stage: data('StageName') }),
    },
  ),
  mapping(
    'domain-name',
    {
      types: ['AWS::ApiGateway::DomainName', 'AWS::ApiGateway::DomainNameV2', 'AWS::ApiGatewayV2::DomainName'],
      name: 'DomainName',
      page: `${reference}aws-resource-apigateway-domainname.html`,
    },
    {
      name: text('DomainName'),
      /** REST domains; those of HTTP and WebSocket APIs write it in `configurations`. */
      securityPolicy: text('SecurityPolicy'),
      endpointTypes: values('EndpointConfiguration.Types'),
      accessMode: text('EndpointAccessMode'),
      certificate: data('CertificateArn'),
      regionalCertificate: data('RegionalCertificateArn'),
      policy: data('Policy'),
      mutualTls: section('MutualTlsAuthentication', {
        truststore: text('TruststoreUri'),
        truststoreVersion: text('TruststoreVersion'),
      }),
      configurations: list('DomainNameConfigurations', {
        endpointType: text('EndpointType', { default: 'REGIONAL' }),
        securityPolicy: text('SecurityPolicy', { default: 'TLS_1_2' }),
        certificate: data('CertificateArn'),
      }),
    },
  ),
  mapping(
    'base-path-mapping',
    {
      types: ['AWS::ApiGateway::BasePathMapping', 'AWS::ApiGateway::BasePathMappingV2'],
      page: `${reference}aws-resource-apigateway-basepathmapping.html`,
    },
    {
      api: data('RestApiId'),
      domain: data('DomainName'),
      domainArn: data('DomainNameArn'),
      stage: data('Stage'),
      path: text('BasePath', { default: '' }),
    },
  ),
  mapping(
    'gateway-response',
    { types: ['AWS::ApiGateway::GatewayResponse'], page: `${reference}aws-resource-apigateway-gatewayresponse.html` },
    {
      api: data('RestApiId'),
      type: text('ResponseType'),
      status: text('StatusCode'),
      parameters: entries('ResponseParameters'),
      templates: entries('ResponseTemplates'),
    },
  ),
  mapping(
    'rest-vpc-link',
    { types: ['AWS::ApiGateway::VpcLink'], name: 'Name', page: `${reference}aws-resource-apigateway-vpclink.html` },
    { name: text('Name'), targets: values('TargetArns') },
  ),
  mapping(
    'client-certificate',
    {
      types: ['AWS::ApiGateway::ClientCertificate'],
      page: `${reference}aws-resource-apigateway-clientcertificate.html`,
    },
    { description: text('Description') },
  ),
  mapping(
    'api-account',
    { types: ['AWS::ApiGateway::Account'], page: `${reference}aws-resource-apigateway-account.html` },
    { logRole: data('CloudWatchRoleArn') },
  ),
] as const;
