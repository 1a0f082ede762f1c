import type { Area, ExpectedWay, ExposureCase, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import { att, fn, invocationUri, ref, resource, routed, situation, stack, sub, type Resources } from '../template.ts';

/** A chat whose routes all lead to Handler, by their keys. */
function chat(routes: { readonly [key: string]: JsonMap }, more: Resources = {}): JsonMap {
  const written = Object.entries(routes).map(([key, properties], index) => [
    `Route${index}`,
    resource('AWS::ApiGatewayV2::Route', {
      ApiId: ref('Chat'),
      RouteKey: key,
      Target: sub('integrations/${Work}'),
      ...properties,
    }),
  ]);
  return stack(
    fn('Handler'),
    {
      Chat: resource('AWS::ApiGatewayV2::Api', {
        Name: 'chat',
        ProtocolType: 'WEBSOCKET',
        RouteSelectionExpression: '$request.body.action',
      }),
      Work: resource('AWS::ApiGatewayV2::Integration', {
        ApiId: ref('Chat'),
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: invocationUri('Handler'),
      }),
      ...(Object.fromEntries(written) as Resources),
    },
    more,
  );
}
const way = (
  route: string,
  auth: ExpectedWay['auth'],
  exposure: ExpectedWay['exposure'],
  rest: Partial<ExpectedWay> = {},
): ExpectedWay => routed('websocket-api', 'Chat', route, auth, exposure, rest);
const check: Resources = {
  ...fn('Check'),
  Guard: resource('AWS::ApiGatewayV2::Authorizer', {
    ApiId: ref('Chat'),
    Name: 'check',
    AuthorizerType: 'REQUEST',
    AuthorizerUri: invocationUri('Check'),
  }),
};
const iam = { AuthorizationType: 'AWS_IAM' };
const custom = { AuthorizationType: 'CUSTOM', AuthorizerId: ref('Guard') };

const cases: readonly ExposureCase[] = [
  situation(
    'a WebSocket API that anyone may connect to',
    pages.webSocketAccess,
    chat({ $connect: { AuthorizationType: 'NONE' }, send: {} }),
    [way('$connect', [], 'public'), way('send', [], 'public')],
  ),
  situation(
    'a WebSocket API without a $connect route lets everyone connect',
    pages.webSocketAccess,
    chat({ send: {} }),
    [way('send', [], 'public')],
  ),
  situation(
    '$connect asks for a signature: so do messages, through the connection',
    pages.webSocketIam,
    chat({ $connect: iam, send: {} }),
    [way('$connect', ['iam'], 'authenticated'), way('send', ['iam'], 'authenticated')],
  ),
  situation(
    'a Lambda authorizer at $connect',
    pages.webSocketAuthorizer,
    chat({ $connect: custom, $default: {} }, check),
    [way('$connect', ['lambda-authorizer'], 'authenticated'), way('$default', ['lambda-authorizer'], 'authenticated')],
  ),
  situation(
    '$disconnect comes over the same connection',
    pages.webSocketAccess,
    chat({ $connect: iam, $disconnect: {} }),
    [way('$connect', ['iam'], 'authenticated'), way('$disconnect', ['iam'], 'authenticated')],
  ),
  situation(
    '$connect with an API key only',
    pages.webSocketAccess,
    chat({ $connect: { ApiKeyRequired: true }, send: {} }),
    [way('$connect', ['api-key'], 'public'), way('send', ['api-key'], 'public')],
  ),
  situation(
    'a second function behind $connect does not change what messages ask',
    pages.webSocketAccess,
    chat(
      { send: {} },
      {
        ...fn('Connect'),
        ConnectWork: resource('AWS::ApiGatewayV2::Integration', {
          ApiId: ref('Chat'),
          IntegrationType: 'AWS_PROXY',
          IntegrationUri: invocationUri('Connect'),
        }),
        ConnectRoute: resource('AWS::ApiGatewayV2::Route', {
          ApiId: ref('Chat'),
          RouteKey: '$connect',
          AuthorizationType: 'AWS_IAM',
          Target: sub('integrations/${ConnectWork}'),
        }),
      },
    ),
    [way('send', ['iam'], 'authenticated')],
  ),
  situation(
    'the authorization of $connect from a parameter',
    pages.parameters,
    {
      ...chat({ $connect: { AuthorizationType: ref('ConnectAuth') }, send: {} }),
      Parameters: { ConnectAuth: { Type: 'String' } },
    },
    [
      way('$connect', ['unknown'], 'unknown', { settleWith: '--param ConnectAuth=' }),
      way('send', ['unknown'], 'unknown', { settleWith: '--param ConnectAuth=' }),
    ],
  ),
  situation(
    'authorization written on a message route has no effect',
    pages.webSocketAccess,
    chat({ $connect: {}, send: iam }),
    [way('$connect', [], 'public'), way('send', [], 'public')],
  ),
  situation(
    'the authorizer of a chat runs for everyone who tries to connect',
    pages.webSocketAuthorizer,
    chat({ $connect: custom }, check),
    [{ kind: 'authorizer', source: 'Guard', auth: [], invocation: 'sync', exposure: 'public' }],
    { function: 'Check' },
  ),
  situation(
    'a function that only sends to connections has no way in through the chat',
    pages.webSocketAccess,
    chat({ send: {} }, fn('Notify', {}, [{ Effect: 'Allow', Action: 'execute-api:ManageConnections', Resource: '*' }])),
    [],
    { function: 'Notify' },
  ),
  situation(
    'an alias behind $connect',
    pages.webSocketAccess,
    stack(fn('Handler'), {
      Live: resource('AWS::Lambda::Alias', { FunctionName: ref('Handler'), FunctionVersion: '$LATEST', Name: 'live' }),
      Chat: resource('AWS::ApiGatewayV2::Api', {
        Name: 'chat',
        ProtocolType: 'WEBSOCKET',
        RouteSelectionExpression: '$request.body.action',
      }),
      Work: resource('AWS::ApiGatewayV2::Integration', {
        ApiId: ref('Chat'),
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: sub('arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Live}/invocations'),
      }),
      Connect: resource('AWS::ApiGatewayV2::Route', {
        ApiId: ref('Chat'),
        RouteKey: '$connect',
        AuthorizationType: 'NONE',
        Target: sub('integrations/${Work}'),
      }),
    }),
    [way('$connect', [], 'public')],
  ),
  situation(
    'the integration written with Join',
    pages.webSocketAccess,
    chat(
      { $connect: {} },
      {
        Work: resource('AWS::ApiGatewayV2::Integration', {
          ApiId: ref('Chat'),
          IntegrationType: 'AWS_PROXY',
          IntegrationUri: {
            'Fn::Join': [
              '',
              [
                'arn:aws:apigateway:',
                ref('AWS::Region'),
                ':lambda:path/2015-03-31/functions/',
                att('Handler'),
                '/invocations',
              ],
            ],
          },
        }),
      },
    ),
    [way('$connect', [], 'public')],
  ),
];

export const webSocketArea: Area = { name: 'websocket', cases };
