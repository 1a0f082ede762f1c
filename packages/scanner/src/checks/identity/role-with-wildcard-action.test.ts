import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import check from './role-with-wildcard-action.ts';

const assignment = { label: '', conditions: new Map<string, boolean>(), isDefault: true };

function severities(action: string, resource: string): readonly string[] {
  const template = `Resources:
  ReportRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [] }
      Policies:
        - PolicyName: reports
          PolicyDocument: { Statement: [{ Effect: Allow, Action: ${action}, Resource: '${resource}' }] }
`;
  const estate = buildEstate('reports', assignment, readTemplateText(template));
  const settings = { ...defaultSettings, asOf: '2026-11-01' };
  return judge(estate, factsOf(estate, memoryTree({})), [check], settings).findings.map((finding) => finding.severity);
}

describe('all actions of a service', () => {
  it.each([
    ["'s3:*'", '*', 'medium'],
    ["'kms:*'", '*', 'high'],
    ["'s3:*'", 'arn:aws:s3:::reports/*', 'low'],
    ["'logs:*'", '*', 'low'],
    ["['logs:*', 'xray:*']", '*', 'low'],
    ["['logs:*', 's3:*']", '*', 'medium'],
    ["'logs:*'", 'arn:aws:logs:eu-west-1:123456789012:log-group:reports:*', 'info'],
    ["'xray:*'", '*', 'info'],
  ])('%s on %s are %s', (action, resource, severity) => {
    expect(severities(action, resource)).toEqual([severity]);
  });
});
