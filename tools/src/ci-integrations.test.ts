import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repositoryRoot as root } from './repository.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly run: string; readonly env: Readonly<Record<string, string>> }[];
  };
}

const template = (auth: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: orders.place
      CodeUri: .
      Policies: [{ DynamoDBCrudPolicy: { TableName: !Ref Orders } }]
      Events:
        Place: { Type: Api, Properties: { Path: /orders, Method: post${auth} } }
  Orders:
    Type: AWS::DynamoDB::Table
    Properties: { KeySchema: [{ AttributeName: id, KeyType: HASH }] }
`;

let shop = '';
let path = '';
beforeAll(() => {
  shop = mkdtempSync(join(tmpdir(), 'leastwise-ci-'));
  // What npx would fetch from the registry is the command of this tree.
  const bin = join(shop, '.bin');
  mkdirSync(bin);
  const command = join(root, 'packages/scanner/bin/leastwise.js');
  writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${command}" "$@"\n`);
  chmodSync(join(bin, 'npx'), 0o755);
  path = `${bin}:${process.env['PATH'] ?? ''}`;
  const git = (...argv: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=Shop', '-c', 'user.email=shop@example.com', ...argv], { cwd: shop });
  };
  git('init', '--quiet', '--initial-branch=main');
  writeFileSync(join(shop, '.gitignore'), '.bin\n');
  writeFileSync(join(shop, 'orders.js'), 'exports.place = async () => 1;\n');
  writeFileSync(join(shop, 'template.yaml'), template(', Auth: { Authorizer: AWS_IAM }'));
  git('add', '.');
  git('commit', '--quiet', '-m', 'Begin');
  git('checkout', '--quiet', '-b', 'open');
  writeFileSync(join(shop, 'template.yaml'), template(''));
  git('commit', '--quiet', '-am', 'Open the shop');
});
afterAll(() => rmSync(shop, { recursive: true, force: true }));

function shell(script: string, environment: Readonly<Record<string, string>>) {
  const run = spawnSync('bash', ['--noprofile', '--norc', '-c', script], {
    cwd: shop,
    env: { HOME: shop, ...environment, PATH: path },
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, error: run.stderr };
}

describe('the GitHub Action', () => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;

  function run(inputs: Readonly<Record<string, string>>) {
    const step = action.runs.steps[0];
    if (step === undefined) throw new Error('action.yml has no step.');
    const environment = Object.fromEntries(
      Object.entries(step.env).map(([name, written]) => {
        const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(written)?.[1] ?? '';
        return [name, inputs[input] ?? action.inputs[input]?.default ?? ''];
      }),
    );
    const summary = join(shop, '.bin/summary');
    const output = join(shop, '.bin/output');
    writeFileSync(summary, '');
    writeFileSync(output, '');
    const ran = shell(step.run, { ...environment, GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output });
    return { ...ran, summary: readFileSync(summary, 'utf8'), output: readFileSync(output, 'utf8') };
  }

  it('annotates a pull request, sums it up, and fails for what is new', () => {
    const ran = run({ diff: 'main' });
    expect(ran.error).toBe('');
    expect(ran.out).toMatch(/^::error file=template\.yaml,line=11,.*route-without-authorization/m);
    expect(ran.summary).toMatch(/Weaker authentication/);
    expect(ran.output).toBe('sarif=leastwise.sarif\nexit-code=1\n');
    expect(ran.code).toBe(1);
    expect(JSON.parse(readFileSync(join(shop, 'leastwise.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  it('takes no input for a part of its script', () => {
    const ran = run({ paths: '$(touch owned); `touch owned`', 'fail-on': 'never"; touch owned; "' });
    expect(ran.code).toBe(2);
    expect(shell('ls', {}).out).not.toMatch(/owned/);
  });

  it('passes where nothing is to scan', () => {
    expect(run({ paths: 'orders.js' }).code).toBe(0);
  });
});

it('the GitLab template writes the reports that it promises', () => {
  const { leastwise } = parse(readFileSync(join(root, 'templates/leastwise.gitlab-ci.yml'), 'utf8')) as {
    leastwise: {
      variables: Record<string, string>;
      script: readonly string[];
      artifacts: { reports: Record<string, string> };
    };
  };
  const ran = shell(leastwise.script.join('\n'), leastwise.variables);
  expect(ran.error).toBe('');
  expect(ran.code).toBe(1);
  for (const file of Object.values(leastwise.artifacts.reports)) {
    expect(readFileSync(join(shop, file), 'utf8')).toMatch(/route-without-authorization/);
  }
});

it('the pre-commit hook scans the files that it is given', () => {
  const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as [
    { entry: string; files: string; exclude: string },
  ];
  const files = ['template.yaml', 'package-lock.json', 'orders.js'].filter(
    (file) => new RegExp(hook.files).test(file) && !new RegExp(hook.exclude).test(file),
  );
  expect(files).toEqual(['template.yaml']);
  const ran = shell(`${hook.entry} ${files.join(' ')}`, {});
  expect(ran.out).toMatch(/POST \/orders/);
  expect(ran.code).toBe(1);
});
