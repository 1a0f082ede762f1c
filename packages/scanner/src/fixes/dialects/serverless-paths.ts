import type { Spelled } from '../text/print-value.ts';
import { renamed, type PathRow } from './path-row.ts';

const lambda = 'functions';
const provider = 'provider';

const whenPresent = (value: Spelled): Spelled | undefined => (value === null || value === false ? undefined : true);

/**
 * Where `serverless.yml` writes what becomes a property of CloudFormation.
 * https://www.serverless.com/framework/docs/providers/aws/guide/serverless.yml
 */
export const serverlessPaths: readonly PathRow[] = [
  ...renamed(
    lambda,
    'AWS::Lambda::Function',
    {
      Timeout: 'timeout',
      MemorySize: 'memorySize',
      ReservedConcurrentExecutions: 'reservedConcurrency',
      Runtime: 'runtime',
      Handler: 'handler',
      Description: 'description',
      KmsKeyArn: 'kmsKeyArn',
      'TracingConfig.Mode': 'tracing',
      'VpcConfig.SubnetIds': 'vpc.subnetIds',
      'VpcConfig.SecurityGroupIds': 'vpc.securityGroupIds',
      'EphemeralStorage.Size': 'ephemeralStorageSize',
      'LoggingConfig.LogFormat': 'logs.logFormat',
      'LoggingConfig.ApplicationLogLevel': 'logs.applicationLogLevel',
      'Environment.Variables': 'environment',
    },
    '',
  ),
  ...renamed(lambda, 'AWS::Logs::LogGroup', { RetentionInDays: 'logRetentionInDays' }, ''),
  {
    owner: lambda,
    target: 'AWS::Lambda::Url',
    from: 'AuthType',
    to: 'url',
    value: (auth) => (auth === 'AWS_IAM' ? { authorizer: 'aws_iam' } : undefined),
  },
  ...renamed(
    lambda,
    'AWS::Lambda::EventInvokeConfig',
    {
      'DestinationConfig.OnFailure.Destination': 'destinations.onFailure',
      MaximumRetryAttempts: 'maximumRetryAttempts',
      MaximumEventAgeInSeconds: 'maximumEventAge',
    },
    '',
  ),
  ...renamed(
    provider,
    'AWS::ApiGateway::RestApi',
    {
      MinimumCompressionSize: 'apiGateway.minimumCompressionSize',
      DisableExecuteApiEndpoint: 'apiGateway.disableDefaultEndpoint',
    },
    '',
  ),
  ...renamed(provider, 'AWS::ApiGateway::Stage', { TracingEnabled: 'tracing.apiGateway' }, ''),
  {
    owner: provider,
    target: 'AWS::ApiGateway::Stage',
    from: 'AccessLogSetting',
    to: 'logs.restApi',
    // The execution log of the framework holds bodies unless it is told otherwise.
    value: (value) => (whenPresent(value) === undefined ? undefined : { accessLogging: true, executionLogging: false }),
  },
  {
    owner: provider,
    target: 'AWS::ApiGatewayV2::Stage',
    from: 'AccessLogSettings',
    to: 'logs.httpApi',
    value: whenPresent,
  },
  ...renamed(provider, 'AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: 'httpApi.disableDefaultEndpoint' }, ''),
];
