import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from './account.ts';
import { account, functionOf, identity, lambdaRole, may, trusts } from './account.fixture.ts';
import { escalationsOf } from './escalations.ts';

const admin = lambdaRole('operator', [may('*')]);
const arn = 'arn:aws:iam::111122223333';

/** `path>path reaches identity`, `?` when it hangs on something. */
const ways = (of: Account, id = 'orders'): readonly string[] =>
  escalationsOf(of)
    .from(id)
    .map(
      ({ hops, reaches, identity: gained, certain }) =>
        `${hops.map(({ path }) => path.id).join('>')} ${reaches}${gained === undefined ? '' : ` ${gained}`}${certain ? '' : ' ?'}`,
    );

const make = ['lambda:CreateFunction', 'lambda:InvokeFunction'];

describe('an order service', () => {
  it('gains nothing by reading its table', () => {
    expect(
      ways(account([lambdaRole('orders', [may('dynamodb:GetItem', 'arn:aws:dynamodb:*:*:table/orders')]), admin])),
    ).toEqual([]);
  });

  it('gains everything when it may write into its own role', () => {
    expect(ways(account([lambdaRole('orders', [may('iam:PutRolePolicy', `${arn}:role/orders`)])]))).toEqual([
      'iam-005 administrator',
    ]);
  });

  it('passes a role that Lambda may assume to a function that it makes', () => {
    expect(ways(account([lambdaRole('orders', [may(make), may('iam:PassRole', admin.arn)]), admin]))).toEqual([
      'lambda-001 administrator operator',
    ]);
  });

  it('says that any role may be passed when no role is named', () => {
    expect(ways(account([lambdaRole('orders', [may(make), may('iam:PassRole')])]))).toEqual(['lambda-001 any-role']);
  });

  it.each<[string, readonly object[]]>([
    [
      'spread over policies',
      [may('lambda:CreateFunction'), may('lambda:InvokeFunction'), may('iam:PassRole', admin.arn)],
    ],
    ['written with wildcards', [may(['lambda:Create*', 'lambda:Inv*']), may('iam:Pass*', `${arn}:role/oper*`)]],
    [
      'allowed by what is not excepted',
      [
        {
          Effect: 'Allow',
          NotAction: ['iam:C*', 'iam:P*ut', 'iam:A*', 'iam:U*', 'iam:PutR*', 's3:*'],
          Resource: [admin.arn, 'arn:aws:lambda:*:*:function:*'],
        },
      ],
    ],
    [
      'limited to the service that it is for',
      [
        may(make),
        may('iam:PassRole', admin.arn, {
          Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
        }),
      ],
    ],
  ])('is found out although the permissions are %s', (_, statements) => {
    expect(ways(account([lambdaRole('orders', statements), admin]))).toContain('lambda-001 administrator operator');
  });

  it.each<[string, readonly object[]]>([
    [
      'a Deny',
      [may(make), may('iam:PassRole', admin.arn), { Effect: 'Deny', Action: 'iam:PassRole', Resource: admin.arn }],
    ],
    [
      'another service in the condition',
      [
        may(make),
        may('iam:PassRole', admin.arn, { Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } } }),
      ],
    ],
    ['a resource that the action does not know', [may(make, 'arn:aws:s3:::photos/*'), may('iam:PassRole', admin.arn)]],
    ['a role that is not there', [may(make), may('iam:PassRole', `${arn}:role/gone`)]],
    ['a missing action', [may('lambda:CreateFunction'), may('iam:PassRole', admin.arn)]],
  ])('is stopped by %s', (_, statements) => {
    expect(ways(account([lambdaRole('orders', statements), admin]))).toEqual([]);
  });

  it('is stopped by a boundary, and by a role that Lambda may not assume', () => {
    const statements = [may(make), may('iam:PassRole', admin.arn)];
    expect(ways(account([lambdaRole('orders', statements, { boundary: [may('lambda:*')] }), admin]))).toEqual([]);
    const builder = identity('role', 'operator', [may('*')], { trust: trusts('codebuild.amazonaws.com') });
    expect(ways(account([lambdaRole('orders', statements), builder]))).toEqual([]);
  });

  it('cannot widen itself beyond its boundary', () => {
    const boundary = [may(['iam:PutRolePolicy', 'dynamodb:*'])];
    expect(ways(account([lambdaRole('orders', [may('iam:PutRolePolicy')], { boundary })]))).toEqual([]);
  });

  it('hangs on a condition that nobody can decide', () => {
    const condition = { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } };
    expect(ways(account([lambdaRole('orders', [may('iam:PutRolePolicy', '*', condition)])]))).toEqual([
      'iam-005 administrator ?',
    ]);
  });
});

describe('taking over a function', () => {
  const replace = lambdaRole('orders', [may('lambda:UpdateFunctionCode', 'arn:aws:lambda:*:*:function:*')]);

  it('is worth it when its role may do more', () => {
    const photos = lambdaRole('photos', [may('s3:PutObject', 'arn:aws:s3:::photos/*')]);
    expect(ways(account([replace, photos], [functionOf('resize', 'photos')]))).toEqual(['lambda-003 identity photos']);
  });

  it('is worth nothing when its role only writes logs', () => {
    const logs = lambdaRole('photos', [may('logs:PutLogEvents')]);
    expect(ways(account([replace, logs], [functionOf('resize', 'photos')]))).toEqual([]);
  });

  it('leads on from function to function', () => {
    const deploy = lambdaRole('deploy', [may('iam:AttachRolePolicy', `${arn}:role/deploy`)]);
    expect(ways(account([replace, deploy], [functionOf('release', 'deploy')]))).toEqual([
      'lambda-003>iam-009 administrator',
      'lambda-003 identity deploy',
    ]);
  });
});

describe('users and roles', () => {
  it('make keys for stronger users, not for weaker ones', () => {
    const clerk = identity('user', 'orders', [may('iam:CreateAccessKey')]);
    expect(ways(account([clerk, identity('user', 'root', [may('*')]), identity('user', 'guest', [])]))).toEqual([
      'iam-002 administrator root',
    ]);
  });

  it('assume a role only when it trusts them', () => {
    const source = lambdaRole('orders', [may('sts:AssumeRole', `${arn}:role/operator`)]);
    const trusting = (principal: string): Account =>
      account([
        source,
        identity('role', 'operator', [may('*')], {
          trust: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' }],
          },
        }),
      ]);
    expect(ways(trusting(`${arn}:root`))).toEqual(['sts-001 administrator operator']);
    expect(ways(trusting(`${arn}:role/somebody-else`))).toEqual([]);
    expect(ways(account([source, admin]))).toEqual([]);
  });
});

describe('laws', () => {
  const actions = [
    'iam:PutRolePolicy',
    'iam:PassRole',
    'lambda:*',
    'lambda:UpdateFunctionCode',
    'sts:AssumeRole',
    'iam:*',
    's3:*',
  ];
  const resources = ['*', `${arn}:role/orders`, `${arn}:role/photos`, 'arn:aws:lambda:*:*:function:resize'];
  const statement = fc.record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    Action: fc.constantFrom(...actions),
    Resource: fc.constantFrom(...resources),
  });
  const shop = (statements: readonly object[]): Account =>
    account(
      [lambdaRole('orders', statements), lambdaRole('photos', [may('s3:*')]), admin],
      [functionOf('resize', 'photos'), functionOf('operate', 'operator')],
    );

  it('a Deny never adds a way', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 4 }), statement, (statements, one) => {
        const certain = (list: readonly object[]): readonly string[] =>
          escalationsOf(shop(list))
            .from('orders')
            .map(({ reaches, identity: gained }) => `${reaches} ${gained ?? ''}`);
        const before = shop(statements);
        for (const way of certain([...statements, { ...one, Effect: 'Deny' }]))
          expect(reachable(before, way)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  /** An any-role gain covers each role: a Deny on one role leaves single ones. */
  function reachable(of: Account, way: string): boolean {
    const all = escalationsOf(of).from('orders');
    return all.some(
      ({ reaches, identity: gained }) =>
        `${reaches} ${gained ?? ''}` === way || reaches === 'any-role' || reaches === 'administrator',
    );
  }
});
