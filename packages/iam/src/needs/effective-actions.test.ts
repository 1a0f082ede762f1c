import { describe, expect, it } from 'vitest';
import { effectiveActions } from './effective-actions.ts';

const universe = [
  { action: 's3:GetObject', resources: ['arn:aws:s3:::*/*'] },
  { action: 's3:PutObject', resources: ['arn:aws:s3:::*/*'] },
  { action: 's3:DeleteBucket', resources: ['arn:aws:s3:::*'] },
  { action: 's3:ListAllMyBuckets', resources: [] },
  { action: 'dynamodb:GetItem', resources: ['arn:aws:dynamodb:*:*:table/*'] },
  { action: 'dynamodb:ListTables', resources: [] },
];

function identity(...Statement: readonly object[]): { identity: readonly [{ name: string; document: object }] } {
  return { identity: [{ name: 'data', document: { Version: '2012-10-17', Statement } }] };
}

describe('the effective actions', () => {
  it('are those allowed on some resource that the action knows', () => {
    const policies = identity({ Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::orders/*' });
    expect(effectiveActions(policies, universe)).toEqual({
      allowed: ['s3:GetObject', 's3:PutObject', 's3:DeleteBucket'],
      everywhere: [],
      conditional: [],
    });
  });

  it('leave out what is denied everywhere, and not what is denied somewhere', () => {
    const policies = identity(
      { Effect: 'Allow', NotAction: 'dynamodb:Get*', Resource: '*' },
      { Effect: 'Deny', Action: 's3:Put*', Resource: '*' },
      { Effect: 'Deny', Action: 's3:Get*', Resource: 'arn:aws:s3:::secret/*' },
    );
    const { allowed, everywhere } = effectiveActions(policies, universe);
    expect(allowed).toEqual(['s3:GetObject', 's3:DeleteBucket', 's3:ListAllMyBuckets', 'dynamodb:ListTables']);
    expect(everywhere).toEqual(['s3:DeleteBucket', 's3:ListAllMyBuckets', 'dynamodb:ListTables']);
  });

  it('are conditional where a condition decides', () => {
    const policies = identity({
      Effect: 'Allow',
      Action: 's3:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    });
    expect(effectiveActions(policies, universe).conditional).toHaveLength(4);
    const known = { context: { 'aws:SecureTransport': true } };
    expect(effectiveActions(policies, universe, known).allowed).toHaveLength(4);
  });

  it('may be asked of names alone', () => {
    const policies = identity({ Effect: 'Allow', Action: 's3:get*', Resource: 'arn:aws:s3:::orders/*' });
    expect(effectiveActions(policies, ['s3:GetObject', 's3:PutObject']).allowed).toEqual(['s3:GetObject']);
  });

  it('end at a boundary', () => {
    const policies = {
      ...identity({ Effect: 'Allow', Action: '*', Resource: '*' }),
      boundary: identity({ Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' }).identity,
    };
    expect(effectiveActions(policies, universe).allowed).toEqual(['dynamodb:GetItem', 'dynamodb:ListTables']);
  });
});
