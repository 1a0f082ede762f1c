import { describe, expect, it } from 'vitest';
import { madeUpIo } from '../made-up-io.fixture.ts';
import { main } from '../main.ts';

const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Sid: 'Photos', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::photos/*' },
    { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::photos/private/*' },
    {
      Effect: 'Allow',
      Action: 'dynamodb:GetItem',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalTag/team': 'orders' } },
    },
  ],
});

async function check(...argv: readonly string[]): Promise<{ code: number; out: string; complained: string }> {
  const requests = JSON.stringify([
    { action: 's3:GetObject', resource: 'arn:aws:s3:::photos/1.jpg' },
    { action: 'dynamodb:GetItem', resource: '*', context: { 'aws:PrincipalTag/team': 'orders' } },
  ]);
  const io = madeUpIo({ 'policy.json': policy, 'requests.json': requests, 'notes.txt': 'no JSON' });
  const code = await main(['policy', 'check', ...argv], io);
  return { code, out: io.printed(), complained: io.complained() };
}

describe('leastwise policy check', () => {
  it.each([
    ['s3:GetObject', 'arn:aws:s3:::photos/1.jpg', 'Allowed'],
    ['s3:GetObject', 'arn:aws:s3:::photos/private/1.jpg', 'ExplicitlyDenied'],
    ['s3:PutObject', 'arn:aws:s3:::photos/1.jpg', 'ImplicitlyDenied'],
  ])('%s on %s is %s', async (action, resource, decision) => {
    const { code, out } = await check('policy.json', '--action', action, '--resource', resource, '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ decision, reasons: [expect.any(String)] });
  });

  it('names the statement that decides', async () => {
    const { out } = await check(
      'policy.json',
      '--action',
      's3:GetObject',
      '--resource',
      'arn:aws:s3:::photos/1.jpg',
      '--format',
      'json',
    );
    expect(JSON.parse(out)).toMatchObject({
      matched: [{ policy: 'policy.json', statement: 0, effect: 'Allow', sid: 'Photos' }],
    });
  });

  it('reads condition keys', async () => {
    const asked = ['policy.json', '--action', 'dynamodb:GetItem', '--resource', '*'];
    expect((await check(...asked)).out).toMatch(/^ImplicitlyDenied/);
    expect((await check(...asked, '--context', 'aws:PrincipalTag/team=orders')).out).toMatch(/^Allowed/);
  });

  it('answers a list of requests in its order', async () => {
    const { out } = await check('policy.json', '--batch', 'requests.json', '--format', 'json');
    expect((JSON.parse(out) as { decision: string }[]).map(({ decision }) => decision)).toEqual(['Allowed', 'Allowed']);
  });

  it('says what is wrong with its use', async () => {
    expect((await check('policy.json')).complained).toContain('Give --action and --resource');
    expect(await check('notes.txt', '--action', 's3:GetObject', '--resource', '*')).toMatchObject({ code: 2 });
  });
});
