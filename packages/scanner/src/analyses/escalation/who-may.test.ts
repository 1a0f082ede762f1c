import { expect, it } from 'vitest';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { permittedCallers, whoMay, type Able } from './who-may.ts';

const estate = buildEstate(
  'shop',
  { label: '', conditions: new Map(), isDefault: true },
  readTemplateText(`Resources:
  Artifacts: { Type: 'AWS::S3::Bucket' }
  Orders:
    Type: AWS::Lambda::Function
    Properties: { Role: !GetAtt Clerk.Arn, Code: { S3Bucket: !Ref Artifacts, S3Key: orders.zip } }
  Photos:
    Type: AWS::Lambda::Function
    Properties: { Role: 'arn:aws:iam::111122223333:role/elsewhere', Code: { ZipFile: 'x' } }
  Door:
    Type: AWS::Lambda::Permission
    Properties: { FunctionName: !Ref Orders, Action: 'lambda:InvokeFunction', Principal: '444455556666' }
  Clerk:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }]
      Policies:
        - PolicyName: logs
          PolicyDocument: { Statement: [{ Effect: Allow, Action: 'logs:*', Resource: '*' }] }
  Release:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: release
          PolicyDocument:
            Statement:
              - { Effect: Allow, NotAction: ['iam:*', 's3:*', 'lambda:Invoke*', 'lambda:Get*'], Resource: !GetAtt Orders.Arn }
  Uploader:
    Type: AWS::IAM::Group
    Properties:
      Policies:
        - PolicyName: upload
          PolicyDocument: { Statement: [{ Effect: Allow, Action: 's3:PutObject', Resource: !Sub '\${Artifacts.Arn}/*' }] }
  Auditor:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }]
      Policies:
        - PolicyName: read
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: 'lambda:*', Resource: '*' }
              - { Effect: Deny, Action: ['lambda:Update*', 'lambda:Invoke*'], Resource: '*' }
`),
);

const spelled = (able: readonly Able[]): readonly string[] =>
  able.map(({ kind, name, actions }) => `${kind} ${name}: ${actions.join(' ')}`);

it('names every identity that may invoke, read or replace a function, by the function or by what it is deployed from', () => {
  const { invoke, read, replace } = whoMay(estate, 'aws:template.yaml#/Orders');
  expect(spelled(invoke)).toEqual([]);
  expect(spelled(read)).toEqual(['role Auditor: lambda:GetFunction lambda:GetFunctionConfiguration']);
  expect(spelled(replace)).toEqual([
    'user Release: lambda:UpdateFunctionCode lambda:UpdateFunctionConfiguration',
    'group Uploader: s3:PutObject',
  ]);
});

it('answers for a function too whose role stands elsewhere', () => {
  const { read, replace } = whoMay(estate, 'aws:template.yaml#/Photos');
  expect(spelled(read)).toEqual(['role Auditor: lambda:GetFunction lambda:GetFunctionConfiguration']);
  expect(replace).toEqual([]);
});

it('adds whom the policy of the function admits', () => {
  expect(permittedCallers(estate, 'aws:template.yaml#/Orders')).toEqual(['444455556666']);
});
