import type { Area, ExpectedWay, ExposureCase, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import { att, event, ref, resource, routed, sam, samFunction, situation, type Resources } from '../template.ts';

const get = (properties: JsonMap = {}): JsonMap =>
  event('Api', { RestApiId: ref('Shop'), Path: '/orders', Method: 'get', ...properties });
const shop = (
  auth: JsonMap | undefined,
  events: JsonMap = { Get: get() },
  api: JsonMap = {},
  more: Resources = {},
): JsonMap =>
  sam({
    Handler: samFunction(events),
    Shop: resource('AWS::Serverless::Api', {
      StageName: 'prod',
      ...(auth === undefined ? {} : { Auth: auth }),
      ...api,
    }),
    ...more,
  });
const implicit = (properties: JsonMap = {}, sections: JsonMap = {}, more: Resources = {}): JsonMap =>
  sam(
    { Handler: samFunction({ Get: event('Api', { Path: '/orders', Method: 'get', ...properties }) }), ...more },
    sections,
  );
const way = (
  auth: ExpectedWay['auth'],
  exposure: ExpectedWay['exposure'],
  rest: Partial<ExpectedWay> = {},
): ExpectedWay => routed('rest-api', 'Shop', 'GET /orders', auth, exposure, rest);
const own = (auth: ExpectedWay['auth'], exposure: ExpectedWay['exposure']): ExpectedWay =>
  routed('rest-api', 'ServerlessRestApi', 'GET /orders', auth, exposure);
const pool = (adminOnly: boolean): Resources => ({
  Customers: resource('AWS::Cognito::UserPool', { AdminCreateUserConfig: { AllowAdminCreateUserOnly: adminOnly } }),
});
const users = { Authorizers: { Users: { UserPoolArn: att('Customers') } } };
const check: Resources = { Check: samFunction() };
const lambda = { Authorizers: { Check: { FunctionArn: att('Check') } } };

const cases: readonly ExposureCase[] = [
  situation('SAM: an Api event on the implicit API', pages.samApiEvent, implicit(), [own([], 'public')]),
  situation('SAM: an Api event on a named API', pages.samApiEvent, shop(undefined), [way([], 'public')]),
  situation('SAM: Method any', pages.samApiEvent, shop(undefined, { Any: get({ Method: 'any' }) }), [
    routed('rest-api', 'Shop', 'ANY /orders', [], 'public'),
  ]),
  situation(
    'SAM: DefaultAuthorizer of an open pool',
    pages.samApiAuth,
    shop({ ...users, DefaultAuthorizer: 'Users' }, undefined, {}, pool(false)),
    [way(['cognito'], 'public-sign-up')],
  ),
  situation(
    'SAM: DefaultAuthorizer of a closed pool',
    pages.samApiAuth,
    shop({ ...users, DefaultAuthorizer: 'Users' }, undefined, {}, pool(true)),
    [way(['cognito'], 'authenticated')],
  ),
  situation(
    'SAM: an authorizer that is not the default asks nobody',
    pages.samApiAuth,
    shop(users, undefined, {}, pool(true)),
    [way([], 'public')],
  ),
  situation(
    'SAM: a route that names its authorizer',
    pages.samFunctionAuth,
    shop(users, { Get: get({ Auth: { Authorizer: 'Users' } }) }, {}, pool(true)),
    [way(['cognito'], 'authenticated')],
  ),
  situation(
    'SAM: Authorizer NONE on a route of a REST API',
    pages.samFunctionAuth,
    shop({ ...users, DefaultAuthorizer: 'Users' }, { Get: get({ Auth: { Authorizer: 'NONE' } }) }, {}, pool(true)),
    [way([], 'public')],
  ),
  situation('SAM: DefaultAuthorizer AWS_IAM', pages.samApiAuth, shop({ DefaultAuthorizer: 'AWS_IAM' }), [
    way(['iam'], 'authenticated'),
  ]),
  situation(
    'SAM: AWS_IAM on one route of a REST API',
    pages.samFunctionAuth,
    shop({}, { Get: get({ Auth: { Authorizer: 'AWS_IAM' } }) }),
    [way(['iam'], 'authenticated')],
  ),
  situation(
    'SAM: a Lambda authorizer by default',
    pages.samApiAuth,
    shop({ ...lambda, DefaultAuthorizer: 'Check' }, undefined, {}, check),
    [way(['lambda-authorizer'], 'authenticated')],
  ),
  situation('SAM: ApiKeyRequired for the API', pages.samApiAuth, shop({ ApiKeyRequired: true }), [
    way(['api-key'], 'public'),
  ]),
  situation(
    'SAM: ApiKeyRequired on one route',
    pages.samFunctionAuth,
    shop(undefined, { Get: get({ Auth: { ApiKeyRequired: true } }) }),
    [way(['api-key'], 'public')],
  ),
  situation(
    'SAM: an API key and a Lambda authorizer',
    pages.samApiAuth,
    shop({ ...lambda, DefaultAuthorizer: 'Check', ApiKeyRequired: true }, undefined, {}, check),
    [way(['api-key', 'lambda-authorizer'], 'authenticated')],
  ),
  situation(
    'SAM: a resource policy with an IP allow-list',
    pages.samApiPolicy,
    shop({ ResourcePolicy: { IpRangeWhitelist: ['192.0.2.0/24'] } }),
    [way(['resource-policy'], 'authenticated')],
  ),
  situation(
    'SAM: a resource policy with an IP deny-list',
    pages.samApiPolicy,
    shop({ ResourcePolicy: { IpRangeBlacklist: ['192.0.2.0/24'] } }),
    [way([], 'public')],
  ),
  situation(
    'SAM: a resource policy for some accounts',
    pages.samApiPolicy,
    shop({ ResourcePolicy: { AwsAccountWhitelist: ['210987654321'] } }),
    [way(['resource-policy'], 'authenticated')],
  ),
  situation(
    'SAM: a resource policy for an endpoint',
    pages.samApiPolicy,
    shop({ ResourcePolicy: { SourceVpcWhitelist: ['vpce-0a1b2c3d'] } }, undefined, {
      EndpointConfiguration: { Type: 'PRIVATE' },
    }),
    [way(['network', 'network'], 'internal')],
  ),
  situation(
    'SAM: Globals.Api.Auth holds for the implicit API',
    pages.samGlobals,
    implicit({}, { Globals: { Api: { Auth: { DefaultAuthorizer: 'AWS_IAM' } } } }),
    [own(['iam'], 'authenticated')],
  ),
  situation(
    'SAM: a route steps out of Globals.Api.Auth',
    pages.samGlobals,
    implicit(
      { Auth: { Authorizer: 'NONE' } },
      { Globals: { Api: { Auth: { ...users, DefaultAuthorizer: 'Users' } } } },
      pool(true),
    ),
    [own([], 'public')],
  ),
  situation(
    'SAM: Auth of the API stands before that of Globals',
    pages.samGlobals,
    {
      ...shop({ ...users, DefaultAuthorizer: 'Users' }, undefined, {}, pool(true)),
      Globals: { Api: { Auth: { ApiKeyRequired: true } } },
    },
    [way(['cognito', 'api-key'], 'authenticated')],
  ),
  situation(
    'SAM: Cors adds a preflight that reaches no function',
    pages.samApiAuth,
    shop(
      { ...users, DefaultAuthorizer: 'Users', AddDefaultAuthorizerToCorsPreflight: false },
      undefined,
      { Cors: "'*'" },
      pool(true),
    ),
    [way(['cognito'], 'authenticated')],
  ),
  situation(
    'SAM: the default authorizer on the preflight changes nothing for the route',
    pages.samApiAuth,
    shop(
      { ...users, DefaultAuthorizer: 'Users', AddDefaultAuthorizerToCorsPreflight: true },
      undefined,
      { Cors: "'*'" },
      pool(true),
    ),
    [way(['cognito'], 'authenticated')],
  ),
  situation(
    'SAM: two events of one function on two routes',
    pages.samFunctionAuth,
    shop(
      { DefaultAuthorizer: 'AWS_IAM' },
      { Get: get(), Health: get({ Path: '/health', Auth: { Authorizer: 'NONE' } }) },
    ),
    [way(['iam'], 'authenticated'), routed('rest-api', 'Shop', 'GET /health', [], 'public')],
  ),
  situation(
    'SAM: a private API',
    pages.privateApi,
    shop(undefined, undefined, {
      EndpointConfiguration: 'PRIVATE',
      Auth: { ResourcePolicy: { SourceVpcWhitelist: ['vpc-0a1b2c3d'] } },
    }),
    [way(['network', 'network'], 'internal')],
  ),
  situation(
    'SAM: a default authorizer from a parameter with default',
    pages.parameters,
    { ...shop({ DefaultAuthorizer: ref('Auth') }), Parameters: { Auth: { Type: 'String', Default: 'AWS_IAM' } } },
    [way(['iam'], 'authenticated')],
  ),
  situation(
    'SAM: an SQS event',
    pages.samEvents,
    sam({ Jobs: resource('AWS::SQS::Queue'), Handler: samFunction({ Job: event('SQS', { Queue: att('Jobs') }) }) }),
    [{ kind: 'queue', source: 'Jobs', auth: [], invocation: 'poll', exposure: 'internal' }],
  ),
];

export const samApiArea: Area = { name: 'sam-api', cases };
