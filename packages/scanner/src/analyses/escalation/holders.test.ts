import { describe, expect, it, test } from 'vitest';
import { buildEstate } from '../../estate/build-estate.ts';
import type { Estate } from '../../estate/estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { escalationFacts } from './escalation-facts.ts';
import { holderForms } from './holder-forms.ts';
import { escalationPaths } from './paths/catalogue.ts';

/** What the tables of the estate know, so that it needs no form. */
const known = [
  'function',
  'layer',
  'artifact-bucket',
  'repository',
  'state-machine',
  'secret',
  'parameter',
  'function-variables',
];

test('every target of the catalogue is found in some template', () => {
  const kinds = new Set([
    ...known,
    ...Object.values(holderForms).flatMap((forms) => forms.map(({ kind }) => String(kind))),
    'none',
    'role',
    'user',
    'group',
  ]);
  expect(escalationPaths.map(({ target }) => target).filter((target) => !kinds.has(target))).toEqual([]);
});

test('every form of a holder belongs to a path', () => {
  const targets = new Set<string>(escalationPaths.map(({ target }) => target));
  const kinds = Object.values(holderForms).flatMap((forms) => forms.map(({ kind }) => kind));
  expect(kinds.filter((kind) => !targets.has(kind))).toEqual([]);
});

describe('of an application', () => {
  const trust = (service: string): string =>
    `{ Statement: [{ Effect: Allow, Principal: { Service: ${service} }, Action: 'sts:AssumeRole' }] }`;
  const template = (policy: string): Estate =>
    buildEstate(
      'shop',
      { label: '', conditions: new Map(), isDefault: true },
      readTemplateText(`Resources:
  Build:
    Type: AWS::CodeBuild::Project
    Properties: { Name: shop-build, ServiceRole: !GetAtt Builder.Arn }
  Builder:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: ${trust('codebuild.amazonaws.com')}
      ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]
  Archivist: { Type: 'AWS::IAM::User' }
  Key: { Type: 'AWS::IAM::AccessKey', Properties: { UserName: !Ref Archivist } }
  Access:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: archive
      Users: [!Ref Archivist]
      PolicyDocument: { Statement: [{ Effect: Allow, Action: 's3:*', Resource: '*' }] }
  Credentials:
    Type: AWS::SecretsManager::Secret
    Properties: { SecretString: !GetAtt Key.SecretAccessKey }
  Orders:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: ${trust('lambda.amazonaws.com')}
      Policies:
        - PolicyName: orders
          PolicyDocument: { Statement: [${policy}] }
`),
    );
  const ways = (policy: string): readonly string[] => {
    const facts = escalationFacts(template(policy));
    return facts
      .from('aws:template.yaml#/Orders')
      .map(({ hops, identity }) => `${hops[0]?.path.id ?? ''} ${identity?.split('/')[1] ?? ''}`);
  };

  it.each([
    ['its ARN', '!GetAtt Build.Arn'],
    ['an ARN with a reference', "!Sub 'arn:aws:codebuild:eu-west-1:${AWS::AccountId}:project/${Build}'"],
    ['an ARN with its name', "!Sub 'arn:aws:codebuild:*:*:project/shop-build'"],
  ])('a build project is recognised by %s', (_, resource) => {
    expect(ways(`{ Effect: Allow, Action: 'codebuild:StartBuild', Resource: ${resource} }`)).toEqual([
      'codebuild-002 Builder',
    ]);
  });

  it('another project is none of its concern', () => {
    const other = "!Sub 'arn:aws:codebuild:*:*:project/photo-build'";
    expect(ways(`{ Effect: Allow, Action: 'codebuild:StartBuild', Resource: ${other} }`)).toEqual([]);
  });

  it('a secret with the key of a user is that user', () => {
    expect(ways("{ Effect: Allow, Action: 'secretsmanager:GetSecretValue', Resource: !Ref Credentials }")).toEqual([
      'secrets-001 Archivist',
    ]);
    expect(ways("{ Effect: Allow, Action: 'secretsmanager:DescribeSecret', Resource: !Ref Credentials }")).toEqual([]);
  });
});
