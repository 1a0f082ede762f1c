import { describe, expect, it } from 'vitest';
import { unknownText } from '../patterns/wildcard.ts';
import { compilePolicies } from './compile-policies.ts';
import { evaluateRequest } from './evaluate-request.ts';
import { policyCases } from './policy-types.cases.fixture.ts';

const session = 'arn:aws:sts::111122223333:assumed-role/orders/run';
const object = 'arn:aws:s3:::orders/one';
const read = { principal: session, action: 's3:GetObject', resource: object };

function identity(...Statement: readonly object[]): { identity: readonly [{ name: string; document: object }] } {
  return { identity: [{ name: 'data', document: { Version: '2012-10-17', Statement } }] };
}

for (const { page, cases } of policyCases) {
  describe(`by ${page}`, () => {
    it.each(cases.map((one) => [one.name, one.decision, one] as const))('%s: %s', (_, decision, one) => {
      const evaluation = evaluateRequest(one.request, one.policies);
      expect(evaluation.decision, JSON.stringify(evaluation.explain(), undefined, 1)).toBe(decision);
      expect(evaluateRequest(one.request, compilePolicies(one.policies)).explain().decision).toBe(decision);
      expect(evaluation.reasons.length).toBeGreaterThan(0);
    });
  });
}

describe('what is not known', () => {
  const tls = {
    Effect: 'Allow',
    Action: 's3:*',
    Resource: '*',
    Condition: { Bool: { 'aws:SecureTransport': 'true' } },
  };

  it('is said with the key that would settle it', () => {
    const evaluation = evaluateRequest({ ...read, unknownKeys: ['aws:SecureTransport'] }, identity(tls));
    expect(evaluation.decision).toBe('Unknown');
    expect(evaluation.reasons).toEqual([
      'Statement 0 of the identity policy data may apply: the value of aws:SecureTransport is not known.',
    ]);
  });

  it('may be every key that the request does not give', () => {
    const request = { ...read, unknownKeys: ['*'], context: { 'aws:securetransport': true } };
    expect(evaluateRequest(request, identity(tls)).decision).toBe('Allowed');
    expect(evaluateRequest({ ...read, unknownKeys: ['aws:Secure*'] }, identity(tls)).decision).toBe('Unknown');
    expect(evaluateRequest({ ...read, unknownKeys: ['aws:Source*'] }, identity(tls)).decision).toBe('ImplicitlyDenied');
  });

  it('does not matter when the answer is the same either way', () => {
    const both = identity(tls, { Effect: 'Allow', Action: 's3:Get*', Resource: '*' });
    expect(evaluateRequest({ ...read, unknownKeys: ['*'] }, both).decision).toBe('Allowed');
    expect(evaluateRequest({ ...read, action: 'sqs:SendMessage', unknownKeys: ['*'] }, both).decision).toBe(
      'ImplicitlyDenied',
    );
  });

  it('may be a part of a name in a policy', () => {
    const policies = identity({ Effect: 'Allow', Action: 's3:*', Resource: `arn:aws:s3:::${unknownText}/one` });
    expect(evaluateRequest(read, policies).decision).toBe('Unknown');
    expect(evaluateRequest({ ...read, resource: 'arn:aws:s3:::orders/two' }, policies).decision).toBe(
      'ImplicitlyDenied',
    );
  });

  it('may be a part of the resource', () => {
    const request = { ...read, resource: `arn:aws:s3:::orders-${unknownText}/one` };
    expect(
      evaluateRequest(request, identity({ Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::orders-*' })).decision,
    ).toBe('Allowed');
    expect(
      evaluateRequest(request, identity({ Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::orders-eu/*' }))
        .decision,
    ).toBe('Unknown');
    expect(
      evaluateRequest(request, identity({ Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::photos/*' })).decision,
    ).toBe('ImplicitlyDenied');
  });

  it('may be a statement that cannot be read', () => {
    const broken = { Effect: 'allow', Action: '*', Resource: '*' };
    const evaluation = evaluateRequest(read, identity({ Effect: 'Allow', Action: '*', Resource: '*' }, broken));
    expect(evaluation.decision).toBe('Unknown');
    expect(evaluation.explain().problems).toMatchObject([{ code: 'wrong-effect', policy: 'data', type: 'identity' }]);
    const denied = identity({ Effect: 'Deny', Action: '*', Resource: '*' }, broken);
    expect(evaluateRequest(read, denied).decision).toBe('ExplicitlyDenied');
  });

  it.each(['identity', 'boundary', 'session', 'serviceControl', 'resourceControl', 'resource', 'vpcEndpoint'] as const)(
    'may be which policies of type %s there are',
    (type) => {
      const policies = { ...identity({ Effect: 'Allow', Action: '*', Resource: '*' }), unknown: [type] };
      expect(evaluateRequest(read, policies).decision).toBe('Unknown');
      expect(evaluateRequest(read, { unknown: [type] }).decision).toBe(
        type === 'identity' || type === 'resource' ? 'Unknown' : 'ImplicitlyDenied',
      );
    },
  );
});

describe('a request for a pattern', () => {
  const data = identity({ Effect: 'Allow', Action: 's3:Get*', Resource: 'arn:aws:s3:::orders/*' });

  it.each([
    ['s3:GetObject', 'arn:aws:s3:::orders/2026/*', 'Allowed'],
    ['s3:GetObject', 'arn:aws:s3:::*', 'Unknown'],
    ['s3:GetObject', 'arn:aws:s3:::photos/*', 'ImplicitlyDenied'],
    ['s3:GetObject*', 'arn:aws:s3:::orders/*', 'Allowed'],
    ['s3:*', 'arn:aws:s3:::orders/*', 'Unknown'],
    ['s3:Put*', 'arn:aws:s3:::orders/*', 'ImplicitlyDenied'],
  ])('%s on %s: %s', (action, resource, decision) => {
    expect(evaluateRequest({ principal: session, action, resource }, data).decision).toBe(decision);
  });
});

describe('an explanation', () => {
  const policies = identity(
    { Sid: 'Write', Effect: 'Allow', Action: 's3:PutObject', Resource: '*' },
    { Sid: 'Photos', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::photos/*' },
    {
      Sid: 'Tls',
      Effect: 'Allow',
      Action: 's3:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    },
    { Sid: 'Orders', Effect: 'Allow', Action: 's3:Get*', Resource: 'arn:aws:s3:::orders/*' },
  );

  it('names the first element of each statement that does not match', () => {
    const { policies: types, decidedBy, reasons } = evaluateRequest(read, policies).explain();
    expect(types[0]?.statements.map(({ sid, matches, mismatch }) => [sid, matches, mismatch])).toEqual([
      ['Write', 'no', { element: 'Action', expected: ['s3:PutObject'], actual: 's3:GetObject' }],
      ['Photos', 'no', { element: 'Resource', expected: ['arn:aws:s3:::photos/*'], actual: object }],
      [
        'Tls',
        'no',
        { element: 'Condition', operator: 'Bool', key: 'aws:SecureTransport', expected: ['true'], actual: undefined },
      ],
      ['Orders', 'yes', undefined],
    ]);
    expect(decidedBy.map((one) => one.sid)).toEqual(['Orders']);
    expect(reasons).toEqual(['Statement Orders of the identity policy data allows the request.']);
  });

  it('names every type of policy that did not allow', () => {
    const { reasons } = evaluateRequest(read, { boundary: [], serviceControl: [{ name: 'root', policies: [] }] });
    expect(reasons).toEqual([
      'No service control policy of at least one level allows the request.',
      'No identity policy allows the request.',
      'No permissions boundary allows the request.',
    ]);
  });

  it('says which types had no say', () => {
    const { policies: types } = evaluateRequest(
      { ...read, principal: 'sns.amazonaws.com' },
      { ...policies, serviceControl: [{ name: 'root', policies: [] }] },
    ).explain();
    expect(types.map((type) => type.notApplicable)).toEqual([
      'SCPs limit principals of accounts only',
      'the caller is no principal of an account',
    ]);
  });

  it('keeps positions when a statement before could not be read', () => {
    const { decidedBy } = evaluateRequest(
      read,
      identity({ Effect: 'Maybe' }, { Effect: 'Deny', Action: '*', Resource: '*' }),
    ).explain();
    expect(decidedBy).toMatchObject([{ index: 1, effect: 'Deny' }]);
  });
});

describe('odd requests', () => {
  it.each(['', 's3', ':', '*', 's3:', '\uFFFF', '__proto__', 'arn:aws:iam'])('never throw: %j', (text) => {
    const policies = identity({ Effect: 'Allow', Action: '*', Resource: '*' });
    for (const request of [
      { action: text, resource: text },
      { principal: text, action: text, resource: { arn: text, account: text } },
      { ...read, context: { [text]: text, constructor: [text] }, unknownKeys: [text] },
    ]) {
      expect(['Allowed', 'ImplicitlyDenied']).toContain(evaluateRequest(request, policies).decision);
      expect(evaluateRequest(request, policies).explain().reasons.length).toBeGreaterThan(0);
    }
  });
});
