import { memoryTree } from '@leastwise/model';
import { expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import check from './elevated-managed-policy.ts';

const assignment = { label: '', conditions: new Map<string, boolean>(), isDefault: true };

function findings(...policies: string[]) {
  const text = `Resources:
  ReportRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [] }
      ManagedPolicyArns: [${policies.map((name) => `arn:aws:iam::aws:policy/${name}`).join(', ')}]
`;
  const estate = buildEstate('reports', assignment, readTemplateText(text));
  const settings = { ...defaultSettings, asOf: '2026-11-01' };
  return judge(estate, factsOf(estate, memoryTree({})), [check], settings).findings;
}

it('tells all wide policies of one role as one finding, the widest first', () => {
  const found = findings('AmazonS3FullAccess', 'IAMFullAccess', 'AmazonSQSFullAccess');
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ severity: 'high' });
  expect(found[0]?.title).toContain('IAMFullAccess');
  expect(found[0]?.evidence).toHaveLength(2);
});

it('keeps its fingerprint when the role gets one more', () => {
  const [before] = findings('AmazonS3FullAccess');
  const [after] = findings('AmazonS3FullAccess', 'AmazonSQSFullAccess');
  expect(after?.fingerprint).toBe(before?.fingerprint);
});
