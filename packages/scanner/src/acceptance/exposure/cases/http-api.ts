import type { Area, ExpectedWay, ExposureCase, Json, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import {
  att,
  event,
  fn,
  invocationUri,
  ref,
  resource,
  routed,
  sam,
  samFunction,
  situation,
  stack,
  sub,
  type Resources,
} from '../template.ts';

/** An HTTP API `Shop` with one route `GET /orders`. */
function orders(route: JsonMap, api: JsonMap = {}, more: Resources = {}): JsonMap {
  return stack(
    fn('Handler'),
    {
      Shop: resource('AWS::ApiGatewayV2::Api', { Name: 'shop', ProtocolType: 'HTTP', ...api }),
      Work: resource('AWS::ApiGatewayV2::Integration', {
        ApiId: ref('Shop'),
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: att('Handler'),
        PayloadFormatVersion: '2.0',
      }),
      GetOrders: resource('AWS::ApiGatewayV2::Route', {
        ApiId: ref('Shop'),
        RouteKey: 'GET /orders',
        Target: sub('integrations/${Work}'),
        ...route,
      }),
    },
    more,
  );
}
const way = (
  auth: ExpectedWay['auth'],
  exposure: ExpectedWay['exposure'],
  rest: Partial<ExpectedWay> = {},
): ExpectedWay => routed('http-api', 'Shop', 'GET /orders', auth, exposure, rest);

const pool = (adminOnly: Json): Resources => ({
  Customers: resource('AWS::Cognito::UserPool', { AdminCreateUserConfig: { AllowAdminCreateUserOnly: adminOnly } }),
});
const jwt = (issuer: Json): Resources => ({
  Guard: resource('AWS::ApiGatewayV2::Authorizer', {
    ApiId: ref('Shop'),
    Name: 'jwt',
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Issuer: issuer, Audience: ['shop'] },
  }),
});
const poolIssuer = sub('https://cognito-idp.${AWS::Region}.amazonaws.com/${Customers}');
const guarded = { AuthorizationType: 'JWT', AuthorizerId: ref('Guard') };
const lambdaGuard: Resources = {
  ...fn('Check'),
  Guard: resource('AWS::ApiGatewayV2::Authorizer', {
    ApiId: ref('Shop'),
    Name: 'check',
    AuthorizerType: 'REQUEST',
    AuthorizerUri: invocationUri('Check'),
    AuthorizerPayloadFormatVersion: '2.0',
  }),
};
const domain = (mutualTls: boolean): Resources => ({
  Domain: resource('AWS::ApiGatewayV2::DomainName', {
    DomainName: 'api.shop.example',
    ...(mutualTls ? { MutualTlsAuthentication: { TruststoreUri: 's3://truststore/ca.pem' } } : {}),
  }),
  Mapping: resource('AWS::ApiGatewayV2::ApiMapping', {
    DomainName: ref('Domain'),
    ApiId: ref('Shop'),
    Stage: '$default',
  }),
});
const parameter = (template: JsonMap, name: string, more: JsonMap = {}): JsonMap => ({
  ...template,
  Parameters: { [name]: { Type: 'String', ...more } },
});
const samHttp = (auth: JsonMap | undefined, events: JsonMap, more: Resources = {}): JsonMap =>
  sam({
    Handler: samFunction(events),
    Shop: resource('AWS::Serverless::HttpApi', auth === undefined ? {} : { Auth: auth }),
    ...more,
  });
const httpEvent = (properties: JsonMap = {}): JsonMap =>
  event('HttpApi', { ApiId: ref('Shop'), Path: '/orders', Method: 'GET', ...properties });
const samJwt = {
  Authorizers: {
    Pool: {
      IdentitySource: '$request.header.Authorization',
      JwtConfiguration: { issuer: poolIssuer, audience: ['shop'] },
    },
  },
};

const cases: readonly ExposureCase[] = [
  situation('a route of an HTTP API without authorization is public', pages.httpAccess, orders({}), [
    way([], 'public'),
  ]),
  situation('AuthorizationType NONE on an HTTP route', pages.httpAccess, orders({ AuthorizationType: 'NONE' }), [
    way([], 'public'),
  ]),
  situation('AWS_IAM on an HTTP route', pages.httpIam, orders({ AuthorizationType: 'AWS_IAM' }), [
    way(['iam'], 'authenticated'),
  ]),
  situation(
    'a Lambda authorizer on an HTTP route',
    pages.httpLambdaAuthorizer,
    orders({ AuthorizationType: 'CUSTOM', AuthorizerId: ref('Guard') }, {}, lambdaGuard),
    [way(['lambda-authorizer'], 'authenticated')],
  ),
  situation('a JWT of an issuer elsewhere', pages.httpJwt, orders(guarded, {}, jwt('https://login.shop.example/')), [
    way(['jwt'], 'authenticated'),
  ]),
  situation(
    'a JWT of the own pool, in which anyone signs up',
    pages.httpJwt,
    orders(guarded, {}, { ...pool(false), ...jwt(poolIssuer) }),
    [way(['jwt'], 'public-sign-up', { via: 'anyone can sign up' })],
  ),
  situation(
    'a JWT of the own pool, by its provider URL',
    pages.httpJwt,
    orders(guarded, {}, { ...pool(false), ...jwt(att('Customers', 'ProviderURL')) }),
    [way(['jwt'], 'public-sign-up')],
  ),
  situation(
    'a JWT of the own pool, joined from parts',
    pages.httpJwt,
    orders(
      guarded,
      {},
      {
        ...pool(false),
        ...jwt({ 'Fn::Join': ['', ['https://cognito-idp.', ref('AWS::Region'), '.amazonaws.com/', ref('Customers')]] }),
      },
    ),
    [way(['jwt'], 'public-sign-up')],
  ),
  situation(
    'a JWT of the own pool, whose users administrators make',
    pages.httpJwt,
    orders(guarded, {}, { ...pool(true), ...jwt(poolIssuer) }),
    [way(['jwt'], 'authenticated')],
  ),
  situation(
    'scopes ask no more than a token of the pool',
    pages.httpJwt,
    orders({ ...guarded, AuthorizationScopes: ['orders.read'] }, {}, { ...pool(false), ...jwt(poolIssuer) }),
    [way(['jwt'], 'public-sign-up')],
  ),
  situation('ApiKeyRequired means nothing to an HTTP API', pages.httpVersusRest, orders({ ApiKeyRequired: true }), [
    way([], 'public'),
  ]),
  situation(
    'CORS of an HTTP API keeps nobody out',
    pages.httpCors,
    orders({}, { CorsConfiguration: { AllowOrigins: ['https://shop.example'] } }),
    [way([], 'public')],
  ),
  situation(
    'a route OPTIONS that the function answers',
    pages.httpCors,
    orders(
      { AuthorizationType: 'AWS_IAM' },
      {},
      {
        Preflight: resource('AWS::ApiGatewayV2::Route', {
          ApiId: ref('Shop'),
          RouteKey: 'OPTIONS /orders',
          Target: sub('integrations/${Work}'),
        }),
      },
    ),
    [way(['iam'], 'authenticated'), routed('http-api', 'Shop', 'OPTIONS /orders', [], 'public')],
  ),
  situation(
    'the $default route takes what no other route takes',
    pages.httpAccess,
    orders(
      { AuthorizationType: 'AWS_IAM' },
      {},
      {
        Rest: resource('AWS::ApiGatewayV2::Route', {
          ApiId: ref('Shop'),
          RouteKey: '$default',
          Target: sub('integrations/${Work}'),
        }),
      },
    ),
    [way(['iam'], 'authenticated'), routed('http-api', 'Shop', 'ANY $default', [], 'public')],
  ),
  situation(
    'quick create makes a catch-all route that asks for nothing',
    pages.httpQuickCreate,
    stack(fn('Handler'), {
      Shop: resource('AWS::ApiGatewayV2::Api', { Name: 'shop', ProtocolType: 'HTTP', Target: att('Handler') }),
    }),
    [routed('http-api', 'Shop', 'ANY $default', [], 'public')],
  ),
  situation(
    'mutual TLS with the default endpoint off',
    pages.httpMutualTls,
    orders({}, { DisableExecuteApiEndpoint: true }, domain(true)),
    [way(['mutual-tls'], 'authenticated')],
  ),
  situation(
    'mutual TLS beside the default endpoint of an HTTP API',
    pages.httpMutualTls,
    orders({}, {}, domain(true)),
    [way([], 'public')],
  ),
  situation(
    'mutual TLS on one of two domains',
    pages.httpMutualTls,
    orders(
      {},
      { DisableExecuteApiEndpoint: true },
      {
        ...domain(true),
        Other: resource('AWS::ApiGatewayV2::DomainName', { DomainName: 'shop.example' }),
        OtherMapping: resource('AWS::ApiGatewayV2::ApiMapping', {
          DomainName: ref('Other'),
          ApiId: ref('Shop'),
          Stage: '$default',
        }),
      },
    ),
    [way([], 'public')],
  ),
  situation(
    'the authorization type of a route from a parameter',
    pages.parameters,
    parameter(orders({ AuthorizationType: ref('RouteAuth') }), 'RouteAuth'),
    [way(['unknown'], 'unknown', { reason: 'authorization type', settleWith: '--param RouteAuth=' })],
  ),
  situation(
    'an issuer from a parameter asks for a token, whoever gives it',
    pages.httpJwt,
    parameter(orders(guarded, {}, jwt(ref('Issuer'))), 'Issuer'),
    [way(['jwt'], 'authenticated')],
  ),
  situation('SAM: an HttpApi event without Auth', pages.samHttpAuth, samHttp(undefined, { Get: httpEvent() }), [
    way([], 'public'),
  ]),
  situation(
    'SAM: an HttpApi event on the implicit API',
    pages.samEvents,
    sam({ Handler: samFunction({ Get: event('HttpApi', { Path: '/orders', Method: 'GET' }) }) }),
    [routed('http-api', 'ServerlessHttpApi', 'GET /orders', [], 'public')],
  ),
  situation(
    'SAM: an HttpApi event without path and method is $default',
    pages.samEvents,
    sam({ Handler: samFunction({ All: event('HttpApi') }) }),
    [routed('http-api', 'ServerlessHttpApi', 'ANY $default', [], 'public')],
  ),
  situation(
    'SAM: DefaultAuthorizer holds for every route',
    pages.samHttpAuth,
    samHttp({ ...samJwt, DefaultAuthorizer: 'Pool' }, { Get: httpEvent() }, pool(false)),
    [way(['jwt'], 'public-sign-up')],
  ),
  situation(
    'SAM: Authorizers without DefaultAuthorizer ask nobody',
    pages.samHttpAuth,
    samHttp(samJwt, { Get: httpEvent() }, pool(false)),
    [way([], 'public')],
  ),
  situation(
    'SAM: Authorizer NONE steps out of the default',
    pages.samFunctionAuth,
    samHttp(
      { ...samJwt, DefaultAuthorizer: 'Pool' },
      { Get: httpEvent({ Auth: { Authorizer: 'NONE' } }) },
      pool(false),
    ),
    [way([], 'public')],
  ),
  situation(
    'SAM: an authorizer named on the route',
    pages.samFunctionAuth,
    samHttp(samJwt, { Get: httpEvent({ Auth: { Authorizer: 'Pool' } }) }, pool(true)),
    [way(['jwt'], 'authenticated')],
  ),
  situation(
    'SAM: EnableIamAuthorizer with DefaultAuthorizer AWS_IAM',
    pages.samHttpAuth,
    samHttp({ EnableIamAuthorizer: true, DefaultAuthorizer: 'AWS_IAM' }, { Get: httpEvent() }),
    [way(['iam'], 'authenticated')],
  ),
  situation(
    'SAM: AWS_IAM on one route',
    pages.samHttpAuth,
    samHttp({ EnableIamAuthorizer: true }, { Get: httpEvent({ Auth: { Authorizer: 'AWS_IAM' } }) }),
    [way(['iam'], 'authenticated')],
  ),
  situation(
    'SAM: Globals.HttpApi.Auth holds for the implicit API',
    pages.samGlobals,
    sam(
      { Handler: samFunction({ Get: event('HttpApi', { Path: '/orders', Method: 'GET' }) }), ...pool(false) },
      { Globals: { HttpApi: { Auth: { ...samJwt, DefaultAuthorizer: 'Pool' } } } },
    ),
    [routed('http-api', 'ServerlessHttpApi', 'GET /orders', ['jwt'], 'public-sign-up')],
  ),
  situation(
    'SAM: Globals.HttpApi.Auth holds for a named API as well',
    pages.samGlobals,
    {
      ...samHttp(undefined, { Get: httpEvent() }, pool(true)),
      Globals: { HttpApi: { Auth: { ...samJwt, DefaultAuthorizer: 'Pool' } } },
    },
    [way(['jwt'], 'authenticated')],
  ),
  situation(
    'SAM: two functions, one of them outside the default authorizer',
    pages.samFunctionAuth,
    samHttp(
      { ...samJwt, DefaultAuthorizer: 'Pool' },
      { Get: httpEvent(), Health: httpEvent({ Path: '/health', Auth: { Authorizer: 'NONE' } }) },
      pool(true),
    ),
    [way(['jwt'], 'authenticated'), routed('http-api', 'Shop', 'GET /health', [], 'public')],
  ),
];

export const httpApiArea: Area = { name: 'http-api', cases };
