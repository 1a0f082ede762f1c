import { data, entries, flag, mapping, number, section, text, values } from '../mapping.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';
const guide = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/';

const routeSettingFields = {
  dataTrace: flag('DataTraceEnabled', { default: false }),
  logLevel: text('LoggingLevel', { default: 'OFF' }),
  metrics: flag('DetailedMetricsEnabled', { default: false }),
  rateLimit: number('ThrottlingRateLimit'),
  burstLimit: number('ThrottlingBurstLimit'),
};

/** HTTP and WebSocket APIs (API Gateway v2). */
export const httpMappings = [
  mapping(
    'http-api',
    { types: ['AWS::ApiGatewayV2::Api'], name: 'Name', page: `${reference}aws-resource-apigatewayv2-api.html` },
    {
      name: text('Name'),
      /** HTTP or WEBSOCKET. With a body or the quick-create target it is HTTP. */
      protocol: text('ProtocolType', { default: 'HTTP' }),
      body: data('Body'),
      bodyLocation: data('BodyS3Location'),
      /** Quick create: the function or URL behind one catch-all route. */
      target: data('Target'),
      /** Quick create: the route in place of `$default`. */
      routeKey: text('RouteKey', { default: '$default' }),
      credentials: data('CredentialsArn'),
      defaultEndpointDisabled: flag('DisableExecuteApiEndpoint', { default: false }),
      routeSelection: text('RouteSelectionExpression', { default: '$request.method $request.path' }),
      apiKeySelection: text('ApiKeySelectionExpression', { default: '$request.header.x-api-key' }),
      cors: section('CorsConfiguration', {
        origins: values('AllowOrigins'),
        methods: values('AllowMethods'),
        headers: values('AllowHeaders'),
        credentials: flag('AllowCredentials', { default: false }),
      }),
      tags: entries('Tags'),
    },
  ),
  mapping(
    'http-route',
    { types: ['AWS::ApiGatewayV2::Route'], page: `${reference}aws-resource-apigatewayv2-route.html` },
    {
      api: data('ApiId'),
      /** `POST /orders`, `$default`, `$connect`. */
      key: text('RouteKey'),
      auth: text('AuthorizationType', { default: 'NONE' }),
      authorizer: data('AuthorizerId'),
      scopes: values('AuthorizationScopes'),
      /** WebSocket only. */
      apiKeyRequired: flag('ApiKeyRequired', { default: false }),
      /** `integrations/<id>`. */
      target: data('Target'),
    },
  ),
  mapping(
    'http-integration',
    { types: ['AWS::ApiGatewayV2::Integration'], page: `${reference}aws-resource-apigatewayv2-integration.html` },
    {
      api: data('ApiId'),
      type: text('IntegrationType'),
      subtype: text('IntegrationSubtype'),
      uri: data('IntegrationUri'),
      method: text('IntegrationMethod'),
      credentials: data('CredentialsArn'),
      connectionType: text('ConnectionType', { default: 'INTERNET' }),
      connection: data('ConnectionId'),
      payload: text('PayloadFormatVersion', { default: '1.0' }),
      /** Milliseconds. 30 s for HTTP, 29 s for WebSocket APIs when nothing is written. */
      timeout: number('TimeoutInMillis', { page: `${guide}http-api-quotas.html` }),
      requestParameters: entries('RequestParameters'),
    },
  ),
  mapping(
    'http-authorizer',
    { types: ['AWS::ApiGatewayV2::Authorizer'], page: `${reference}aws-resource-apigatewayv2-authorizer.html` },
    {
      name: text('Name'),
      api: data('ApiId'),
      /** JWT or REQUEST. */
      type: text('AuthorizerType'),
      uri: data('AuthorizerUri'),
      credentials: data('AuthorizerCredentialsArn'),
      identitySources: values('IdentitySource'),
      issuer: data('JwtConfiguration.Issuer'),
      audiences: values('JwtConfiguration.Audience'),
      /** Seconds. HTTP APIs keep nothing unless told. */
      cacheTime: number('AuthorizerResultTtlInSeconds', {
        default: 0,
        page: `${guide}http-api-lambda-authorizer.html`,
      }),
      simpleResponses: flag('EnableSimpleResponses', { default: false }),
    },
  ),
  mapping(
    'http-stage',
    { types: ['AWS::ApiGatewayV2::Stage'], page: `${reference}aws-resource-apigatewayv2-stage.html` },
    {
      name: text('StageName'),
      api: data('ApiId'),
      autoDeploy: flag('AutoDeploy', { default: false }),
      deployment: data('DeploymentId'),
      accessLog: section('AccessLogSettings', { destination: data('DestinationArn'), format: text('Format') }),
      clientCertificate: data('ClientCertificateId'),
      defaults: section('DefaultRouteSettings', routeSettingFields),
      /** A map from route key to settings. */
      routeSettings: entries('RouteSettings'),
      variables: entries('StageVariables'),
      tags: entries('Tags'),
    },
  ),
  mapping(
    'http-deployment',
    { types: ['AWS::ApiGatewayV2::Deployment'], page: `${reference}aws-resource-apigatewayv2-deployment.html` },
    { api: data('ApiId'), stageName: text('StageName') },
  ),
  mapping(
    'api-mapping',
    { types: ['AWS::ApiGatewayV2::ApiMapping'], page: `${reference}aws-resource-apigatewayv2-apimapping.html` },
    {
      api: data('ApiId'),
      domain: data('DomainName'),
      stage: data('Stage'),
      path: text('ApiMappingKey', { default: '' }),
    },
  ),
  mapping(
    'http-vpc-link',
    { types: ['AWS::ApiGatewayV2::VpcLink'], name: 'Name', page: `${reference}aws-resource-apigatewayv2-vpclink.html` },
    { name: text('Name'), subnets: values('SubnetIds'), securityGroups: values('SecurityGroupIds') },
  ),
] as const;
