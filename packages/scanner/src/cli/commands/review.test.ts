import { describe, expect, it } from 'vitest';
import { madeUpIo } from '../made-up-io.fixture.ts';
import { main } from '../main.ts';

const before = `Transform: AWS::Serverless-2016-10-31
Resources:
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: orders.place
      CodeUri: .
      ReservedConcurrentExecutions: 10
      Policies:
        - Statement: [{ Effect: Allow, Action: dynamodb:PutItem, Resource: !GetAtt Orders.Arn }]
      Events:
        Place: { Type: Api, Properties: { Path: /orders, Method: post, Auth: { Authorizer: AWS_IAM } } }
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      SSESpecification: { SSEEnabled: true, SSEType: KMS, KMSMasterKeyId: alias/orders }
`;
const after = `${before
  .replace(', Auth: { Authorizer: AWS_IAM }', '')
  .replace('Action: dynamodb:PutItem', "Action: 'dynamodb:*'")
  .replace('      ReservedConcurrentExecutions: 10\n', '')
  .replace(/ {6}SSESpecification.*\n/, '')}  Report:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: orders.place
      CodeUri: .
      FunctionUrlConfig: { AuthType: NONE }
`;
const code = { 'orders.js': 'exports.place = async () => 1;\n' };
const commits = { main: { ...code, 'template.yaml': before }, HEAD: { ...code, 'template.yaml': after } };

async function review(...argv: readonly string[]) {
  // The work tree holds something else: it must not be looked at.
  const io = madeUpIo({ 'template.yaml': 'Resources: {}' }, 100, commits);
  const exit = await main(['scan', '--diff', ...argv], io);
  return { exit, out: io.printed(), error: io.complained() };
}

describe('the review of a change', () => {
  it('tells a reviewer what the change adds', async () => {
    const { out, exit } = await review('main', '--format', 'markdown');
    expect(out).toMatchSnapshot();
    expect(exit).toBe(1);
  });

  it('reads on a terminal too', async () => {
    expect((await review('main')).out).toMatchSnapshot();
  });

  it('praises the way back', async () => {
    const { out, exit } = await review('HEAD..main', '--format', 'markdown');
    expect(out).toMatch(/Stronger authentication/);
    expect(out).toMatch(/^### Leastwise: 0 additions/);
    expect(exit).toBe(0);
  });

  it('marks for machines what was there before', async () => {
    const { findings } = JSON.parse((await review('main', '--format', 'json')).out) as {
      findings: readonly { baseline: string; check: string }[];
    };
    expect(new Set(findings.map(({ baseline }) => baseline))).toEqual(new Set(['known', 'new']));
  });

  it('is calm where nothing changes', async () => {
    const { out, exit } = await review('HEAD..HEAD');
    expect(out).toBe('this change does not touch the attack surface\n');
    expect(exit).toBe(0);
  });

  it('says what to do about a commit that is not there', async () => {
    const { exit, error } = await review('origin/main');
    expect(exit).toBe(2);
    expect(error).toMatch(/fetch-depth/);
  });
});
