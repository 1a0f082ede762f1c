import type { Area, ExpectedWay, ExposureCase, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import {
  allow,
  att,
  deny,
  fn,
  invocationUri,
  policy,
  ref,
  resource,
  routed,
  situation,
  stack,
  type Resources,
} from '../template.ts';

/** An order API with one method, `GET /orders`, in front of Handler. */
export function orderApi(method: JsonMap, api: JsonMap = {}, more: Resources = {}): JsonMap {
  return stack(fn('Handler'), restApi(api), { GetOrders: getOrders(method) }, more);
}

const restApi = (properties: JsonMap): Resources => ({
  Shop: resource('AWS::ApiGateway::RestApi', { Name: 'shop', ...properties }),
  Orders: resource('AWS::ApiGateway::Resource', {
    RestApiId: ref('Shop'),
    ParentId: att('Shop', 'RootResourceId'),
    PathPart: 'orders',
  }),
});

function getOrders(properties: JsonMap): JsonMap {
  return resource('AWS::ApiGateway::Method', {
    RestApiId: ref('Shop'),
    ResourceId: ref('Orders'),
    HttpMethod: 'GET',
    Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: invocationUri('Handler') },
    ...properties,
  });
}

const orders = (
  auth: ExpectedWay['auth'],
  exposure: ExpectedWay['exposure'],
  rest: Partial<ExpectedWay> = {},
): ExpectedWay => routed('rest-api', 'Shop', 'GET /orders', auth, exposure, rest);

const userPool = (adminOnly?: boolean): Resources => ({
  Customers: resource(
    'AWS::Cognito::UserPool',
    adminOnly === undefined ? {} : { AdminCreateUserConfig: { AllowAdminCreateUserOnly: adminOnly } },
  ),
});
const authorizer = (type: string, properties: JsonMap): Resources => ({
  Guard: resource('AWS::ApiGateway::Authorizer', {
    RestApiId: ref('Shop'),
    Name: 'guard',
    Type: type,
    IdentitySource: 'method.request.header.Authorization',
    ...properties,
  }),
});
const cognitoGuard = authorizer('COGNITO_USER_POOLS', { ProviderARNs: [att('Customers')] });
const lambdaGuard: Resources = { ...fn('Check'), ...authorizer('TOKEN', { AuthorizerUri: invocationUri('Check') }) };

const invoke = 'execute-api:Invoke';
const withPolicy = (...statements: readonly JsonMap[]): JsonMap => ({ Policy: policy(...statements) });
const everyRoute = 'execute-api:/*';
const domain = (mutualTls: boolean): Resources => ({
  Domain: resource('AWS::ApiGateway::DomainName', {
    DomainName: 'api.shop.example',
    ...(mutualTls ? { MutualTlsAuthentication: { TruststoreUri: 's3://truststore/ca.pem' } } : {}),
  }),
  Mapping: resource('AWS::ApiGateway::BasePathMapping', {
    DomainName: ref('Domain'),
    RestApiId: ref('Shop'),
    Stage: 'prod',
  }),
});

const cases: readonly ExposureCase[] = [
  situation('a method with AuthorizationType NONE is public', pages.method, orderApi({ AuthorizationType: 'NONE' }), [
    orders([], 'public', { via: 'no authentication' }),
  ]),
  situation('a method without AuthorizationType is as one with NONE', pages.method, orderApi({}), [
    orders([], 'public'),
  ]),
  situation(
    'an API key names a client and proves nothing',
    pages.apiKeys,
    orderApi({ AuthorizationType: 'NONE', ApiKeyRequired: true }),
    [orders(['api-key'], 'public', { via: 'API key' })],
  ),
  situation(
    'ApiKeyRequired false asks for nothing',
    pages.apiKeys,
    orderApi({ AuthorizationType: 'NONE', ApiKeyRequired: false }),
    [orders([], 'public')],
  ),
  situation(
    'AWS_IAM asks for a signature of an allowed identity',
    pages.restIam,
    orderApi({ AuthorizationType: 'AWS_IAM' }),
    [orders(['iam'], 'authenticated')],
  ),
  situation(
    'AWS_IAM with an API key: the signature decides',
    pages.restIam,
    orderApi({ AuthorizationType: 'AWS_IAM', ApiKeyRequired: true }),
    [orders(['iam', 'api-key'], 'authenticated')],
  ),
  situation(
    'a Lambda authorizer decides who passes',
    pages.restLambdaAuthorizer,
    orderApi({ AuthorizationType: 'CUSTOM', AuthorizerId: ref('Guard') }, {}, lambdaGuard),
    [orders(['lambda-authorizer'], 'authenticated')],
  ),
  situation(
    'a Cognito authorizer with a pool in which anyone signs up (the default)',
    pages.signUp,
    orderApi(
      { AuthorizationType: 'COGNITO_USER_POOLS', AuthorizerId: ref('Guard') },
      {},
      { ...userPool(), ...cognitoGuard },
    ),
    [orders(['cognito'], 'public-sign-up', { via: 'anyone can sign up' })],
  ),
  situation(
    'a Cognito authorizer with AllowAdminCreateUserOnly false',
    pages.signUp,
    orderApi(
      { AuthorizationType: 'COGNITO_USER_POOLS', AuthorizerId: ref('Guard') },
      {},
      { ...userPool(false), ...cognitoGuard },
    ),
    [orders(['cognito'], 'public-sign-up')],
  ),
  situation(
    'a Cognito authorizer with a pool whose users administrators make',
    pages.signUp,
    orderApi(
      { AuthorizationType: 'COGNITO_USER_POOLS', AuthorizerId: ref('Guard') },
      {},
      { ...userPool(true), ...cognitoGuard },
    ),
    [orders(['cognito'], 'authenticated')],
  ),
  situation(
    'a Cognito authorizer with scopes asks no more than a token',
    pages.restCognito,
    orderApi(
      { AuthorizationType: 'COGNITO_USER_POOLS', AuthorizerId: ref('Guard'), AuthorizationScopes: ['shop/read'] },
      {},
      { ...userPool(), ...cognitoGuard },
    ),
    [orders(['cognito'], 'public-sign-up')],
  ),
  situation(
    'an authorizer is set, but the method says NONE: nobody is asked',
    pages.method,
    orderApi({ AuthorizationType: 'NONE', AuthorizerId: ref('Guard') }, {}, { ...userPool(true), ...cognitoGuard }),
    [orders([], 'public')],
  ),
  situation(
    'a resource policy that allows everyone leaves the method public',
    pages.authorizationFlow,
    orderApi({ AuthorizationType: 'NONE' }, withPolicy(allow('*', invoke, everyRoute))),
    [orders([], 'public')],
  ),
  situation(
    'an allow-list of addresses: all others are denied implicitly',
    pages.resourcePolicy,
    orderApi(
      { AuthorizationType: 'NONE' },
      withPolicy(allow('*', invoke, everyRoute, { Condition: { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } } })),
    ),
    [orders(['resource-policy'], 'authenticated')],
  ),
  situation(
    'an allow-list that holds every address is none',
    pages.resourcePolicy,
    orderApi(
      { AuthorizationType: 'NONE' },
      withPolicy(allow('*', invoke, everyRoute, { Condition: { IpAddress: { 'aws:SourceIp': ['0.0.0.0/0'] } } })),
    ),
    [orders([], 'public')],
  ),
  situation(
    'allow all, deny all addresses but some',
    pages.resourcePolicy,
    orderApi(
      { AuthorizationType: 'NONE' },
      withPolicy(
        allow('*', invoke, everyRoute),
        deny('*', invoke, everyRoute, { Condition: { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } } }),
      ),
    ),
    [orders(['resource-policy'], 'authenticated')],
  ),
  situation(
    'a deny-list of addresses keeps the rest of the world in',
    pages.resourcePolicy,
    orderApi(
      { AuthorizationType: 'NONE' },
      withPolicy(
        allow('*', invoke, everyRoute),
        deny('*', invoke, everyRoute, { Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } } }),
      ),
    ),
    [orders([], 'public')],
  ),
  situation(
    'a resource policy for certain hours: anyone can wait',
    pages.conditionKeys,
    orderApi(
      { AuthorizationType: 'NONE' },
      withPolicy(
        allow('*', invoke, everyRoute, {
          Condition: { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
        }),
      ),
    ),
    [orders([], 'public')],
  ),
  situation(
    'a resource policy for a Referer: anyone can write the header',
    pages.conditionKeys,
    orderApi(
      { AuthorizationType: 'NONE' },
      withPolicy(
        allow('*', invoke, everyRoute, { Condition: { StringLike: { 'aws:Referer': 'https://shop.example/*' } } }),
      ),
    ),
    [orders([], 'public')],
  ),
  situation(
    'a resource policy for another account asks for its signature',
    pages.authorizationFlow,
    orderApi(
      { AuthorizationType: 'NONE' },
      withPolicy(allow({ AWS: 'arn:aws:iam::210987654321:root' }, invoke, everyRoute)),
    ),
    [orders(['resource-policy'], 'authenticated')],
  ),
  situation(
    'a resource policy for an organization',
    pages.resourcePolicy,
    orderApi(
      { AuthorizationType: 'AWS_IAM' },
      withPolicy(
        allow('*', invoke, everyRoute, { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
      ),
    ),
    [orders(['iam'], 'authenticated')],
  ),
  situation(
    'a resource policy that allows another route only leaves this one closed',
    pages.authorizationFlow,
    orderApi({ AuthorizationType: 'NONE' }, withPolicy(allow('*', invoke, 'execute-api:/*/GET/status'))),
    [orders(['resource-policy'], 'internal')],
  ),
  situation(
    'a resource policy that allows just this route',
    pages.authorizationFlow,
    orderApi({ AuthorizationType: 'NONE' }, withPolicy(allow('*', invoke, 'execute-api:/prod/GET/orders'))),
    [orders([], 'public')],
  ),
  situation(
    'a resource policy that denies this route to everyone',
    pages.authorizationFlow,
    orderApi(
      { AuthorizationType: 'NONE' },
      withPolicy(allow('*', invoke, everyRoute), deny('*', invoke, 'execute-api:/*/GET/orders')),
    ),
    [orders(['resource-policy'], 'internal')],
  ),
  situation(
    'a resource policy on the way to a Cognito authorizer: both are asked',
    pages.authorizationFlow,
    orderApi(
      { AuthorizationType: 'COGNITO_USER_POOLS', AuthorizerId: ref('Guard') },
      withPolicy(allow('*', invoke, everyRoute, { Condition: { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } } })),
      { ...userPool(), ...cognitoGuard },
    ),
    [orders(['cognito', 'resource-policy'], 'authenticated')],
  ),
  situation(
    'a resource policy from a parameter without default is not known',
    pages.parameters,
    {
      ...orderApi({ AuthorizationType: 'NONE' }, { Policy: ref('ApiPolicy') }),
      Parameters: { ApiPolicy: { Type: 'String' } },
    },
    [orders(['unknown'], 'unknown', { reason: 'policy' })],
  ),
  situation(
    'a private API answers only through VPC endpoints',
    pages.privateApi,
    orderApi(
      { AuthorizationType: 'NONE' },
      {
        EndpointConfiguration: { Types: ['PRIVATE'] },
        ...withPolicy(
          allow('*', invoke, everyRoute),
          deny('*', invoke, everyRoute, { Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f' } } }),
        ),
      },
    ),
    [orders(['network', 'network'], 'internal')],
  ),
  situation(
    'a private API for the VPC endpoint that is allowed',
    pages.privateApi,
    orderApi(
      { AuthorizationType: 'AWS_IAM' },
      {
        EndpointConfiguration: { Types: ['PRIVATE'] },
        ...withPolicy(
          allow('*', invoke, everyRoute, { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f' } } }),
        ),
      },
    ),
    [orders(['iam', 'network'], 'internal')],
  ),
  situation(
    'a private API whose policy admits anyone: any account can make an endpoint to it',
    pages.resourcePolicies,
    orderApi(
      { AuthorizationType: 'NONE' },
      { EndpointConfiguration: { Types: ['PRIVATE'] }, ...withPolicy(allow('*', invoke, everyRoute)) },
    ),
    [orders(['network'], 'public-sign-up', { via: 'VPC endpoint' })],
  ),
  situation(
    'a private API whose policy admits anyone, behind a signature',
    pages.resourcePolicies,
    orderApi(
      { AuthorizationType: 'AWS_IAM' },
      { EndpointConfiguration: { Types: ['PRIVATE'] }, ...withPolicy(allow('*', invoke, everyRoute)) },
    ),
    [orders(['iam', 'network'], 'authenticated')],
  ),
  situation(
    'an EDGE endpoint is on the internet',
    pages.restAccess,
    orderApi({ AuthorizationType: 'NONE' }, { EndpointConfiguration: { Types: ['EDGE'] } }),
    [orders([], 'public')],
  ),
  situation(
    'an endpoint type from a parameter without default leaves open whether the API is private',
    pages.parameters,
    {
      ...orderApi({ AuthorizationType: 'NONE' }, { EndpointConfiguration: { Types: [ref('EndpointType')] } }),
      Parameters: { EndpointType: { Type: 'String' } },
    },
    [orders(['unknown'], 'unknown', { reason: 'private', settleWith: '--param EndpointType=' })],
  ),
  situation(
    'mutual TLS on the domain counts when the default endpoint is off',
    pages.restMutualTls,
    orderApi({ AuthorizationType: 'NONE' }, { DisableExecuteApiEndpoint: true }, domain(true)),
    [orders(['mutual-tls'], 'authenticated')],
  ),
  situation(
    'mutual TLS on the domain is walked around by the default endpoint',
    pages.disableDefaultEndpoint,
    orderApi({ AuthorizationType: 'NONE' }, {}, domain(true)),
    [orders([], 'public')],
  ),
  situation(
    'a custom domain without mutual TLS asks for nothing',
    pages.restMutualTls,
    orderApi({ AuthorizationType: 'NONE' }, { DisableExecuteApiEndpoint: true }, domain(false)),
    [orders([], 'public')],
  ),
  situation(
    'an OPTIONS method that the function answers itself is a way in without authentication',
    pages.cors,
    orderApi(
      { AuthorizationType: 'AWS_IAM' },
      {},
      { Preflight: getOrders({ HttpMethod: 'OPTIONS', AuthorizationType: 'NONE' }) },
    ),
    [orders(['iam'], 'authenticated'), routed('rest-api', 'Shop', 'OPTIONS /orders', [], 'public')],
  ),
  situation(
    'an OPTIONS method with a mock integration reaches no function',
    pages.cors,
    orderApi(
      { AuthorizationType: 'AWS_IAM' },
      {},
      { Preflight: getOrders({ HttpMethod: 'OPTIONS', AuthorizationType: 'NONE', Integration: { Type: 'MOCK' } }) },
    ),
    [orders(['iam'], 'authenticated')],
  ),
  situation(
    'ANY stands for every method',
    pages.anyMethod,
    orderApi({ HttpMethod: 'ANY', AuthorizationType: 'NONE' }),
    [routed('rest-api', 'Shop', 'ANY /orders', [], 'public')],
  ),
  situation(
    'an integration with X-Amz-Invocation-Type Event starts the function asynchronously',
    pages.restAsync,
    orderApi({
      AuthorizationType: 'NONE',
      Integration: {
        Type: 'AWS',
        IntegrationHttpMethod: 'POST',
        Uri: invocationUri('Handler'),
        RequestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" },
      },
    }),
    [orders([], 'public', { invocation: 'async' })],
  ),
  situation(
    'an authorization type from a parameter with default is as its default',
    pages.parameters,
    { ...orderApi({ AuthorizationType: ref('Auth') }), Parameters: { Auth: { Type: 'String', Default: 'AWS_IAM' } } },
    [orders(['iam'], 'authenticated')],
  ),
  situation(
    'an authorization type from a parameter without default is not known',
    pages.parameters,
    { ...orderApi({ AuthorizationType: ref('Auth') }), Parameters: { Auth: { Type: 'String' } } },
    [orders(['unknown'], 'unknown', { reason: 'authorization type', settleWith: '--param Auth=' })],
  ),
  situation(
    'a parameter given on the command line settles the authorization type',
    pages.parameters,
    { ...orderApi({ AuthorizationType: ref('Auth') }), Parameters: { Auth: { Type: 'String' } } },
    [orders([], 'public')],
    { parameters: { Auth: 'NONE' } },
  ),
  situation(
    'a pool in another stack: a token is asked for, whoever gives it',
    pages.restCognito,
    orderApi(
      { AuthorizationType: 'COGNITO_USER_POOLS', AuthorizerId: ref('Guard') },
      {},
      authorizer('COGNITO_USER_POOLS', {
        ProviderARNs: ['arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_AbCdEf123'],
      }),
    ),
    [orders(['cognito'], 'authenticated')],
  ),
  situation(
    'an alias of the function is the function',
    pages.restAccess,
    orderApi(
      {
        AuthorizationType: 'NONE',
        Integration: {
          Type: 'AWS_PROXY',
          IntegrationHttpMethod: 'POST',
          Uri: { 'Fn::Sub': 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Live}/invocations' },
        },
      },
      {},
      {
        Live: resource('AWS::Lambda::Alias', {
          FunctionName: ref('Handler'),
          FunctionVersion: '$LATEST',
          Name: 'live',
        }),
      },
    ),
    [orders([], 'public')],
  ),
  situation(
    'whether anyone can sign up hangs on a parameter without default',
    pages.signUp,
    {
      ...orderApi(
        { AuthorizationType: 'COGNITO_USER_POOLS', AuthorizerId: ref('Guard') },
        {},
        {
          Customers: resource('AWS::Cognito::UserPool', {
            AdminCreateUserConfig: { AllowAdminCreateUserOnly: ref('Closed') },
          }),
          ...cognitoGuard,
        },
      ),
      Parameters: { Closed: { Type: 'String' } },
    },
    [orders(['cognito'], 'unknown', { reason: 'sign up', settleWith: '--param Closed=' })],
  ),
];

export const restApiArea: Area = { name: 'rest-api', cases };
