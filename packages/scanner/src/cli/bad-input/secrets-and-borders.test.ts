import type { SourceTree } from '@leastwise/model';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryTree } from '@leastwise/model';
import { afterAll, describe, expect, it } from 'vitest';
import { processIo } from '../process-io.ts';
import { formats } from '../../reports/formats.ts';
import { hostileCases } from '../../acceptance/bad-input/hostile-templates.ts';
import { run } from './made-io.ts';

const base = mkdtempSync(join(tmpdir(), 'leastwise-borders-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Made for this test, each random, none in use. Put together here so that no scanner of this repository takes them for real. */
const planted = [
  ['AKIA', 'Q7ZK4WNB2XJD5TVM'].join(''),
  ['ghp_', 'x8Kq2Lm9Zr4Tn7Vb3Yc6Wd1Fs5Hg0JpAeUo2'].join(''),
  ['wJq9Rk2Lx7Zp4Vn8', 'Tc3Yb6Md1Fs5Hg0KeUoXaIr2'].join('').slice(0, 40),
  ['Tr0ub4dor-and', '-7-horses!'].join(''),
];

function shop(secret: string): string {
  return JSON.stringify(
    {
      Transform: 'AWS::Serverless-2016-10-31',
      Description: 'the order service',
      Parameters: {
        DatabasePassword: { Type: 'String', Default: secret },
        Token: { Type: 'String', NoEcho: true, Default: secret },
      },
      Mappings: { Stages: { prod: { ApiToken: secret } } },
      Globals: { Function: { Environment: { Variables: { GLOBAL_SECRET_KEY: secret } } } },
      Resources: {
        Place: {
          Type: 'AWS::Serverless::Function',
          Properties: {
            Handler: 'index.handler',
            Runtime: 'nodejs22.x',
            InlineCode: `const password = '${secret}'; exports.handler = async () => password`,
            Environment: {
              Variables: {
                DB_PASSWORD: secret,
                API_TOKEN: { 'Fn::Sub': `Bearer ${secret}` },
                FROM_PARAMETER: { Ref: 'DatabasePassword' },
                DATABASE_URL: `postgres://orders:${secret}@db.example.com/orders`,
                JOINED_SECRET: { 'Fn::Join': ['', [secret.slice(0, 6), secret.slice(6)]] },
                MAPPED_TOKEN: { 'Fn::FindInMap': ['Stages', 'prod', 'ApiToken'] },
              },
            },
            Events: { Api: { Type: 'Api', Properties: { Path: '/orders', Method: 'get' } } },
            Tags: { password: secret },
          },
        },
        Database: {
          Type: 'AWS::RDS::DBInstance',
          Properties: { MasterUsername: 'orders', MasterUserPassword: secret, Engine: 'postgres' },
        },
        Login: {
          Type: 'AWS::SecretsManager::Secret',
          Properties: { SecretString: JSON.stringify({ password: secret }) },
        },
        Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: 'x', Variables: { apiSecret: secret } } },
        Flow: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: {
            DefinitionString: JSON.stringify({
              StartAt: 'A',
              States: {
                A: {
                  Type: 'Task',
                  Resource: 'arn:aws:states:::http:invoke',
                  Parameters: { Headers: { Authorization: secret } },
                  End: true,
                },
              },
            }),
          },
        },
      },
      Outputs: { Secret: { Value: secret } },
    },
    null,
    2,
  );
}

describe('a secret in a template', () => {
  it.each(planted)('is never printed in any format, wherever it stands: %#', { timeout: 60_000 }, async (secret) => {
    const root = join(base, `secrets-${planted.indexOf(secret)}`);
    mkdirSync(join(root, '.git'), { recursive: true });
    writeFileSync(join(root, 'template.json'), shop(secret));
    for (const format of Object.keys(formats)) {
      const { stdout, stderr, code } = await run(['scan', '--format', format, '--level', 'info'], root);
      expect(code).toBe(1);
      const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.includes(secret));
      expect(
        lines.map((line) => line.replaceAll(secret, '<the secret>').slice(0, 200)),
        format,
      ).toEqual([]);
    }
  });
});

describe('the border of the root', () => {
  const paths =
    (asked: string[]): ((tree: SourceTree) => SourceTree) =>
    (tree) => ({
      read: (path) => (asked.push(path), tree.read(path)),
      readBytes: (path) => (asked.push(path), tree.readBytes(path)),
      stat: (path) => (asked.push(path), tree.stat(path)),
      list: (path) => (asked.push(path), tree.list(path)),
    });

  it.each(hostileCases)('is never asked to be crossed: $name', { timeout: 60_000 }, async ({ files }) => {
    const asked: string[] = [];
    await run(['scan', '--format', 'json'], '/shop', {
      exists: () => true,
      findRoot: () => '/shop',
      tree: () => paths(asked)(memoryTree(files())),
    });
    expect(asked.filter((path) => path.startsWith('/') || path.split('/').includes('..'))).toEqual([]);
  });

  it('holds for references of every kind', async () => {
    const root = join(base, 'inside');
    mkdirSync(join(root, '.git'), { recursive: true });
    writeFileSync(
      join(base, 'outside.json'),
      '{"Resources":{"Stolen":{"Type":"AWS::SQS::Queue"}},"openapi":"3.0.1","paths":{"/stolen":{}}}',
    );
    const out = '../outside.json';
    const resources = {
      Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: out } },
      Application: { Type: 'AWS::Serverless::Application', Properties: { Location: out } },
      Api: { Type: 'AWS::Serverless::Api', Properties: { StageName: 'prod', DefinitionUri: out } },
      Flow: { Type: 'AWS::Serverless::StateMachine', Properties: { DefinitionUri: out } },
      Place: {
        Type: 'AWS::Serverless::Function',
        Properties: { Handler: '../../outside.handler', CodeUri: '../', Runtime: 'nodejs22.x' },
      },
      Included: {
        Type: 'AWS::SQS::Queue',
        Properties: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: out } } },
      },
      Absolute: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: join(base, 'outside.json') } },
      Packaged: {
        Type: 'AWS::CloudFormation::Stack',
        Metadata: { 'aws:asset:path': out, 'aws:asset:property': 'TemplateURL' },
        Properties: { TemplateURL: 'x' },
      },
    };
    writeFileSync(
      join(root, 'template.json'),
      JSON.stringify({ Transform: 'AWS::Serverless-2016-10-31', Resources: resources }),
    );
    const asked: string[] = [];
    const ran = await run(['scan', '--format', 'json'], root, {
      tree: (at) => paths(asked)(processIo().files.tree(at)),
    });
    expect(ran.stdout).not.toMatch(/stolen/i);
    expect(asked.filter((path) => path.startsWith('/') || path.split('/').includes('..'))).toEqual([]);
  });
});
