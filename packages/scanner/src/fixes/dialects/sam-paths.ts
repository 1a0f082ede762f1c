import { renamed, same, type PathRow } from './path-row.ts';

const lambda = 'AWS::Serverless::Function';
const rest = 'AWS::Serverless::Api';
const http = 'AWS::Serverless::HttpApi';
const machine = 'AWS::Serverless::StateMachine';
const table = 'AWS::Serverless::SimpleTable';

const restStage = 'AccessLogSetting CacheClusterEnabled CacheClusterSize MethodSettings TracingEnabled Variables';
const restApi = 'MinimumCompressionSize DisableExecuteApiEndpoint EndpointConfiguration';
const httpStage = 'AccessLogSettings DefaultRouteSettings RouteSettings StageVariables';
const globals = 'Globals hold for every API of the template.';

/**
 * Properties of SAM that have another name or place than in CloudFormation.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html
 */
export const samPaths: readonly PathRow[] = [
  ...same(
    lambda,
    'AWS::Lambda::Function',
    `FunctionName Handler Runtime Description MemorySize Timeout VpcConfig Role Environment KmsKeyArn ReservedConcurrentExecutions
     Layers FileSystemConfigs ImageConfig Architectures SnapStart EphemeralStorage CodeSigningConfigArn LoggingConfig
     RecursiveLoop RuntimeManagementConfig`,
  ),
  ...renamed(lambda, 'AWS::Lambda::Function', { 'TracingConfig.Mode': 'Tracing' }),
  {
    owner: lambda,
    target: 'AWS::Lambda::Function',
    from: 'DeadLetterConfig.TargetArn',
    to: 'Properties.DeadLetterQueue',
    value: (target) => ({ Type: 'SQS', TargetArn: target }),
  },
  ...renamed(lambda, 'AWS::Lambda::Url', {
    AuthType: 'FunctionUrlConfig.AuthType',
    Cors: 'FunctionUrlConfig.Cors',
  }),
  ...renamed(lambda, 'AWS::Lambda::EventInvokeConfig', {
    DestinationConfig: 'EventInvokeConfig.DestinationConfig',
    MaximumRetryAttempts: 'EventInvokeConfig.MaximumRetryAttempts',
    MaximumEventAgeInSeconds: 'EventInvokeConfig.MaximumEventAgeInSeconds',
  }),
  ...same(rest, 'AWS::ApiGateway::Stage', restStage),
  ...same(rest, 'AWS::ApiGateway::RestApi', restApi),
  ...renamed('Globals', 'AWS::ApiGateway::Stage', prefixed(restStage, 'Api'), '').map(reviewed),
  ...renamed('Globals', 'AWS::ApiGateway::RestApi', prefixed(restApi, 'Api'), '').map(reviewed),
  ...same(http, 'AWS::ApiGatewayV2::Stage', httpStage),
  ...same(http, 'AWS::ApiGatewayV2::Api', 'DisableExecuteApiEndpoint CorsConfiguration'),
  ...renamed('Globals', 'AWS::ApiGatewayV2::Stage', prefixed(httpStage, 'HttpApi'), '').map(reviewed),
  ...renamed(machine, 'AWS::StepFunctions::StateMachine', {
    LoggingConfiguration: 'Logging',
    TracingConfiguration: 'Tracing',
  }),
  ...same(table, 'AWS::DynamoDB::Table', 'SSESpecification PointInTimeRecoverySpecification TableName'),
];

/** The APIs that SAM makes of events alone; only Globals can say something of them. */
export const implicitApis = /^Serverless(?:Rest|Http)Api/;

function prefixed(names: string, section: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(/\s+/).map((name) => [name, `${section}.${name}`]));
}

function reviewed(row: PathRow): PathRow {
  return { ...row, review: globals };
}
