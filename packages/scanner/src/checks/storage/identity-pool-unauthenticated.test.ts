import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import check from './identity-pool-unauthenticated.ts';

const assignment = { label: '', conditions: new Map<string, boolean>(), isDefault: true };

/** A shop whose visitors get the given statements without signing in. */
function severities(...statements: readonly string[]): readonly string[] {
  const estate = buildEstate(
    'shop',
    assignment,
    readTemplateText(`Resources:
  Visitors: { Type: AWS::Cognito::IdentityPool, Properties: { AllowUnauthenticatedIdentities: true } }
  Guest:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - { Effect: Allow, Principal: { Federated: cognito-identity.amazonaws.com }, Action: sts:AssumeRoleWithWebIdentity }
      Policies:
        - PolicyName: visit
          PolicyDocument: { Statement: [${statements.join(', ')}] }
  Roles:
    Type: AWS::Cognito::IdentityPoolRoleAttachment
    Properties: { IdentityPoolId: !Ref Visitors, Roles: { unauthenticated: !GetAtt Guest.Arn } }
`),
  );
  const settings = { ...defaultSettings, asOf: '2026-11-01' };
  return judge(estate, factsOf(estate, memoryTree({})), [check], settings).findings.map((finding) => finding.severity);
}

const topics = (actions: string, name: string, more = ''): string =>
  `{ Effect: Allow, Action: [${actions}], Resource: !Sub 'arn:aws:iot:\${AWS::Region}:\${AWS::AccountId}:topic/${name}'${more} }`;
const subscribe = "{ Effect: Allow, Action: 'iot:Subscribe', Resource: '*' }";

describe('guests of an identity pool', () => {
  it.each([
    ['who may send metrics', ["{ Effect: Allow, Action: 'rum:PutRumEvents', Resource: '*' }"], 'medium'],
    ['who read every topic of the broker', [subscribe, topics("'iot:Receive'", '*')], 'critical'],
    ['who publish to every topic of the broker', [topics("'iot:Publish'", '*')], 'critical'],
    ['who subscribe but receive nothing', [subscribe], 'medium'],
    ['who read the topics of the menu', [subscribe, topics("'iot:Receive'", 'menu/*')], 'medium'],
    [
      'who publish under a condition',
      [topics("'iot:Publish'", '*', ", Condition: { Bool: { 'aws:SecureTransport': true } }")],
      'medium',
    ],
  ])('%s', (_, statements, severity) => {
    expect(severities(...statements)).toEqual([severity]);
  });
});
