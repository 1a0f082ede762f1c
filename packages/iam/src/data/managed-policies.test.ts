import { describe, expect, it } from 'vitest';
import { managedPolicy } from './managed-policies.ts';

const basic = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';

describe('an AWS managed policy', () => {
  it.each([
    basic,
    'arn:aws-cn:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    'AWSLambdaBasicExecutionRole',
    'service-role/AWSLambdaBasicExecutionRole',
  ])('is found as %s', (name) => {
    expect(managedPolicy(name)).toEqual({
      name: 'AWSLambdaBasicExecutionRole',
      arn: basic,
      document: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: '*',
          },
        ],
      },
    });
  });

  it('is the latest version', () => {
    expect(JSON.stringify(managedPolicy('PowerUserAccess')?.document)).toContain('NotAction');
  });

  it.each([
    'arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole',
    'arn:aws:iam::123456789012:policy/AdministratorAccess',
    'service-role/AdministratorAccess',
    'NoSuchPolicy',
    '',
  ])('is not %j', (name) => {
    expect(managedPolicy(name)).toBeUndefined();
  });
});
