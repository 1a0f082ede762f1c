import { describe, expect, it } from 'vitest';
import { actionClasses, type ActionClass } from './action-class.ts';

const cases: readonly (readonly [string, readonly ActionClass[]])[] = [
  ['logs:PutLogEvents', []],
  ['xray:PutTraceSegments', []],
  ['ec2:CreateNetworkInterface', []],
  ['cloudwatch:PutMetricData', []],
  ['ec2:DescribeSubnets', []],
  ['ec2:DescribeInstances', ['looks']],
  ['xray:GetTraceSummaries', ['reads']],
  ['kms:Decrypt', []],
  ['logs:*', ['looks']],
  ['logs:GetLogEvents', ['reads']],
  ['sns:Publish', ['writes']],
  ['ses:SendRawEmail', ['writes']],
  ['dynamodb:PutItem', ['writes']],
  ['cognito-idp:AdminCreateUser', ['writes']],
  ['cognito-idp:AdminGetUser', ['reads']],
  ['qldb:SendCommand', ['writes']],
  ['rds-db:connect', ['writes']],
  ['s3:GetObject', ['reads']],
  ['s3:ListBucket', ['reads']],
  ['s3:ListAllMyBuckets', ['looks']],
  ['sqs:GetQueueAttributes', ['looks']],
  ['dynamodb:DescribeTable', ['looks']],
  ['appconfig:StartConfigurationSession', ['reads']],
  ['lambda:GetFunctionConfiguration', ['reads']],
  ['mobiletargeting:PhoneNumberValidate', ['looks']],
  ['bedrock:InvokeModel', ['spends']],
  ['bedrock:*', ['spends']],
  ['translate:TranslateText', ['spends']],
  ['bedrock:DeleteAgent', ['writes']],
  ['kendra:Query', ['reads']],
  ['s3:*', ['writes', 'reads']],
  ['*', ['writes', 'reads']],
  ['IAM:PassRole', ['writes']],
  ['nonsense', ['writes', 'reads']],
];

describe('what an action does', () => {
  it.each(cases)('%s', (action, classes) => {
    expect(actionClasses(action)).toEqual(classes);
  });
});
