import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import check from './role-with-wildcard-resource.ts';

const assignment = { label: '', conditions: new Map<string, boolean>(), isDefault: true };

function severities(template: string): readonly string[] {
  const estate = buildEstate('shop', assignment, readTemplateText(template));
  const settings = { ...defaultSettings, asOf: '2026-11-01' };
  return judge(estate, factsOf(estate, memoryTree({})), [check], settings).findings.map((finding) => finding.severity);
}

const policy = (action: string, resource: string, more = ''): string => `Resources:
  Access:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement: [{ Effect: Allow, Action: [${action}], Resource: [${resource}]${more} }]
`;

describe('role-with-wildcard-resource', () => {
  it.each([
    ['logs, which need the wildcard', policy("'logs:PutLogEvents'", "'*'"), []],
    ['a bucket whose name ends in a wildcard for its objects', policy("'s3:GetObject'", "'arn:aws:s3:::photos/*'"), []],
    ['every object of every bucket', policy("'s3:GetObject'", "'arn:aws:s3:::*/*'"), ['medium']],
    [
      'a wildcard of another service beside a named secret',
      policy(
        "'secretsmanager:GetSecretValue', 'ec2:CreateNetworkInterface'",
        "'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf', 'arn:aws:ec2:eu-west-1:123456789012:*/*'",
      ),
      [],
    ],
    [
      'a wildcard that a tag narrows',
      policy("'dynamodb:GetItem'", "'*'", ", Condition: { StringEquals: { 'aws:ResourceTag/team': shop } }"),
      [],
    ],
    ['all of a service, which is another question', policy("'dynamodb:*'", "'*'"), []],
    ['text messages, which have no topic', policy("'sns:Publish'", "'*'"), ['info']],
    ['a Deny', policy("'s3:GetObject'", "'*'").replace('Allow', 'Deny'), []],
  ])('%s', (_, template, expected) => {
    expect(severities(template)).toEqual(expected);
  });
});
