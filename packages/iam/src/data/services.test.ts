import { describe, expect, it } from 'vitest';
import { sdkService, servicePrefixOf } from './services.ts';
import type { SdkKind } from './types.ts';

describe('the service that a program names', () => {
  it.each<[SdkKind, string, string]>([
    ['js-v3', '@aws-sdk/client-sfn', 'states'],
    ['js-v3', 'CognitoIdentityProviderClient', 'cognito-idp'],
    ['js-v3', 'ApiGatewayManagementApiClient', 'execute-api'],
    ['js-v3', 'client-iot-data-plane', 'iot'],
    ['js-v3', 'ElasticLoadBalancingV2Client', 'elasticloadbalancing'],
    ['js-v3', 'CostExplorerClient', 'ce'],
    ['js-v2', 'CognitoIdentityServiceProvider', 'cognito-idp'],
    ['js-v2', 'StepFunctions', 'states'],
    ['js-v2', 'CloudWatchEvents', 'events'],
    ['js-v2', 'RDSDataService', 'rds-data'],
    ['boto3', 'stepfunctions', 'states'],
    ['boto3', 'logs', 'logs'],
    ['botocore', 'EventBridge', 'events'],
    ['java', 'software.amazon.awssdk.services.sqs', 'sqs'],
    ['go', 'github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs', 'logs'],
  ])('%s %s has the prefix %s', (sdk, name, prefix) => {
    expect(servicePrefixOf({ sdk, name })).toBe(prefix);
  });

  it('tells services of one prefix apart', () => {
    expect(sdkService({ sdk: 'js-v3', name: 'S3ControlClient' })).toMatchObject({ id: 's3control', prefix: 's3' });
  });

  it('is unknown when no SDK has it', () => {
    expect(servicePrefixOf({ sdk: 'js-v3', name: '@aws-sdk/client-teapot' })).toBeUndefined();
    expect(servicePrefixOf({ sdk: 'boto3', name: 'S3Client' })).toBeUndefined();
  });
});
