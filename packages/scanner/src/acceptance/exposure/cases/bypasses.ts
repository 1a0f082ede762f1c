import type { Area, ExpectedWay, ExposureCase, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import {
  att,
  fn,
  invocationUri,
  permission,
  ref,
  resource,
  routed,
  situation,
  started,
  sub,
  type Resources,
} from '../template.ts';
import { orderApi } from './rest-api.ts';

const way = (auth: ExpectedWay['auth'], exposure: ExpectedWay['exposure'], source = 'Shop'): ExpectedWay =>
  routed('rest-api', source, 'GET /orders', auth, exposure);
const url: Resources = {
  Link: resource('AWS::Lambda::Url', { TargetFunctionArn: att('Handler'), AuthType: 'NONE' }),
  Open: permission('Handler', '*', { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' }),
};
const method = (api: string, path: JsonMap, verb: string, auth: JsonMap): JsonMap =>
  resource('AWS::ApiGateway::Method', {
    RestApiId: ref(api),
    ResourceId: path,
    HttpMethod: verb,
    Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: invocationUri('Handler') },
    ...auth,
  });
const signed = { AuthorizationType: 'AWS_IAM' };
const lambdaGuard: Resources = {
  ...fn('Check'),
  Guard: resource('AWS::ApiGateway::Authorizer', {
    RestApiId: ref('Shop'),
    Name: 'guard',
    Type: 'TOKEN',
    IdentitySource: 'method.request.header.Authorization',
    AuthorizerUri: invocationUri('Check'),
  }),
};
const custom = { AuthorizationType: 'CUSTOM', AuthorizerId: ref('Guard') };
const waf: Resources = {
  Wall: resource('AWS::WAFv2::WebACL', {
    Scope: 'REGIONAL',
    DefaultAction: { Allow: {} },
    VisibilityConfig: { CloudWatchMetricsEnabled: true, MetricName: 'wall', SampledRequestsEnabled: true },
  }),
  Put: resource('AWS::WAFv2::WebACLAssociation', {
    WebACLArn: att('Wall'),
    ResourceArn: sub('arn:aws:apigateway:${AWS::Region}::/restapis/${Shop}/stages/prod'),
  }),
};
const authorizer = (exposure: ExpectedWay['exposure']): ExpectedWay => started('authorizer', 'Guard', 'sync', exposure);

const cases: readonly ExposureCase[] = [
  situation(
    'a second route to the same function without the authorizer',
    pages.method,
    orderApi(
      signed,
      {},
      { Second: method('Shop', att('Shop', 'RootResourceId'), 'GET', { AuthorizationType: 'NONE' }) },
    ),
    [way(['iam'], 'authenticated'), routed('rest-api', 'Shop', 'GET /', [], 'public')],
  ),
  situation(
    'a second method on the same path without the authorizer',
    pages.method,
    orderApi(signed, {}, { Second: method('Shop', ref('Orders'), 'POST', { AuthorizationType: 'NONE' }) }),
    [way(['iam'], 'authenticated'), routed('rest-api', 'Shop', 'POST /orders', [], 'public')],
  ),
  situation('a function URL beside the protected API', pages.functionUrl, orderApi(signed, {}, url), [
    way(['iam'], 'authenticated'),
    routed('function-url', 'Link', 'ANY /', [], 'public'),
  ]),
  situation(
    'a second API beside the protected one',
    pages.restAccess,
    orderApi(
      signed,
      {},
      {
        Back: resource('AWS::ApiGateway::RestApi', { Name: 'back' }),
        Second: method('Back', att('Back', 'RootResourceId'), 'GET', { AuthorizationType: 'NONE' }),
      },
    ),
    [way(['iam'], 'authenticated'), routed('rest-api', 'Back', 'GET /', [], 'public')],
  ),
  situation(
    'a permission for anyone beside the protected API',
    pages.functionPolicy,
    orderApi(signed, {}, { Permit: permission('Handler', '*') }),
    [way(['iam'], 'authenticated'), { kind: 'permission', auth: [], invocation: 'sync', exposure: 'public' }],
  ),
  situation('a web ACL authenticates nobody', pages.waf, orderApi({ AuthorizationType: 'NONE' }, {}, waf), [
    way([], 'public'),
  ]),
  situation('a web ACL before a signed route', pages.waf, orderApi(signed, {}, waf), [way(['iam'], 'authenticated')]),
  situation(
    'an edge domain does not hide the execute-api address',
    pages.disableDefaultEndpoint,
    orderApi(
      { AuthorizationType: 'NONE' },
      {},
      {
        Site: resource('AWS::CloudFront::Distribution', {
          DistributionConfig: {
            Enabled: true,
            DefaultCacheBehavior: {
              TargetOriginId: 'api',
              ViewerProtocolPolicy: 'https-only',
              TrustedKeyGroups: ['b1946ac9'],
            },
            Origins: [
              {
                Id: 'api',
                DomainName: sub('${Shop}.execute-api.${AWS::Region}.amazonaws.com'),
                CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
              },
            ],
          },
        }),
      },
    ),
    [way([], 'public')],
  ),
  situation(
    'an authorizer runs for whoever sends a token',
    pages.restLambdaAuthorizer,
    orderApi(custom, {}, lambdaGuard),
    [authorizer('public')],
    { function: 'Check' },
  ),
  situation(
    'an authorizer of a private API runs for callers inside',
    pages.privateApi,
    orderApi(custom, { EndpointConfiguration: { Types: ['PRIVATE'] } }, lambdaGuard),
    [authorizer('internal')],
    { function: 'Check' },
  ),
  situation(
    'an authorizer that no method asks',
    pages.method,
    orderApi({ AuthorizationType: 'NONE' }, {}, lambdaGuard),
    [authorizer('internal')],
    { function: 'Check' },
  ),
  situation(
    'an authorizer behind mutual TLS',
    pages.restMutualTls,
    orderApi(
      custom,
      { DisableExecuteApiEndpoint: true },
      {
        ...lambdaGuard,
        Domain: resource('AWS::ApiGateway::DomainName', {
          DomainName: 'api.shop.example',
          MutualTlsAuthentication: { TruststoreUri: 's3://truststore/ca.pem' },
        }),
        Mapping: resource('AWS::ApiGateway::BasePathMapping', {
          DomainName: ref('Domain'),
          RestApiId: ref('Shop'),
          Stage: 'prod',
        }),
      },
    ),
    [authorizer('authenticated')],
    { function: 'Check' },
  ),
  situation(
    'an open queue beside the protected API',
    pages.queuePolicy,
    orderApi(
      signed,
      {},
      {
        Jobs: resource('AWS::SQS::Queue'),
        Feed: resource('AWS::Lambda::EventSourceMapping', {
          EventSourceArn: att('Jobs'),
          FunctionName: ref('Handler'),
        }),
        JobsPolicy: resource('AWS::SQS::QueuePolicy', {
          Queues: [ref('Jobs')],
          PolicyDocument: {
            Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: '*' }],
          },
        }),
      },
    ),
    [way(['iam'], 'authenticated'), started('queue', 'Jobs', 'poll', 'public')],
  ),
  situation(
    'a load balancer beside the protected API',
    pages.alb,
    orderApi(
      signed,
      {},
      {
        Front: resource('AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: ['subnet-1', 'subnet-2'] }),
        Group: resource('AWS::ElasticLoadBalancingV2::TargetGroup', {
          TargetType: 'lambda',
          Targets: [{ Id: att('Handler') }],
        }),
        Listen: resource('AWS::ElasticLoadBalancingV2::Listener', {
          LoadBalancerArn: ref('Front'),
          Port: 80,
          Protocol: 'HTTP',
          DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('Group') }],
        }),
      },
    ),
    [way(['iam'], 'authenticated'), routed('load-balancer', 'Front', 'ANY /*', [], 'public')],
  ),
  situation(
    'a greedy path beside the guarded one',
    pages.method,
    orderApi(
      signed,
      {},
      {
        Rest: resource('AWS::ApiGateway::Resource', {
          RestApiId: ref('Shop'),
          ParentId: att('Shop', 'RootResourceId'),
          PathPart: '{proxy+}',
        }),
        Any: method('Shop', ref('Rest'), 'ANY', { AuthorizationType: 'NONE' }),
      },
    ),
    [way(['iam'], 'authenticated'), routed('rest-api', 'Shop', 'ANY /{proxy+}', [], 'public')],
  ),
];

export const bypassesArea: Area = { name: 'bypasses', cases };
