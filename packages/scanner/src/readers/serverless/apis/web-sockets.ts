import { asMap, asText, type Value } from '@leastwise/model';
import type { Maker, Material } from '../../cloudformation/sam/made.ts';
import { flagOf, get, itemsOf } from '../../cloudformation/sam/read-value.ts';
import { textValue } from '../../cloudformation/text-value.ts';
import type { Bench, Cause } from '../bench.ts';
import { missing, permit, shortOr, sourceName, type ServiceEvent } from '../events/event.ts';
import { hasOwnRole, writtenRole } from '../functions/role-of.ts';
import { functionPart, websocketRouteId } from '../naming.ts';

/** https://www.serverless.com/framework/docs/providers/aws/events/websocket */
export function compileWebSockets(events: readonly ServiceEvent[], bench: Bench): void {
  const [first] = events;
  if (first === undefined) return;
  const cause: Cause = { ...first.cause, by: 'websocket' };
  const make = bench.makeAt(cause.at);
  const given = bench.provider('apiGateway', 'websocketApiId');
  const api = given ?? make.ref('WebsocketsApi');
  if (given === undefined) {
    bench.add(
      'WebsocketsApi',
      'AWS::ApiGatewayV2::Api',
      {
        Name:
          bench.provider('websocketsApiName') ??
          textValue([bench.stage, '-', bench.serviceName, '-websockets'], cause.at),
        ProtocolType: 'WEBSOCKET',
        RouteSelectionExpression: bench.provider('websocketsApiRouteSelectionExpression') ?? '$request.body.action',
      },
      cause,
    );
    allowConnections(bench, make);
  }
  const routes = events.flatMap((event) => webSocketRoute(event, api, bench) ?? []);
  const logs = bench.provider('logs', 'websocket');
  const isLogged = logs !== undefined && flagOf(logs) !== false;
  if (isLogged) {
    const name = textValue(['/aws/websocket/', bench.serviceName, '-', bench.stage], cause.at);
    const at = { ...cause, at: logs.origin, keyRange: logs.origin, by: 'logs' };
    bench.add(
      'WebsocketsLogGroup',
      'AWS::Logs::LogGroup',
      { LogGroupName: name, RetentionInDays: bench.provider('logRetentionInDays') },
      at,
    );
  }
  bench.add('WebsocketsDeployment', 'AWS::ApiGatewayV2::Deployment', { ApiId: api }, cause, routes);
  bench.add(
    'WebsocketsDeploymentStage',
    'AWS::ApiGatewayV2::Stage',
    {
      ApiId: api,
      StageName: bench.stage,
      DeploymentId: make.ref('WebsocketsDeployment'),
      AccessLogSettings: isLogged
        ? { DestinationArn: make.ref('WebsocketsLogGroup', 'Arn'), Format: get(logs, 'format') ?? '$context.requestId' }
        : undefined,
      DefaultRouteSettings: isLogged
        ? { DataTraceEnabled: get(logs, 'fullExecutionData') ?? true, LoggingLevel: get(logs, 'level') ?? 'INFO' }
        : undefined,
    },
    cause,
  );
}

/** The framework lets the role that functions share write to the connections of every WebSocket API; a role of one's own does not get it. */
function allowConnections(bench: Bench, make: Maker): void {
  const sharing = bench.functions.find((owner) => writtenRole(owner, bench) === undefined && !hasOwnRole(owner, bench));
  if (sharing === undefined) return;
  const Resource = ['arn:aws:execute-api:*:*:*/@connections/*'];
  bench.allow(sharing, make.of({ Effect: 'Allow', Action: ['execute-api:ManageConnections'], Resource }));
}

function webSocketRoute(event: ServiceEvent, api: Value, bench: Bench): string | undefined {
  const { make, owner } = event;
  const route = shortOr(event, 'route');
  const key = route === undefined ? undefined : asText(route);
  if (route === undefined || key === undefined) {
    missing(event, 'route', bench);
    return undefined;
  }
  const integration = `${functionPart(owner.key)}WebsocketsIntegration`;
  bench.add(
    integration,
    'AWS::ApiGatewayV2::Integration',
    {
      ApiId: api,
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: make.sub(
        'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${arn}/invocations',
        { arn: owner.arn(make.origin) },
      ),
    },
    event.cause,
  );
  const logicalId = websocketRouteId(key);
  bench.add(
    logicalId,
    'AWS::ApiGatewayV2::Route',
    {
      ApiId: api,
      RouteKey: route,
      ...webSocketAuthorizer(event, api, bench),
      Target: make.sub('integrations/${integration}', { integration: make.ref(integration) }),
      RouteResponseSelectionExpression: event.get('routeResponseSelectionExpression'),
    },
    event.cause,
  );
  permit(event, `${functionPart(owner.key)}LambdaPermissionWebsockets`, 'apigateway.amazonaws.com', {}, bench);
  return logicalId;
}

function webSocketAuthorizer(event: ServiceEvent, api: Value, bench: Bench): Readonly<Record<string, Material>> {
  const written = event.get('authorizer');
  if (written === undefined) return { AuthorizationType: 'NONE' };
  const { make } = event;
  const text = asText(written);
  if (text?.toLowerCase() === 'aws_iam') return { AuthorizationType: 'AWS_IAM' };
  const arn =
    get(written, 'arn') ?? (text?.startsWith('arn:') === true || written.kind === 'reference' ? written : undefined);
  if (arn === undefined && text === undefined && asMap(written) === undefined) return { AuthorizationType: written };
  const name = asText(get(written, 'name') ?? written) ?? sourceName(arn, 'Authorizer');
  const short = name.startsWith('arn:') ? sourceName(arn, 'Authorizer') : name;
  const local = bench.functions.find(({ key }) => key === short);
  const target = arn ?? local?.arn(make.origin) ?? written;
  const logicalId = `${functionPart(short)}WebsocketsAuthorizer`;
  const cause = { ...event.cause, by: 'authorizer' };
  bench.add(
    logicalId,
    'AWS::ApiGatewayV2::Authorizer',
    {
      ApiId: api,
      Name: short,
      AuthorizerType: 'REQUEST',
      AuthorizerUri: make.sub(
        'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${arn}/invocations',
        { arn: target },
      ),
      IdentitySource: itemsOf(get(written, 'identitySource') ?? make.of('route.request.header.Auth')),
    },
    cause,
  );
  bench.add(
    `${functionPart(short)}LambdaPermissionWebsockets`,
    'AWS::Lambda::Permission',
    { FunctionName: target, Action: 'lambda:InvokeFunction', Principal: 'apigateway.amazonaws.com' },
    { ...cause, from: local?.id ?? cause.from },
  );
  return { AuthorizationType: 'CUSTOM', AuthorizerId: make.ref(logicalId) };
}
