import type { EquivalenceCase } from './case.fixture.ts';

const place = { 'aws_lambda_function.place_order': { function_name: 'place-order', runtime: 'nodejs24.x' } };
const placeTemplate = `
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: place-order, Runtime: nodejs24.x }
`;

export const apiCases: readonly EquivalenceCase[] = [
  {
    title: 'a REST API of resources',
    terraform: {
      ...place,
      'aws_api_gateway_rest_api.shop': {
        name: 'shop',
        minimum_compression_size: -1,
        endpoint_configuration: [{ types: ['REGIONAL'] }],
      },
      'aws_api_gateway_rest_api_policy.shop_policy': {
        rest_api_id: '${aws_api_gateway_rest_api.shop.id}',
        policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"*"}]}',
      },
      'aws_api_gateway_resource.order_list': {
        rest_api_id: '${aws_api_gateway_rest_api.shop.id}',
        parent_id: '${aws_api_gateway_rest_api.shop.root_resource_id}',
        path_part: 'orders',
      },
      'aws_api_gateway_authorizer.customers': {
        name: 'customers',
        rest_api_id: '${aws_api_gateway_rest_api.shop.id}',
        authorizer_uri: '${aws_lambda_function.place_order.invoke_arn}',
      },
      'aws_api_gateway_method.post_order': {
        rest_api_id: '${aws_api_gateway_rest_api.shop.id}',
        resource_id: '${aws_api_gateway_resource.order_list.id}',
        http_method: 'POST',
        authorization: 'CUSTOM',
        authorizer_id: '${aws_api_gateway_authorizer.customers.id}',
      },
      'aws_api_gateway_integration.to_place_order': {
        rest_api_id: '${aws_api_gateway_rest_api.shop.id}',
        resource_id: '${aws_api_gateway_resource.order_list.id}',
        http_method: 'POST',
        type: 'AWS_PROXY',
        integration_http_method: 'POST',
        uri: '${aws_lambda_function.place_order.invoke_arn}',
      },
      'aws_api_gateway_deployment.release': { rest_api_id: '${aws_api_gateway_rest_api.shop.id}' },
      'aws_api_gateway_stage.live': {
        stage_name: 'live',
        rest_api_id: '${aws_api_gateway_rest_api.shop.id}',
        deployment_id: '${aws_api_gateway_deployment.release.id}',
        xray_tracing_enabled: true,
        access_log_settings: [
          { destination_arn: 'arn:aws:logs:eu-west-1:111122223333:log-group:shop', format: '$context.requestId' },
        ],
        variables: { colour: 'blue' },
      },
      'aws_api_gateway_method_settings.everywhere': {
        rest_api_id: '${aws_api_gateway_rest_api.shop.id}',
        stage_name: '${aws_api_gateway_stage.live.stage_name}',
        method_path: '*/*',
        settings: [
          { metrics_enabled: true, logging_level: 'INFO', throttling_rate_limit: 10, throttling_burst_limit: -1 },
        ],
      },
      'aws_lambda_permission.from_shop': {
        function_name: '${aws_lambda_function.place_order.function_name}',
        action: 'lambda:InvokeFunction',
        principal: 'apigateway.amazonaws.com',
        source_arn: '${aws_api_gateway_rest_api.shop.execution_arn}/*/*',
      },
      'aws_api_gateway_api_key.partner': { name: 'partner' },
      'aws_api_gateway_usage_plan.basic': {
        name: 'basic',
        api_stages: [
          { api_id: '${aws_api_gateway_rest_api.shop.id}', stage: '${aws_api_gateway_stage.live.stage_name}' },
        ],
        throttle_settings: [{ rate_limit: 5, burst_limit: 10 }],
        quota_settings: [{ limit: 1000, period: 'DAY' }],
      },
      'aws_wafv2_web_acl.shield': {
        name: 'shield',
        scope: 'REGIONAL',
        default_action: [{ allow: [{}] }],
        rule: [
          {
            name: 'rate',
            priority: 1,
            action: [{ block: [{}] }],
            statement: [{ rate_based_statement: [{ limit: 500, aggregate_key_type: 'IP' }] }],
          },
        ],
      },
      'aws_wafv2_web_acl_association.guard': {
        resource_arn: '${aws_api_gateway_stage.live.arn}',
        web_acl_arn: '${aws_wafv2_web_acl.shield.arn}',
      },
    },
    template: `${placeTemplate}
  Shop:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: shop
      EndpointConfiguration: { Types: [REGIONAL] }
      Policy: { Statement: [{ Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }] }
  OrderList:
    Type: AWS::ApiGateway::Resource
    Properties: { RestApiId: !Ref Shop, ParentId: !GetAtt Shop.RootResourceId, PathPart: orders }
  Customers:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      Name: customers
      RestApiId: !Ref Shop
      Type: TOKEN
      IdentitySource: method.request.header.Authorization
      AuthorizerUri: !Sub arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${PlaceOrder.Arn}/invocations
  PostOrder:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Shop
      ResourceId: !Ref OrderList
      HttpMethod: POST
      AuthorizationType: CUSTOM
      AuthorizerId: !Ref Customers
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: POST
        Uri: !Sub arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${PlaceOrder.Arn}/invocations
  Release:
    Type: AWS::ApiGateway::Deployment
    Properties: { RestApiId: !Ref Shop }
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      StageName: live
      RestApiId: !Ref Shop
      DeploymentId: !Ref Release
      TracingEnabled: true
      AccessLogSetting: { DestinationArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:shop', Format: $context.requestId }
      Variables: { colour: blue }
      MethodSettings:
        - { HttpMethod: '*', ResourcePath: '/*', MetricsEnabled: true, LoggingLevel: INFO, ThrottlingRateLimit: 10 }
  FromShop:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref PlaceOrder
      Action: lambda:InvokeFunction
      Principal: apigateway.amazonaws.com
      SourceArn: !Sub arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Shop}/*/*
  Partner:
    Type: AWS::ApiGateway::ApiKey
    Properties: { Name: partner, Enabled: true }
  Basic:
    Type: AWS::ApiGateway::UsagePlan
    Properties:
      UsagePlanName: basic
      ApiStages: [{ ApiId: !Ref Shop, Stage: !Ref Live }]
      Throttle: { RateLimit: 5, BurstLimit: 10 }
      Quota: { Limit: 1000, Period: DAY }
  Shield:
    Type: AWS::WAFv2::WebACL
    Properties:
      Name: shield
      Scope: REGIONAL
      DefaultAction: { Allow: {} }
      Rules:
        - Name: rate
          Priority: 1
          Action: { Block: {} }
          Statement: { RateBasedStatement: { Limit: 500, AggregateKeyType: IP } }
  Guard:
    Type: AWS::WAFv2::WebACLAssociation
    Properties: { ResourceArn: !GetAtt Live.Arn, WebACLArn: !GetAtt Shield.Arn }
`,
  },
  {
    title: 'an HTTP API with tokens of a user pool',
    terraform: {
      ...place,
      'aws_cognito_user_pool.customers': {
        name: 'customers',
        mfa_configuration: 'ON',
        software_token_mfa_configuration: [{ enabled: true }],
        password_policy: [{ minimum_length: 12, require_numbers: true }],
        admin_create_user_config: [{ allow_admin_create_user_only: true }],
        lambda_config: [{ pre_sign_up: '${aws_lambda_function.place_order.arn}' }],
      },
      'aws_apigatewayv2_api.shop': {
        name: 'shop',
        protocol_type: 'HTTP',
        cors_configuration: [{ allow_origins: ['*'], allow_credentials: true }],
      },
      'aws_apigatewayv2_authorizer.tokens': {
        name: 'tokens',
        api_id: '${aws_apigatewayv2_api.shop.id}',
        authorizer_type: 'JWT',
        identity_sources: ['$request.header.Authorization'],
        jwt_configuration: [{ issuer: 'https://${aws_cognito_user_pool.customers.endpoint}', audience: ['web'] }],
      },
      'aws_apigatewayv2_integration.to_place_order': {
        api_id: '${aws_apigatewayv2_api.shop.id}',
        integration_type: 'AWS_PROXY',
        integration_uri: '${aws_lambda_function.place_order.invoke_arn}',
        payload_format_version: '2.0',
      },
      'aws_apigatewayv2_route.post_order': {
        api_id: '${aws_apigatewayv2_api.shop.id}',
        route_key: 'POST /orders',
        authorization_type: 'JWT',
        authorizer_id: '${aws_apigatewayv2_authorizer.tokens.id}',
        target: 'integrations/${aws_apigatewayv2_integration.to_place_order.id}',
      },
      'aws_apigatewayv2_stage.default_stage': {
        name: '$default',
        api_id: '${aws_apigatewayv2_api.shop.id}',
        auto_deploy: true,
        default_route_settings: [{ throttling_rate_limit: 50, throttling_burst_limit: 20 }],
        route_settings: [{ route_key: 'POST /orders', throttling_rate_limit: 5 }],
      },
    },
    template: `${placeTemplate}
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
      MfaConfiguration: 'ON'
      EnabledMfas: [SOFTWARE_TOKEN_MFA]
      Policies: { PasswordPolicy: { MinimumLength: 12, RequireNumbers: true } }
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true }
      LambdaConfig: { PreSignUp: !GetAtt PlaceOrder.Arn }
  Shop:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: shop
      ProtocolType: HTTP
      CorsConfiguration: { AllowOrigins: ['*'], AllowCredentials: true }
  Tokens:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      Name: tokens
      ApiId: !Ref Shop
      AuthorizerType: JWT
      IdentitySource: [$request.header.Authorization]
      JwtConfiguration: { Issuer: !Sub 'https://\${Customers.ProviderName}', Audience: [web] }
  ToPlaceOrder:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Shop
      IntegrationType: AWS_PROXY
      IntegrationUri: !Sub arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${PlaceOrder.Arn}/invocations
      PayloadFormatVersion: '2.0'
  PostOrder:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Shop
      RouteKey: POST /orders
      AuthorizationType: JWT
      AuthorizerId: !Ref Tokens
      Target: !Sub integrations/\${ToPlaceOrder}
  DefaultStage:
    Type: AWS::ApiGatewayV2::Stage
    Properties:
      StageName: $default
      ApiId: !Ref Shop
      AutoDeploy: true
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 20 }
      RouteSettings: { POST /orders: { ThrottlingRateLimit: 5 } }
`,
  },
  {
    title: 'a load balancer in front of a function',
    terraform: {
      ...place,
      'aws_lb.front': { name: 'front', internal: true, load_balancer_type: 'application', subnets: ['subnet-1'] },
      'aws_lb_target_group.orders': { name: 'orders', target_type: 'lambda' },
      'aws_lb_target_group_attachment.place': {
        target_group_arn: '${aws_lb_target_group.orders.arn}',
        target_id: '${aws_lambda_function.place_order.arn}',
      },
      'aws_lb_listener.https': {
        load_balancer_arn: '${aws_lb.front.arn}',
        port: 443,
        protocol: 'HTTPS',
        default_action: [
          { type: 'authenticate-oidc', authenticate_oidc: [{ issuer: 'https://id.example' }] },
          { type: 'forward', target_group_arn: '${aws_lb_target_group.orders.arn}' },
        ],
      },
      'aws_lb_listener_rule.inside': {
        listener_arn: '${aws_lb_listener.https.arn}',
        priority: 1,
        action: [{ type: 'forward', target_group_arn: '${aws_lb_target_group.orders.arn}' }],
        condition: [{ path_pattern: [{ values: ['/admin/*'] }] }, { source_ip: [{ values: ['10.0.0.0/8'] }] }],
      },
    },
    template: `${placeTemplate}
  Front:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: { Name: front, Scheme: internal, Type: application, Subnets: [subnet-1] }
  Orders:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: { Name: orders, TargetType: lambda, Targets: [{ Id: !GetAtt PlaceOrder.Arn }] }
  Https:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Front
      Port: 443
      Protocol: HTTPS
      DefaultActions:
        - { Type: authenticate-oidc, AuthenticateOidcConfig: { Issuer: 'https://id.example' } }
        - { Type: forward, TargetGroupArn: !Ref Orders }
  Inside:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Https
      Priority: 1
      Actions: [{ Type: forward, TargetGroupArn: !Ref Orders }]
      Conditions:
        - { Field: path-pattern, PathPatternConfig: { Values: ['/admin/*'] } }
        - { Field: source-ip, SourceIpConfig: { Values: [10.0.0.0/8] } }
`,
  },
  {
    title: 'a GraphQL API with its schema, a data source and a resolver',
    terraform: {
      ...place,
      'aws_appsync_graphql_api.shop': {
        name: 'shop',
        authentication_type: 'API_KEY',
        xray_enabled: true,
        additional_authentication_provider: [{ authentication_type: 'AWS_IAM' }],
        log_config: [{ cloudwatch_logs_role_arn: 'arn:aws:iam::111122223333:role/logs', field_log_level: 'ERROR' }],
      },
      'aws_appsync_datasource.orders': {
        name: 'orders',
        api_id: '${aws_appsync_graphql_api.shop.id}',
        type: 'AWS_LAMBDA',
        service_role_arn: 'arn:aws:iam::111122223333:role/source',
        lambda_config: [{ function_arn: '${aws_lambda_function.place_order.arn}' }],
      },
      'aws_appsync_resolver.place': {
        api_id: '${aws_appsync_graphql_api.shop.id}',
        type: 'Mutation',
        field: 'placeOrder',
        data_source: '${aws_appsync_datasource.orders.name}',
      },
    },
    template: `${placeTemplate}
  Shop:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: shop
      AuthenticationType: API_KEY
      XrayEnabled: true
      AdditionalAuthenticationProviders: [{ AuthenticationType: AWS_IAM }]
      LogConfig: { CloudWatchLogsRoleArn: 'arn:aws:iam::111122223333:role/logs', FieldLogLevel: ERROR }
  Orders:
    Type: AWS::AppSync::DataSource
    Properties:
      Name: orders
      ApiId: !GetAtt Shop.ApiId
      Type: AWS_LAMBDA
      ServiceRoleArn: arn:aws:iam::111122223333:role/source
      LambdaConfig: { LambdaFunctionArn: !GetAtt PlaceOrder.Arn }
  Place:
    Type: AWS::AppSync::Resolver
    Properties:
      ApiId: !GetAtt Shop.ApiId
      TypeName: Mutation
      FieldName: placeOrder
      DataSourceName: !GetAtt Orders.Name
`,
  },
];
