import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicies } from '../evaluation/compile-policies.ts';
import { evaluateRequest } from '../evaluation/evaluate-request.ts';
import { parsePolicyDocument } from '../documents/parse-policy-document.ts';
import { unknownText } from '../patterns/wildcard.ts';
import { minimisePolicy, type Need } from './minimise-policy.ts';
import { policySize } from './policy-size.ts';
import { proveMinimal } from './prove-minimal.ts';

const table = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';
const universe = ['GetItem', 'PutItem', 'Query', 'Scan', 'DeleteTable']
  .map((name) => `dynamodb:${name}`)
  .concat('s3:GetObject', 's3:PutObject', 'sqs:SendMessage');

const needs: readonly Need[] = [
  { action: 's3:GetObject', resources: ['arn:aws:s3:::orders-export/2026/*'] },
  { action: 'dynamodb:Query', resources: [table, `${table}/index/by-date`] },
  { action: 'dynamodb:PutItem', resources: [table] },
  { action: 'dynamodb:GetItem', resources: [table] },
  { action: 'dynamodb:GetItem', resources: [table] },
];

describe('the minimal policy', () => {
  it('groups actions of a service that share resources', () => {
    expect(minimisePolicy(needs)).toEqual({
      kind: 'inline',
      problems: [],
      documents: [
        {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'DynamodbOrdersGetItem',
              Effect: 'Allow',
              Action: ['dynamodb:GetItem', 'dynamodb:PutItem'],
              Resource: [table],
            },
            {
              Sid: 'DynamodbOrdersQuery',
              Effect: 'Allow',
              Action: ['dynamodb:Query'],
              Resource: [table, `${table}/index/by-date`],
            },
            {
              Sid: 'S3OrdersExport',
              Effect: 'Allow',
              Action: ['s3:GetObject'],
              Resource: ['arn:aws:s3:::orders-export/2026/*'],
            },
          ],
        },
      ],
    });
  });

  it('is the same for needs in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...needs], { minLength: needs.length }), (shuffled) => {
        expect(minimisePolicy(shuffled)).toEqual(minimisePolicy(needs));
      }),
    );
  });

  it('keeps the outermost of nested resources', () => {
    const nested = {
      action: 's3:GetObject',
      resources: ['arn:aws:s3:::a/b/*', 'arn:aws:s3:::a/*', 'arn:aws:s3:::a/b/c'],
    };
    expect(minimisePolicy([nested]).documents[0]?.Statement[0]?.Resource).toEqual(['arn:aws:s3:::a/*']);
  });

  it('keeps conditions apart, and drops one that a need without it covers', () => {
    const Condition = { StringEquals: { 'kms:ViaService': ['s3.eu-west-1.amazonaws.com'] } };
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/one';
    const conditional = { action: 'kms:Decrypt', resources: [key], condition: Condition };
    expect(minimisePolicy([conditional]).documents[0]?.Statement[0]).toMatchObject({ Condition });
    const covered = minimisePolicy([conditional, { action: 'kms:Decrypt', resources: ['*'] }]);
    expect(covered.documents[0]?.Statement).toEqual([
      { Sid: 'KmsAny', Effect: 'Allow', Action: ['kms:Decrypt'], Resource: ['*'] },
    ]);
  });

  it('says what it cannot write exactly and leaves it out', () => {
    const { documents, problems } = minimisePolicy([
      { action: 's3:Get*', resources: ['*'] },
      { action: 's3:GetObject', resources: [] },
      { action: 's3:PutObject', resources: [`arn:aws:s3:::${unknownText}/*`] },
    ]);
    expect(problems.map((problem) => problem.code)).toEqual(['action-pattern', 'no-resource', 'unknown-resource']);
    expect(documents[0]?.Statement).toEqual([]);
  });

  it('writes a name that looks like a variable as itself', () => {
    const resource = 'arn:aws:s3:::orders/${aws:username}';
    const { documents } = minimisePolicy([{ action: 's3:GetObject', resources: [resource] }]);
    const policies = { identity: [{ name: 'own', document: documents[0] }] };
    const principal = 'arn:aws:iam::111122223333:user/ana';
    expect(evaluateRequest({ principal, action: 's3:GetObject', resource }, policies).decision).toBe('Allowed');
    const other = { principal, action: 's3:GetObject', resource: 'arn:aws:s3:::orders/ana' };
    expect(evaluateRequest(other, policies).decision).toBe('ImplicitlyDenied');
  });

  it('becomes managed policies of their size when it is too large for a role', () => {
    const many = Array.from({ length: 300 }, (_, n) => ({
      action: 's3:GetObject',
      resources: [`arn:aws:s3:::orders-bucket-number-${n}/*`],
    }));
    const { kind, documents, problems } = minimisePolicy(many);
    expect(kind).toBe('managed');
    expect(problems).toEqual([]);
    expect(documents.length).toBeGreaterThan(1);
    for (const document of documents) expect(policySize(document)).toBeLessThanOrEqual(6144);
    expect(proveMinimal(documents, many, universe).proved).toBe(true);
    const sids = documents.flatMap((document) => document.Statement.map((statement) => statement.Sid));
    expect(new Set(sids).size).toBe(sids.length);
  });

  it('has Sids of letters and digits, each once', () => {
    const odd = [
      { action: 'execute-api:Invoke', resources: ['arn:aws:execute-api:eu-west-1:111122223333:abc123/*/GET/orders'] },
      { action: 'states:StartExecution', resources: ['arn:aws:states:eu-west-1:111122223333:stateMachine:order-flow'] },
      { action: 'ssm:GetParameter', resources: ['arn:aws:ssm:eu-west-1:111122223333:parameter/orders/db'] },
      { action: 'xray:PutTraceSegments', resources: ['*'] },
    ];
    const sids = minimisePolicy(odd).documents[0]?.Statement.map((statement) => statement.Sid);
    expect(sids).toEqual(['ExecuteApiAbc123', 'SsmOrders', 'StatesOrderFlow', 'XrayAny']);
  });

  it('allows exactly what is needed', () => {
    const resources = [
      table,
      `${table}/index/by-date`,
      'arn:aws:s3:::orders/*',
      'arn:aws:s3:::orders/2026/*',
      'arn:aws:s3:::photos/cat',
    ];
    const concrete = [
      table,
      `${table}/index/by-date`,
      'arn:aws:s3:::orders/1',
      'arn:aws:s3:::orders/2026/1',
      'arn:aws:s3:::photos/cat',
      'arn:aws:s3:::photos/dog',
    ];
    const need = fc.record({
      action: fc.constantFrom(...universe),
      resources: fc.subarray(resources, { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(need, { minLength: 1, maxLength: 8 }), (drawn) => {
        const { documents } = minimisePolicy(drawn);
        for (const document of documents) expect(parsePolicyDocument(document).problems).toEqual([]);
        const policies = compilePolicies({ identity: documents.map((document) => ({ name: 'own', document })) });
        for (const action of universe) {
          for (const resource of concrete) {
            const isNeeded = drawn.some(
              (one) => one.action === action && one.resources.some((wanted) => covers(wanted, resource)),
            );
            const { decision } = evaluateRequest({ action, resource }, policies);
            expect(decision, `${action} ${resource}`).toBe(isNeeded ? 'Allowed' : 'ImplicitlyDenied');
          }
        }
        expect(proveMinimal(documents, drawn, universe).proved).toBe(true);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});

function covers(pattern: string, resource: string): boolean {
  return pattern.endsWith('*') ? resource.startsWith(pattern.slice(0, -1)) : pattern === resource;
}

describe('the proof', () => {
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['dynamodb:GetItem'], Resource: [table] }],
  } as const;
  const need = { action: 'dynamodb:GetItem', resources: [table] };

  it('counts what it compared', () => {
    expect(proveMinimal(document, [need], universe)).toEqual({
      proved: true,
      missing: [],
      excessActions: [],
      excessResources: [],
      summary: '1 of 1 needs allowed, 4 of 4 other actions of 1 services not allowed',
    });
  });

  it('names a need that is missing', () => {
    const write = { action: 'dynamodb:PutItem', resources: [table] };
    expect(proveMinimal(document, [need, write], universe)).toMatchObject({
      proved: false,
      missing: [{ need: write, answer: 'no' }],
    });
  });

  it('names an action that nobody needs, also behind a condition', () => {
    const wide = {
      ...document,
      Statement: [
        ...document.Statement,
        {
          Effect: 'Allow',
          Action: ['dynamodb:S*'],
          Resource: ['*'],
          Condition: { Bool: { 'aws:SecureTransport': ['true'] } },
        },
      ],
    } as const;
    expect(proveMinimal(wide, [need], universe)).toMatchObject({ proved: false, excessActions: ['dynamodb:Scan'] });
  });

  it('names a resource that is too wide', () => {
    const wide = { ...document, Statement: [{ ...document.Statement[0], Resource: [`${table}*`] }] } as const;
    expect(proveMinimal(wide, [need], universe)).toMatchObject({
      proved: false,
      excessResources: [{ action: 'dynamodb:GetItem', resource: `${table}*` }],
    });
  });
});
