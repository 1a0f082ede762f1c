import type { Area, ExpectedWay, ExposureCase, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import {
  allow,
  att,
  event,
  fn,
  invocationUri,
  policy,
  ref,
  resource,
  routed,
  sam,
  samFunction,
  situation,
  stack,
  type Resources,
} from '../template.ts';

const integration = {
  'x-amazon-apigateway-integration': { type: 'aws_proxy', httpMethod: 'POST', uri: invocationUri('Handler') },
};
const document = (operation: JsonMap, more: JsonMap = {}): JsonMap => ({
  swagger: '2.0',
  info: { title: 'shop', version: '1' },
  paths: { '/orders': { get: { ...integration, ...operation } } },
  ...more,
});
const rest = (operation: JsonMap, more: JsonMap = {}, resources: Resources = {}): JsonMap =>
  stack(fn('Handler'), { Shop: resource('AWS::ApiGateway::RestApi', { Body: document(operation, more) }) }, resources);
const http = (operation: JsonMap, more: JsonMap = {}, resources: Resources = {}): JsonMap =>
  stack(
    fn('Handler'),
    { Shop: resource('AWS::ApiGatewayV2::Api', { Body: { ...document(operation, more), openapi: '3.0.1' } }) },
    resources,
  );
const way = (
  auth: ExpectedWay['auth'],
  exposure: ExpectedWay['exposure'],
  more: Partial<ExpectedWay> = {},
): ExpectedWay => routed('rest-api', 'Shop', 'GET /orders', auth, exposure, more);
const httpWay = (auth: ExpectedWay['auth'], exposure: ExpectedWay['exposure']): ExpectedWay =>
  routed('http-api', 'Shop', 'GET /orders', auth, exposure);
const pool = (adminOnly: boolean): Resources => ({
  Customers: resource('AWS::Cognito::UserPool', { AdminCreateUserConfig: { AllowAdminCreateUserOnly: adminOnly } }),
});
const key = { type: 'apiKey', name: 'x-api-key', in: 'header' };
const header = { type: 'apiKey', name: 'Authorization', in: 'header' };
const schemes = {
  securityDefinitions: {
    key,
    sigv4: { ...header, 'x-amazon-apigateway-authtype': 'awsSigv4' },
    users: {
      ...header,
      'x-amazon-apigateway-authtype': 'cognito_user_pools',
      'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: [att('Customers')] },
    },
    check: {
      ...header,
      'x-amazon-apigateway-authtype': 'custom',
      'x-amazon-apigateway-authorizer': { type: 'token', authorizerUri: invocationUri('Check') },
    },
  },
};
const jwt = {
  components: {
    securitySchemes: {
      users: {
        type: 'oauth2',
        'x-amazon-apigateway-authorizer': {
          type: 'jwt',
          identitySource: '$request.header.Authorization',
          jwtConfiguration: {
            issuer: { 'Fn::Sub': 'https://cognito-idp.${AWS::Region}.amazonaws.com/${Customers}' },
            audience: ['shop'],
          },
        },
      },
    },
  },
};

const cases: readonly ExposureCase[] = [
  situation('an operation without security', pages.openApiAuthorizer, rest({}), [way([], 'public')]),
  situation('an operation that asks for an API key', pages.apiKeys, rest({ security: [{ key: [] }] }, schemes), [
    way(['api-key'], 'public'),
  ]),
  situation(
    'an operation that asks for a signature',
    pages.openApiAuthType,
    rest({ security: [{ sigv4: [] }] }, schemes),
    [way(['iam'], 'authenticated')],
  ),
  situation(
    'an operation for users of an open pool',
    pages.openApiAuthorizer,
    rest({ security: [{ users: [] }] }, schemes, pool(false)),
    [way(['cognito'], 'public-sign-up')],
  ),
  situation(
    'an operation for users of a closed pool',
    pages.openApiAuthorizer,
    rest({ security: [{ users: [] }] }, schemes, pool(true)),
    [way(['cognito'], 'authenticated')],
  ),
  situation(
    'an operation behind a Lambda authorizer',
    pages.openApiAuthorizer,
    rest({ security: [{ check: [] }] }, schemes, fn('Check')),
    [way(['lambda-authorizer'], 'authenticated')],
  ),
  situation(
    'security of the whole document',
    pages.openApiAuthorizer,
    rest({}, { ...schemes, security: [{ sigv4: [] }] }),
    [way(['iam'], 'authenticated')],
  ),
  situation(
    'an empty list steps out of the security of the document',
    pages.openApiAuthorizer,
    rest({ security: [] }, { ...schemes, security: [{ sigv4: [] }] }),
    [way([], 'public')],
  ),
  situation(
    'an alternative that asks for nothing makes the answer unknown',
    pages.openApiAuthorizer,
    rest({ security: [{ sigv4: [] }, {}] }, schemes),
    [way(['unknown'], 'unknown', { reason: 'optional' })],
  ),
  situation(
    'one empty alternative alone asks for nothing',
    pages.openApiAuthorizer,
    rest({ security: [{}] }, schemes),
    [way([], 'public')],
  ),
  situation('a scheme is defined, but nobody asks for it', pages.openApiAuthorizer, rest({}, schemes, pool(true)), [
    way([], 'public'),
  ]),
  situation(
    'x-amazon-apigateway-auth AWS_IAM',
    pages.openApiAuth,
    rest({ 'x-amazon-apigateway-auth': { type: 'AWS_IAM' } }),
    [way(['iam'], 'authenticated')],
  ),
  situation(
    'a scheme that the document lacks',
    pages.openApiAuthorizer,
    rest({ security: [{ missing: [] }] }, schemes),
    [way(['unknown'], 'unknown', { reason: 'missing' })],
  ),
  situation(
    'the resource policy inside the document',
    pages.resourcePolicy,
    rest(
      {},
      {
        'x-amazon-apigateway-policy': policy(
          allow('*', 'execute-api:Invoke', 'execute-api:/*', {
            Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
          }),
        ),
      },
    ),
    [way(['resource-policy'], 'authenticated')],
  ),
  situation(
    'a document in a bucket is not read',
    pages.openApiAuthorizer,
    stack(fn('Handler'), {
      Shop: resource('AWS::ApiGateway::RestApi', { BodyS3Location: { Bucket: 'documents', Key: 'shop.json' } }),
    }),
    [],
  ),
  situation('an HTTP API document without security', pages.httpAccess, http({}), [httpWay([], 'public')]),
  situation(
    'an HTTP API document with a JWT of an open pool',
    pages.httpJwt,
    http({ security: [{ users: ['orders'] }] }, jwt, pool(false)),
    [httpWay(['jwt'], 'public-sign-up')],
  ),
  situation(
    'an HTTP API document with a JWT of a closed pool',
    pages.httpJwt,
    http({ security: [{ users: [] }] }, jwt, pool(true)),
    [httpWay(['jwt'], 'authenticated')],
  ),
  situation(
    'an API key in an HTTP API document has no effect',
    pages.httpVersusRest,
    http({ security: [{ key: [] }] }, { components: { securitySchemes: { key } } }),
    [httpWay([], 'public')],
  ),
  situation(
    'x-amazon-apigateway-any-method',
    pages.anyMethod,
    stack(fn('Handler'), {
      Shop: resource('AWS::ApiGateway::RestApi', {
        Body: { swagger: '2.0', paths: { '/{proxy+}': { 'x-amazon-apigateway-any-method': integration } } },
      }),
    }),
    [routed('rest-api', 'Shop', 'ANY /{proxy+}', [], 'public')],
  ),
  situation(
    'SAM: a DefinitionBody with a signature',
    pages.openApiAuthType,
    sam({
      Handler: samFunction(),
      Shop: resource('AWS::Serverless::Api', {
        StageName: 'prod',
        DefinitionBody: document({ security: [{ sigv4: [] }] }, schemes),
      }),
    }),
    [way(['iam'], 'authenticated')],
  ),
  situation(
    'SAM: a DefinitionBody without security',
    pages.openApiAuthType,
    sam({
      Handler: samFunction({ Get: event('Api', { RestApiId: ref('Shop'), Path: '/orders', Method: 'GET' }) }),
      Shop: resource('AWS::Serverless::Api', { StageName: 'prod', DefinitionBody: document({}) }),
    }),
    [way([], 'public')],
  ),
  situation(
    'SAM: a DefinitionUri of the tree',
    pages.openApiAuthType,
    sam({
      Handler: samFunction({}, { FunctionName: 'shop-orders' }),
      Shop: resource('AWS::Serverless::Api', { StageName: 'prod', DefinitionUri: 'shop.json' }),
    }),
    [way([], 'public')],
    {
      files: {
        'shop.json': JSON.stringify({
          swagger: '2.0',
          paths: {
            '/orders': {
              get: {
                'x-amazon-apigateway-integration': {
                  type: 'aws_proxy',
                  httpMethod: 'POST',
                  uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:shop-orders/invocations',
                },
              },
            },
          },
        }),
      },
      function: 'Handler',
    },
  ),
];

export const openApiArea: Area = { name: 'open-api', cases };
