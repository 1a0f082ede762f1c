import { asText, type Value } from '@leastwise/model';
import type { Material } from '../../cloudformation/sam/made.ts';
import { flagOf, get, isMap } from '../../cloudformation/sam/read-value.ts';
import { textValue } from '../../cloudformation/text-value.ts';
import type { Bench, Cause } from '../bench.ts';
import { missing, permit, type ServiceEvent } from '../events/event.ts';
import { functionPart, pathPart } from '../naming.ts';
import { httpAuthorizer } from './http-authorizers.ts';
import { apiCause, serviceText } from './rest-api.ts';

/** https://www.serverless.com/framework/docs/providers/aws/events/http-api */
export function compileHttpApi(events: readonly ServiceEvent[], bench: Bench): void {
  const [first] = events;
  if (first === undefined) return;
  const cause = apiCause(first, bench, 'httpApi');
  const make = bench.makeAt(cause.at);
  const given = bench.provider('httpApi', 'id');
  const api = given ?? make.ref('HttpApi');
  if (given === undefined) httpApi(cause, bench);
  for (const event of events) httpRoute(event, api, bench);
}

function httpApi(cause: Cause, bench: Bench): void {
  const make = bench.makeAt(cause.at);
  const settings = (name: string): Value | undefined => bench.provider('httpApi', name);
  bench.add(
    'HttpApi',
    'AWS::ApiGatewayV2::Api',
    {
      Name: settings('name') ?? serviceText(bench, cause.at),
      ProtocolType: 'HTTP',
      CorsConfiguration: corsOf(settings('cors')),
      DisableExecuteApiEndpoint: settings('disableDefaultEndpoint'),
    },
    cause,
  );
  const logs = bench.provider('logs', 'httpApi');
  const isLogged = logs !== undefined && flagOf(logs) !== false;
  if (isLogged) {
    bench.add(
      'HttpApiLogGroup',
      'AWS::Logs::LogGroup',
      {
        LogGroupName: textValue(['/aws/http-api/', bench.serviceName, '-', bench.stage], cause.at),
        RetentionInDays: bench.provider('logRetentionInDays'),
      },
      { ...cause, at: logs.origin, keyRange: logs.origin, by: 'logs' },
    );
  }
  bench.add(
    'HttpApiStage',
    'AWS::ApiGatewayV2::Stage',
    {
      ApiId: make.ref('HttpApi'),
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { DetailedMetricsEnabled: settings('metrics') ?? false },
      AccessLogSettings: isLogged
        ? {
            DestinationArn: make.ref('HttpApiLogGroup', 'Arn'),
            Format: get(logs, 'format') ?? '{"requestId":"$context.requestId"}',
          }
        : undefined,
    },
    cause,
  );
}

/** `cors: true` allows every origin. */
function corsOf(cors: Value | undefined): Material {
  if (cors === undefined || flagOf(cors) === false) return undefined;
  if (!isMap(cors)) return cors.kind === 'known' ? { AllowOrigins: ['*'], AllowMethods: ['*'] } : cors;
  return {
    AllowOrigins: get(cors, 'allowedOrigins') ?? ['*'],
    AllowMethods: get(cors, 'allowedMethods') ?? ['*'],
    AllowHeaders: get(cors, 'allowedHeaders'),
    AllowCredentials: get(cors, 'allowCredentials'),
    ExposeHeaders: get(cors, 'exposedResponseHeaders'),
    MaxAge: get(cors, 'maxAge'),
  };
}

function httpRoute(event: ServiceEvent, api: Value, bench: Bench): void {
  const { make, owner } = event;
  const key = routeKeyOf(event);
  if (key === undefined) return missing(event, 'path', bench);
  const part = functionPart(owner.key);
  const integration = `HttpApiIntegration${part}`;
  bench.add(
    integration,
    'AWS::ApiGatewayV2::Integration',
    {
      ApiId: api,
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: owner.arn(make.origin),
      PayloadFormatVersion: owner.get('httpApi', 'payload') ?? bench.provider('httpApi', 'payload') ?? '2.0',
      TimeoutInMillis: 30000,
    },
    event.cause,
  );
  bench.add(
    key === '*' ? 'HttpApiRouteDefault' : `HttpApiRoute${pathPart(key)}`,
    'AWS::ApiGatewayV2::Route',
    {
      ApiId: api,
      RouteKey: key === '*' ? '$default' : key,
      Target: make.sub('integrations/${integration}', { integration: make.ref(integration) }),
      ...httpAuthorizer(event, api, bench),
    },
    event.cause,
  );
  permit(
    event,
    `${part}LambdaPermissionHttpApi`,
    'apigateway.amazonaws.com',
    { arn: make.sub('arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${api}/*', { api }) },
    bench,
  );
}

/** `*`, `GET /orders`, or `method` and `path`. */
function routeKeyOf(event: ServiceEvent): string | undefined {
  const short = asText(event.value);
  const path = short === undefined ? asText(event.get('path') ?? event.value) : undefined;
  const method = short === undefined ? asText(event.get('method') ?? event.make.of('*')) : undefined;
  const written = short?.trim() ?? (path === undefined ? undefined : path === '*' ? '*' : `${method ?? '*'} ${path}`);
  if (written === undefined || written === '*') return written;
  const [verb = '', ...rest] = written.split(/\s+/);
  const route = rest.join(' ');
  if (route === '' || route === '*')
    return verb === '*' && route === '*' ? '*' : route === '' ? undefined : `${verb.toUpperCase()} *`;
  return `${verb === '*' ? 'ANY' : verb.toUpperCase()} ${route.startsWith('/') ? route : `/${route}`}`;
}
