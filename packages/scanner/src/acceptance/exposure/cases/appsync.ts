import type { Area, ExpectedWay, ExposureCase, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import { att, fn, ref, resource, routed, situation, stack, type Resources } from '../template.ts';

const schema = (field = ''): string => `type Query { orders: [String] ${field} }\nschema { query: Query }`;

/** A GraphQL API whose field `orders` Handler resolves. */
const shop = (api: JsonMap, definition: string | undefined = schema(), more: Resources = {}): JsonMap =>
  stack(
    fn('Handler'),
    {
      Shop: resource('AWS::AppSync::GraphQLApi', { Name: 'shop', ...api }),
      ...(definition === undefined
        ? {}
        : { Schema: resource('AWS::AppSync::GraphQLSchema', { ApiId: att('Shop', 'ApiId'), Definition: definition }) }),
      Source: resource('AWS::AppSync::DataSource', {
        ApiId: att('Shop', 'ApiId'),
        Name: 'orders',
        Type: 'AWS_LAMBDA',
        ServiceRoleArn: att('HandlerRole'),
        LambdaConfig: { LambdaFunctionArn: att('Handler') },
      }),
      Orders: resource('AWS::AppSync::Resolver', {
        ApiId: att('Shop', 'ApiId'),
        TypeName: 'Query',
        FieldName: 'orders',
        DataSourceName: att('Source', 'Name'),
      }),
    },
    more,
  );
const way = (
  auth: ExpectedWay['auth'],
  exposure: ExpectedWay['exposure'],
  rest: Partial<ExpectedWay> = {},
): ExpectedWay => routed('graphql-api', 'Shop', 'Query.orders', auth, exposure, rest);
const pool = (adminOnly: boolean): Resources => ({
  Customers: resource('AWS::Cognito::UserPool', { AdminCreateUserConfig: { AllowAdminCreateUserOnly: adminOnly } }),
});
const cognito = {
  AuthenticationType: 'AMAZON_COGNITO_USER_POOLS',
  UserPoolConfig: { UserPoolId: ref('Customers'), AwsRegion: ref('AWS::Region'), DefaultAction: 'ALLOW' },
};
const withKey = { AdditionalAuthenticationProviders: [{ AuthenticationType: 'API_KEY' }] };

const cases: readonly ExposureCase[] = [
  situation('a GraphQL API with an API key is public', pages.appSyncAuth, shop({ AuthenticationType: 'API_KEY' }), [
    way(['api-key'], 'public'),
  ]),
  situation('a GraphQL API with AWS_IAM', pages.appSyncAuth, shop({ AuthenticationType: 'AWS_IAM' }), [
    way(['iam'], 'authenticated'),
  ]),
  situation('a GraphQL API with an open user pool', pages.appSyncAuth, shop(cognito, schema(), pool(false)), [
    way(['cognito'], 'public-sign-up'),
  ]),
  situation('a GraphQL API with a closed user pool', pages.appSyncAuth, shop(cognito, schema(), pool(true)), [
    way(['cognito'], 'authenticated'),
  ]),
  situation(
    'a GraphQL API with OpenID Connect',
    pages.appSyncAuth,
    shop({ AuthenticationType: 'OPENID_CONNECT', OpenIDConnectConfig: { Issuer: 'https://login.shop.example' } }),
    [way(['jwt'], 'authenticated')],
  ),
  situation(
    'a GraphQL API with a Lambda authorizer',
    pages.appSyncAuth,
    shop(
      { AuthenticationType: 'AWS_LAMBDA', LambdaAuthorizerConfig: { AuthorizerUri: att('Check') } },
      schema(),
      fn('Check'),
    ),
    [way(['lambda-authorizer'], 'authenticated')],
  ),
  situation(
    'an additional provider without directive does not open a field',
    pages.appSyncAuth,
    shop({ AuthenticationType: 'AWS_IAM', ...withKey }),
    [way(['iam'], 'authenticated')],
  ),
  situation(
    'a directive opens a field to the API key',
    pages.appSyncAuth,
    shop({ AuthenticationType: 'AWS_IAM', ...withKey }, schema('@aws_api_key')),
    [way(['api-key'], 'public')],
  ),
  situation(
    'a directive narrows a field to IAM',
    pages.appSyncAuth,
    shop(
      { AuthenticationType: 'API_KEY', AdditionalAuthenticationProviders: [{ AuthenticationType: 'AWS_IAM' }] },
      schema('@aws_iam'),
    ),
    [way(['iam'], 'authenticated')],
  ),
  situation(
    'two directives: the weaker decides',
    pages.appSyncAuth,
    shop({ AuthenticationType: 'AWS_IAM', ...withKey }, schema('@aws_iam @aws_api_key')),
    [way(['api-key'], 'public')],
  ),
  situation(
    'a directive on the type holds for its fields',
    pages.appSyncAuth,
    shop({ AuthenticationType: 'AWS_IAM', ...withKey }, 'type Query @aws_api_key { orders: [String] }'),
    [way(['api-key'], 'public')],
  ),
  situation(
    'a private GraphQL API',
    pages.appSyncPrivate,
    shop({ AuthenticationType: 'API_KEY', Visibility: 'PRIVATE' }),
    [way(['api-key', 'network'], 'internal')],
  ),
  situation(
    'the authentication type from a parameter',
    pages.parameters,
    { ...shop({ AuthenticationType: ref('GraphAuth') }), Parameters: { GraphAuth: { Type: 'String' } } },
    [way(['unknown'], 'unknown', { settleWith: '--param GraphAuth=' })],
  ),
  situation(
    'a function in a pipeline',
    pages.appSyncAuth,
    shop({ AuthenticationType: 'API_KEY' }, schema(), {
      Step: resource('AWS::AppSync::FunctionConfiguration', {
        ApiId: att('Shop', 'ApiId'),
        Name: 'step',
        DataSourceName: att('Source', 'Name'),
      }),
      Orders: resource('AWS::AppSync::Resolver', {
        ApiId: att('Shop', 'ApiId'),
        TypeName: 'Query',
        FieldName: 'orders',
        Kind: 'PIPELINE',
        PipelineConfig: { Functions: [att('Step', 'FunctionId')] },
      }),
    }),
    [way(['api-key'], 'public')],
  ),
  situation(
    'a Lambda authorizer of a GraphQL API runs for everyone',
    pages.appSyncAuth,
    shop(
      { AuthenticationType: 'AWS_LAMBDA', LambdaAuthorizerConfig: { AuthorizerUri: att('Check') } },
      schema(),
      fn('Check'),
    ),
    [{ kind: 'authorizer', source: 'Shop', auth: [], invocation: 'sync', exposure: 'public' }],
    { function: 'Check' },
  ),
  situation(
    'the handler of an event channel with an API key',
    pages.appSyncEvents,
    stack(fn('Handler'), {
      Feed: resource('AWS::AppSync::Api', {
        Name: 'feed',
        EventConfig: {
          AuthProviders: [{ AuthType: 'API_KEY' }],
          ConnectionAuthModes: [{ AuthType: 'API_KEY' }],
          DefaultPublishAuthModes: [{ AuthType: 'API_KEY' }],
          DefaultSubscribeAuthModes: [{ AuthType: 'API_KEY' }],
        },
      }),
      Source: resource('AWS::AppSync::DataSource', {
        ApiId: att('Feed', 'ApiId'),
        Name: 'work',
        Type: 'AWS_LAMBDA',
        ServiceRoleArn: att('HandlerRole'),
        LambdaConfig: { LambdaFunctionArn: att('Handler') },
      }),
      Orders: resource('AWS::AppSync::ChannelNamespace', {
        ApiId: att('Feed', 'ApiId'),
        Name: 'orders',
        HandlerConfigs: {
          OnPublish: {
            Behavior: 'DIRECT',
            Integration: { DataSourceName: att('Source', 'Name'), LambdaConfig: { InvokeType: 'REQUEST_RESPONSE' } },
          },
        },
      }),
    }),
    [routed('graphql-api', 'Feed', 'publish /orders', ['api-key'], 'public')],
  ),
];

export const appSyncArea: Area = { name: 'appsync', cases };
