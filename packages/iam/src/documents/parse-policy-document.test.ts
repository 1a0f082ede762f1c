import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePolicyDocument } from './parse-policy-document.ts';

const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

describe('a policy document', () => {
  it('becomes lists where one value stood', () => {
    const read = parsePolicyDocument({
      Version: '2012-10-17',
      Statement: { ...allow, Sid: 'Read', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': true } } },
    });
    expect(read.problems).toEqual([]);
    expect(read.document.Statement).toEqual([
      {
        Sid: 'Read',
        Effect: 'Allow',
        Action: ['s3:GetObject'],
        Resource: ['*'],
        Principal: { AWS: ['*'] },
        Condition: { Bool: { 'aws:SecureTransport': ['true'] } },
      },
    ]);
  });

  it('is of 2008 when it names no version', () => {
    expect(parsePolicyDocument({ Statement: [allow] }).document.Version).toBe('2008-10-17');
  });

  it('may be given as text', () => {
    expect(parsePolicyDocument(JSON.stringify({ Statement: allow })).document.Statement).toHaveLength(1);
  });

  it('keeps the statements that can be read', () => {
    const read = parsePolicyDocument({
      Version: '2012-10-17',
      Statement: [allow, { ...allow, Effect: 'allow' }, allow],
    });
    expect(read.document.Statement).toHaveLength(2);
    expect(read.unreadable).toEqual([1]);
    expect(read.problems).toMatchObject([{ code: 'wrong-effect', path: 'Statement[1].Effect' }]);
  });

  it.each([
    ['not-a-document', 'nonsense'],
    ['not-a-document', null],
    ['not-a-document', []],
    ['no-statement', { Version: '2012-10-17' }],
    ['unknown-version', { Version: '2026-01-01', Statement: [] }],
    ['not-a-statement', { Statement: ['Allow'] }],
    ['unknown-element', { Statement: [{ ...allow, Actions: 's3:*' }] }],
    ['wrong-effect', { Statement: [{ Action: '*', Resource: '*' }] }],
    ['no-action', { Statement: [{ Effect: 'Allow', Resource: '*' }] }],
    ['conflicting-elements', { Statement: [{ ...allow, NotAction: 's3:*' }] }],
    ['conflicting-elements', { Statement: [{ ...allow, NotResource: '*' }] }],
    ['conflicting-elements', { Statement: [{ ...allow, Principal: '*', NotPrincipal: '*' }] }],
    ['wrong-action', { Statement: [{ ...allow, Action: { Ref: 'Action' } }] }],
    ['wrong-resource', { Statement: [{ ...allow, Resource: [7] }] }],
    ['wrong-principal', { Statement: [{ ...allow, Principal: 'arn:aws:iam::111122223333:root' }] }],
    ['wrong-principal', { Statement: [{ ...allow, Principal: { Aws: '*' } }] }],
    ['wrong-condition', { Statement: [{ ...allow, Condition: { StringEquals: 'x' } }] }],
    ['wrong-condition', { Statement: [{ ...allow, Condition: { StringEquals: { 'aws:SourceIp': {} } } }] }],
    ['unknown-operator', { Statement: [{ ...allow, Condition: { StringIs: { 'aws:username': 'ana' } } }] }],
    ['unknown-operator', { Statement: [{ ...allow, Condition: { NullIfExists: { 'aws:username': 'true' } } }] }],
    ['too-long', { Statement: [{ ...allow, Resource: 'x'.repeat(5000) }] }],
  ])('says %s', (code, json) => {
    const { problems } = parsePolicyDocument(json);
    expect(problems.map((problem) => problem.code)).toContain(code);
    for (const { message } of problems) expect(message).toMatch(/\.$/);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.json(), (odd, text) => {
        for (const json of [
          odd,
          text,
          { Statement: odd },
          { Statement: [{ ...allow, Condition: odd, Principal: odd }] },
        ]) {
          expect(parsePolicyDocument(json).document.Statement).toBeInstanceOf(Array);
        }
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
