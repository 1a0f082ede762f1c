import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import check from './unsafe-oidc-trust.ts';

const assignment = { label: '', conditions: new Map<string, boolean>(), isDefault: true };

function severities(template: string): readonly string[] {
  const estate = buildEstate('shop', assignment, readTemplateText(template));
  const settings = { ...defaultSettings, asOf: '2026-11-01' };
  return judge(estate, factsOf(estate, memoryTree({})), [check], settings).findings.map((finding) => finding.severity);
}

const trust = (provider: string, condition: string): string => `Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: '${provider}' }
            Action: sts:AssumeRoleWithWebIdentity
            Condition: ${condition}
`;
const github = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com';
const subject = (pattern: string): string =>
  `{ StringLike: { 'token.actions.githubusercontent.com:sub': '${pattern}' } }`;

describe('unsafe-oidc-trust', () => {
  it.each([
    [
      'the audience alone',
      trust(github, "{ StringEquals: { 'token.actions.githubusercontent.com:aud': sts.amazonaws.com } }"),
      ['critical'],
    ],
    ['every repository on GitHub', trust(github, subject('repo:*')), ['critical']],
    ['every repository of the owner', trust(github, subject('repo:photo-shop/*')), ['medium']],
    ['every branch of one repository', trust(github, subject('repo:photo-shop/orders:*')), []],
    [
      'a subject that begins with what a workflow is called',
      trust(github, subject('workflow:release:repo:photo-shop/orders:ref:refs/heads/main')),
      ['high'],
    ],
    ['a subject that names no repository', trust(github, subject('orders')), ['low']],
    ['the id of the owner', trust(github, subject('repository_owner_id:4711:repository:photo-shop/orders')), []],
    ['one branch', trust(github, subject('repo:photo-shop/orders:ref:refs/heads/main')), []],
    [
      'all of no subjects',
      trust(
        github,
        "{ 'ForAllValues:StringLike': { 'token.actions.githubusercontent.com:sub': 'repo:photo-shop/orders:*' } }",
      ),
      ['critical'],
    ],
    [
      'any identity pool',
      trust(
        'cognito-identity.amazonaws.com',
        "{ 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': authenticated } }",
      ),
      ['critical'],
    ],
    [
      'one identity pool',
      trust(
        'cognito-identity.amazonaws.com',
        "{ StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-west-1:1a2b' } }",
      ),
      [],
    ],
    ['a company that signs in by SAML', trust('arn:aws:iam::123456789012:saml-provider/staff', '{}'), []],
  ])('%s', (_, template, expected) => {
    expect(severities(template)).toEqual(expected);
  });
});
