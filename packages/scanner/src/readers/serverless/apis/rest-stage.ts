import type { Material } from '../../cloudformation/sam/made.ts';
import { flagOf, get } from '../../cloudformation/sam/read-value.ts';
import { textValue } from '../../cloudformation/text-value.ts';
import type { Bench, Cause } from '../bench.ts';
import type { RestApi } from './rest-api.ts';

/** The deployment and the stage that it makes, with its logs and tracing. */
export function restStage(api: RestApi, cause: Cause, methods: readonly string[], bench: Bench): void {
  const make = bench.makeAt(cause.at);
  const logs = bench.provider('logs', 'restApi');
  const isLogged = logs !== undefined && flagOf(logs) !== false;
  const hasAccessLog = isLogged && flagOf(get(logs, 'accessLogging')) !== false;
  const tracing = bench.provider('tracing', 'apiGateway');
  if (isLogged) {
    bench.add(
      'ApiGatewayLogGroup',
      'AWS::Logs::LogGroup',
      {
        LogGroupName: textValue(['/aws/api-gateway/', bench.serviceName, '-', bench.stage], cause.at),
        RetentionInDays: bench.provider('logRetentionInDays'),
      },
      { ...cause, at: logs.origin, keyRange: logs.origin, by: 'logs' },
    );
  }
  bench.add('ApiGatewayDeployment', 'AWS::ApiGateway::Deployment', { RestApiId: api.id }, cause, methods);
  const level = get(logs, 'level') ?? (flagOf(get(logs, 'executionLogging')) === false ? 'OFF' : 'INFO');
  const settings: Material = isLogged
    ? [
        {
          HttpMethod: '*',
          ResourcePath: '/*',
          LoggingLevel: level,
          DataTraceEnabled: get(logs, 'fullExecutionData') ?? true,
          MetricsEnabled: bench.provider('apiGateway', 'metrics'),
        },
      ]
    : undefined;
  bench.add(
    'ApiGatewayStage',
    'AWS::ApiGateway::Stage',
    {
      RestApiId: api.id,
      StageName: bench.provider('apiGateway', 'stage') ?? bench.stage,
      DeploymentId: make.ref('ApiGatewayDeployment'),
      TracingEnabled: tracing === undefined ? false : (flagOf(tracing) ?? tracing),
      AccessLogSetting: hasAccessLog
        ? { DestinationArn: make.ref('ApiGatewayLogGroup', 'Arn'), Format: get(logs, 'format') ?? DEFAULT_FORMAT }
        : undefined,
      MethodSettings: settings,
    },
    cause,
  );
}

const DEFAULT_FORMAT =
  'requestId: $context.requestId, ip: $context.identity.sourceIp, caller: $context.identity.caller, user: $context.identity.user, requestTime: $context.requestTime, httpMethod: $context.httpMethod, resourcePath: $context.resourcePath, status: $context.status, protocol: $context.protocol, responseLength: $context.responseLength';
