import type { CodeValue, FunctionFacts, SdkCall } from '@leastwise/code';
import { describe, expect, it } from 'vitest';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { permissionsOf, type FunctionPermissions } from './permissions-of.ts';

const at = { file: 'place-order.mjs', start: 0, end: 1 };
const table: CodeValue = { kind: 'environment', name: 'TABLE' };

function calling(operation: string, input: Readonly<Record<string, CodeValue>>, service = 'client-dynamodb'): SdkCall {
  return {
    sdk: 'javascript-v3',
    service,
    operation,
    style: 'call',
    input: new Map(Object.entries(input)),
    inputComplete: true,
    client: {},
    at,
    trace: [],
    confidence: 'proved',
  };
}

function permissions(policies: string, calls: readonly SdkCall[], properties = ''): FunctionPermissions {
  const estate = buildEstate(
    'orders',
    { label: '', conditions: new Map(), isDefault: true },
    readTemplateText(`Transform: AWS::Serverless-2016-10-31
Resources:
  Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: {} } }
  Orders:
    Type: AWS::DynamoDB::Table
    Properties: { SSESpecification: { SSEEnabled: true, SSEType: KMS, KMSMasterKeyId: !GetAtt Key.Arn } }
  Waiting: { Type: 'AWS::SQS::Queue' }
  Photos: { Type: 'AWS::S3::Bucket' }
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => undefined;
      Environment: { Variables: { TABLE: !Ref Orders } }
      ${properties}
      Policies: [${policies}]
`),
  );
  const subject = estate.get('aws:template.yaml#/PlaceOrder', 'function');
  if (subject === undefined) throw new Error('no function');
  const facts: FunctionFacts = {
    entry: subject.id,
    sdkCalls: calls,
    hosts: [],
    flows: [],
    unsafe: [],
    environment: [],
    files: [],
    packages: [],
    sends: [],
    returns: [],
    incomplete: [],
  };
  return permissionsOf(estate, subject, facts);
}

/** A function without policies, and a queue whose own policy admits one role. */
function permissionsAt(role: string, calls: readonly SdkCall[]): FunctionPermissions {
  const estate = buildEstate(
    'orders',
    { label: '', conditions: new Map(), isDefault: true },
    readTemplateText(`Transform: AWS::Serverless-2016-10-31
Resources:
  Nobody: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } }
  Waiting: { Type: 'AWS::SQS::Queue' }
  Admission:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Waiting]
      PolicyDocument:
        Statement: [{ Effect: Allow, Principal: { AWS: !GetAtt ${role}.Arn }, Action: 'sqs:SendMessage', Resource: !GetAtt Waiting.Arn }]
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => undefined;
      Environment: { Variables: { QUEUE: !Ref Waiting } }
`),
  );
  const subject = estate.get('aws:template.yaml#/PlaceOrder', 'function');
  if (subject === undefined) throw new Error('no function');
  const facts: FunctionFacts = {
    entry: subject.id,
    sdkCalls: calls,
    hosts: [],
    flows: [],
    unsafe: [],
    environment: [],
    files: [],
    packages: [],
    sends: [],
    returns: [],
    incomplete: [],
  };
  return permissionsOf(estate, subject, facts);
}

const ofData = (found: FunctionPermissions): readonly string[] =>
  found.needed
    .filter(({ action }) => !action.startsWith('logs:'))
    .map(({ action, resources }) => `${action} ${resources.join(' ')}`);

const put = calling('PutItem', { TableName: table });
const readPolicy = '{ DynamoDBReadPolicy: { TableName: !Ref Orders } }';
const exactPolicy =
  "{ Statement: [{ Effect: Allow, Action: ['dynamodb:PutItem', 'kms:Decrypt'], Resource: [!GetAtt Orders.Arn, !GetAtt Key.Arn] }] }";

describe('permissionsOf', () => {
  it('leads the variable of a call to the table, and to its key', () => {
    const found = permissions(exactPolicy, [put]);
    expect(ofData(found)[0]).toMatch(
      /^dynamodb:PutItem arn:aws:dynamodb:⟨Region⟩:⟨Account⟩:table\/⟨StackName⟩-Orders-/,
    );
    expect(ofData(found).some((need) => need.startsWith('kms:Decrypt arn:aws:kms:'))).toBe(true);
  });

  it('knows the table of a batch whose key is a variable', () => {
    const batch = calling('BatchGetItem', {
      RequestItems: {
        kind: 'map',
        entries: new Map([['${TABLE}', { kind: 'map', entries: new Map(), complete: true }]]),
        complete: true,
      },
    });
    expect(ofData(permissions(readPolicy, [batch]))[0]).toMatch(/^dynamodb:BatchGetItem .*-Orders-/);
  });

  it.each<readonly [string, string, Readonly<Record<string, CodeValue>>, string, string, string]>([
    [
      'the bucket of the event',
      'GetObject',
      {
        Bucket: { kind: 'event', path: 'Records[].s3.bucket.name' },
        Key: { kind: 'event', path: 'Records[].s3.object.key' },
      },
      'client-s3',
      's3:GetObject',
      'Photos',
    ],
    [
      'its own name',
      'InvokeCommand',
      { FunctionName: { kind: 'environment', name: 'AWS_LAMBDA_FUNCTION_NAME' } },
      'client-lambda',
      'lambda:InvokeFunction',
      'PlaceOrder',
    ],
  ])('knows %s', (_title, operation, input, service, action, resource) => {
    const { needed } = permissions(
      '',
      [calling(operation.replace('Command', ''), input, service)],
      'Events: { Photo: { Type: S3, Properties: { Bucket: !Ref Photos, Events: s3:ObjectCreated:* } } }',
    );
    const need = needed.find((each) => each.action === action);
    expect(need?.resources).toEqual([expect.stringContaining(resource)]);
  });

  it('misses nothing that the policy of the resource allows', () => {
    const send = calling('SendMessage', { QueueUrl: { kind: 'environment', name: 'QUEUE' } }, 'client-sqs');
    const shut = 'AutoPublishAlias: live';
    expect(permissions('', [send], shut).missing.map(({ action }) => action)).toEqual([]);
    const named = permissionsAt('PlaceOrderRole', [send]);
    expect(named.missing).toEqual([]);
    expect(permissionsAt('Nobody', [send]).missing.map(({ action }) => action)).toEqual(['sqs:SendMessage']);
  });

  it('needs to assume the role that a call is made with, and not what that role is for', () => {
    const role = { kind: 'literal', value: 'arn:aws:iam::111122223333:role/audit' } as const;
    const found = permissions('', [{ ...put, client: { role } }]);
    expect(ofData(found)).toEqual(['sts:AssumeRole arn:aws:iam::111122223333:role/audit']);
  });

  it('misses what no statement allows', () => {
    expect(permissions(readPolicy, [put]).missing.map(({ action }) => action)).toEqual(['dynamodb:PutItem']);
    expect(permissions(exactPolicy, [put]).missing).toEqual([]);
  });

  it('finds what nothing needs', () => {
    const found = permissions(`${exactPolicy}, AmazonSQSFullAccess`, [put]);
    expect(found.excess.filter(({ by }) => by === 'action').map(({ action }) => action)).toContain('sqs:*');
    expect(found.excess.some(({ action }) => action === 'dynamodb:PutItem' && found.missing.length > 0)).toBe(false);
    expect(found.held).toBeGreaterThan(found.required);
  });

  it('finds what is wider than needed', () => {
    const wide = "{ Statement: [{ Effect: Allow, Action: 'dynamodb:PutItem', Resource: '*' }] }";
    expect(permissions(wide, [put]).excess).toContainEqual(
      expect.objectContaining({ action: 'dynamodb:PutItem', resources: ['*'], by: 'breadth' }),
    );
  });

  it('needs what Lambda itself does with the role', () => {
    const events = 'Events: { Waiting: { Type: SQS, Properties: { Queue: !GetAtt Waiting.Arn } } }';
    const found = permissions('', [], `Tracing: Active\n      ${events}`);
    const actions = found.needed.map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'xray:PutTraceSegments', 'logs:PutLogEvents']),
    );
    expect(found.missing).toEqual([]);
  });

  it('says that it does not know what an unknown operation needs', () => {
    expect(permissions('', [calling('BeamUp', {})]).unknowns).toHaveLength(1);
  });
});
