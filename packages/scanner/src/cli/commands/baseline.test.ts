import { expect, it } from 'vitest';
import { madeUpIo } from '../made-up-io.fixture.ts';
import { main } from '../main.ts';

const open = (id: string): string => `  ${id}:
    Type: AWS::Lambda::Url
    Properties: { AuthType: NONE, TargetFunctionArn: !Ref Webhook }
  ${id}Access:
    Type: AWS::Lambda::Permission
    Properties: { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: NONE, Principal: '*', FunctionName: !Ref Webhook }
`;
const service = (rest: string): string => `Resources:
  Webhook:
    Type: AWS::Lambda::Function
    Properties: { Runtime: nodejs22.x, Handler: hooks.receive, Role: !Ref RoleArn, Code: { S3Bucket: releases, S3Key: hooks.zip } }
${rest}`;

it('lets a scan pass with what was there, and fail with what comes', async () => {
  const before = madeUpIo({ 'template.yaml': service(open('HookUrl')) });
  expect(await main(['baseline'], before)).toBe(0);
  const written = before.written.get('/shop/leastwise-baseline.json') ?? '';
  const rescan = async (template: string) => {
    const io = madeUpIo({ 'template.yaml': template, 'leastwise-baseline.json': written });
    const code = await main(['scan', '--baseline', 'leastwise-baseline.json', '--fail-on', 'low'], io);
    return { code, out: io.printed() };
  };
  const same = await rescan(service(open('HookUrl')));
  expect(same.code).toBe(0);
  expect(same.out).toMatch(/known from the baseline/);
  expect((await rescan(service(open('HookUrl') + open('OtherUrl')))).code).toBe(1);
});

it('says what to do about a file that is no baseline', async () => {
  const io = madeUpIo({ 'template.yaml': service(''), 'old.json': '{}' });
  expect(await main(['scan', '--baseline', 'old.json'], io)).toBe(2);
  expect(io.complained()).toMatch(/leastwise baseline/);
});
