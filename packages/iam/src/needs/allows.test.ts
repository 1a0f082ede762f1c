import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateRequest } from '../evaluation/evaluate-request.ts';
import { request, world } from '../evaluation/worlds.fixture.ts';
import { matchesPattern, unknownText, wildcardPattern } from '../patterns/wildcard.ts';
import { allows } from './allows.ts';

function identity(...Statement: readonly object[]): { identity: readonly [{ name: string; document: object }] } {
  return { identity: [{ name: 'data', document: { Version: '2012-10-17', Statement } }] };
}

const allow = (Resource: unknown, more: object = {}): object => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource,
  ...more,
});
const deny = (Resource: unknown, more: object = {}): object => ({ ...allow(Resource, more), Effect: 'Deny' });
const orders = 'arn:aws:s3:::orders/*';
const need = { action: 's3:GetObject', resource: orders };

describe('a need', () => {
  it.each([
    ['the same pattern', identity(allow(orders)), 'yes'],
    ['a wider pattern', identity(allow('arn:aws:s3:::orders*')), 'yes'],
    ['a narrower pattern', identity(allow('arn:aws:s3:::orders/2026/*')), 'partly'],
    ['another pattern', identity(allow('arn:aws:s3:::photos/*')), 'no'],
    ['a pattern that crosses it', identity(allow('*/2026.json')), 'partly'],
    ['several that cover it together', identity(allow('arn:aws:s3:::orders/'), allow('arn:aws:s3:::orders/?*')), 'yes'],
    ['several in one statement', identity(allow(['arn:aws:s3:::orders/', 'arn:aws:s3:::orders/?*'])), 'yes'],
    ['nothing', {}, 'no'],
    ['everything but a part', identity(allow('*'), deny('arn:aws:s3:::orders/secret/*')), 'partly'],
    ['everything but something else', identity(allow('*'), deny('arn:aws:s3:::photos/*')), 'yes'],
    ['everything and nothing', identity(allow('*'), deny('*')), 'no'],
    [
      'what is allowed is denied in full',
      identity(allow('arn:aws:s3:::orders/a*'), deny('arn:aws:s3:::orders/*')),
      'no',
    ],
    [
      'all but a part, by NotResource',
      identity({ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::photos/*' }),
      'yes',
    ],
    ['all but itself, by NotResource', identity({ Effect: 'Allow', Action: '*', NotResource: orders }), 'no'],
    ['a part, by a variable', identity(allow('arn:aws:s3:::orders/${aws:PrincipalTag/team}/*')), 'partly'],
    [
      'a boundary that does not meet',
      { ...identity(allow('arn:aws:s3:::orders/a*')), boundary: identity(allow('arn:aws:s3:::orders/b*')).identity },
      'no',
    ],
    [
      'a boundary that meets',
      { ...identity(allow('arn:aws:s3:::orders/a*')), boundary: identity(allow('arn:aws:s3:::orders/*b')).identity },
      'partly',
    ],
    ['an unknown part', identity(allow(`arn:aws:s3:::${unknownText}/*`)), 'unknown'],
  ] as const)('allowed by %s', (_, policies, answer) => {
    expect(allows(policies, { ...need, context: { 'aws:PrincipalTag/team': 'a' } }).answer).toBe(answer);
  });

  it('that hangs on a condition names it', () => {
    const policies = identity(allow('*', { Condition: { StringEquals: { 's3:ExistingObjectTag/public': 'yes' } } }));
    expect(allows(policies, { ...need, unknownKeys: ['*'] })).toMatchObject({
      answer: 'unknown',
      conditions: [
        {
          policy: 'data',
          statement: 0,
          effect: 'Allow',
          operator: 'StringEquals',
          key: 's3:ExistingObjectTag/public',
          values: ['yes'],
        },
      ],
    });
    expect(allows(policies, need)).toMatchObject({ answer: 'no', conditions: [] });
  });

  it('of everything is not met by all of one service', () => {
    expect(allows(identity(allow('arn:aws:s3:::*')), { ...need, resource: '*' }).answer).toBe('partly');
    expect(allows(identity(allow('*')), { ...need, resource: '*' }).answer).toBe('yes');
  });

  it('without resource is not touched by statements on single ones', () => {
    const list = { action: 's3:ListAllMyBuckets', resource: '*', withoutResource: true };
    const policies = identity(
      { Effect: 'Allow', Action: 's3:*', Resource: '*' },
      { Effect: 'Deny', Action: 's3:*', Resource: orders },
    );
    expect(allows(policies, list).answer).toBe('yes');
    expect(allows(identity({ Effect: 'Allow', Action: 's3:*', Resource: orders }), list).answer).toBe('no');
  });

  it('is answered as each of its requests would be', () => {
    const patterns = [
      '*',
      'arn:aws:s3:::*',
      'arn:aws:s3:::orders/*',
      'arn:aws:s3:::orders/2026/???.json',
      'arn:aws:sqs:*:111122223333:*',
    ];
    fc.assert(
      fc.property(world, request, fc.constantFrom(...patterns), (policies, asked, resource) => {
        fc.pre(matchesPattern(wildcardPattern(resource), asked.resource.arn));
        const wide = { ...asked, resource: { arn: resource, account: asked.resource.account } };
        // Keys and roles have a rule of their own, which a pattern of all services cannot see.
        fc.pre(!asked.action.startsWith('kms') && !asked.action.startsWith('sts'));
        const { answer } = allows(policies, wide);
        const { decision } = evaluateRequest(asked, policies);
        if (answer === 'yes') expect(decision).toBe('Allowed');
        if (answer === 'no') expect(decision).not.toBe('Allowed');
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
});
