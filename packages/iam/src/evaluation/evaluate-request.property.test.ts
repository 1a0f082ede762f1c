import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceEvaluate } from '../reference/reference-evaluator.fixture.ts';
import { compilePolicies } from './compile-policies.ts';
import { evaluateRequest } from './evaluate-request.ts';
import { request, world, type NamedJson, type World } from './worlds.fixture.ts';

const runs = { numRuns: 3000, seed: 20_261_123 };

const denyAll = {
  name: 'deny',
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] },
};
const allowAll = {
  name: 'allow',
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
};

function reversed(list: readonly NamedJson[]): readonly NamedJson[] {
  return list.toReversed().map(({ name, document }) => {
    return { name, document: { ...document, Statement: document.Statement.toReversed() } };
  });
}

function backwards(given: World): World {
  return {
    identity: reversed(given.identity),
    ...(given.boundary === undefined ? {} : { boundary: reversed(given.boundary) }),
    ...(given.session === undefined ? {} : { session: reversed(given.session) }),
    ...(given.resource === undefined ? {} : { resource: reversed(given.resource) }),
    ...(given.serviceControl === undefined
      ? {}
      : {
          serviceControl: given.serviceControl
            .toReversed()
            .map((level) => ({ ...level, policies: reversed(level.policies) })),
        }),
  };
}

function hasNoRoot(principal: string): boolean {
  return !['*', 'events.amazonaws.com'].includes(principal) && !principal.endsWith(':root');
}

describe('the evaluator', () => {
  it('decides as the reference evaluator does', () => {
    const decisions = new Map<string, number>();
    fc.assert(
      fc.property(world, request, (policies, asked) => {
        // NotPrincipal denies whoever has a boundary; the reference does not know that rule.
        const simple =
          policies.boundary === undefined || !JSON.stringify(policies.resource ?? '').includes('NotPrincipal');
        fc.pre(simple);
        const { decision } = evaluateRequest(asked, policies);
        decisions.set(decision, (decisions.get(decision) ?? 0) + 1);
        expect(decision).toBe(referenceEvaluate(asked, policies));
      }),
      { ...runs, numRuns: 10_000 },
    );
    expect([...decisions.keys()].toSorted()).toEqual(['Allowed', 'ExplicitlyDenied', 'ImplicitlyDenied']);
    expect(Math.min(...decisions.values())).toBeGreaterThan(500);
  });

  it('gives the same answer for compiled policies, asked in any order', () => {
    fc.assert(
      fc.property(world, fc.array(request, { minLength: 2, maxLength: 6 }), (policies, requests) => {
        const compiled = compilePolicies(policies);
        const forth = requests.map((asked) => evaluateRequest(asked, compiled).decision);
        const back = requests.toReversed().map((asked) => evaluateRequest(asked, compiled).decision);
        expect(back.toReversed()).toEqual(forth);
        expect(requests.map((asked) => evaluateRequest(asked, policies).decision)).toEqual(forth);
      }),
      { ...runs, numRuns: 500 },
    );
  });

  it('does not care for the order of policies, statements and levels', () => {
    fc.assert(
      fc.property(world, request, (policies, asked) => {
        expect(evaluateRequest(asked, backwards(policies)).decision).toBe(evaluateRequest(asked, policies).decision);
      }),
      runs,
    );
  });

  it('lets a Deny win over everything', () => {
    fc.assert(
      fc.property(world, request, (policies, asked) => {
        fc.pre(hasNoRoot(asked.principal));
        const denied = { ...policies, identity: [...policies.identity, denyAll] };
        expect(evaluateRequest(asked, denied).decision).toBe('ExplicitlyDenied');
      }),
      runs,
    );
  });

  it('never takes access away by an additional Allow', () => {
    fc.assert(
      fc.property(world, request, (policies, asked) => {
        const more = { ...policies, identity: [...policies.identity, allowAll] };
        if (evaluateRequest(asked, policies).decision === 'Allowed') {
          expect(evaluateRequest(asked, more).decision).toBe('Allowed');
        }
      }),
      runs,
    );
  });

  it('never gives access by a boundary, a session policy or an SCP', () => {
    fc.assert(
      fc.property(world, request, (policies, asked) => {
        const { boundary: _b, session: _s, serviceControl: _c, ...free } = policies;
        // With a boundary NotPrincipal means something else.
        if (evaluateRequest(asked, policies).decision === 'Allowed') {
          expect(evaluateRequest(asked, free).decision).toBe('Allowed');
        }
      }),
      runs,
    );
  });

  it('is sure only of what holds whatever an unknown key turns out to be', () => {
    fc.assert(
      fc.property(world, request, (policies, asked) => {
        const unsure = evaluateRequest({ ...asked, context: {}, unknownKeys: Object.keys(asked.context) }, policies);
        if (unsure.decision !== 'Unknown') {
          const sure = evaluateRequest(asked, policies).decision;
          expect(sure === 'Allowed').toBe(unsure.decision === 'Allowed');
        }
      }),
      runs,
    );
  });

  it('answers odd policies and requests too', () => {
    const element = fc.oneof(
      fc.anything(),
      fc.string(),
      fc.constantFrom('Allow', '*', 's3:*', '${', '${a,}', '::/', 'arn:::::'),
    );
    const statement = fc.record({
      Effect: fc.constantFrom('Allow', 'Deny', 1),
      Action: element,
      Resource: element,
      Principal: element,
      Condition: fc.oneof(
        element,
        fc.dictionary(
          fc.constantFrom('IpAddress', 'DateLessThan', 'ArnLike', 'Null'),
          fc.dictionary(fc.string(), element),
        ),
      ),
    });
    const policies = fc.array(
      fc.record({ name: fc.string(), document: fc.record({ Version: element, Statement: fc.array(statement) }) }),
    );
    fc.assert(
      fc.property(
        policies,
        fc.string(),
        fc.string(),
        fc.dictionary(fc.string(), fc.string()),
        (list, action, resource, context) => {
          for (const principal of [action, 'arn:aws:iam::111122223333:user/ana']) {
            const evaluation = evaluateRequest(
              { principal, action, resource, context },
              { identity: list, resource: list },
            );
            expect(evaluation.explain().decision).toBe(evaluation.decision);
          }
        },
      ),
      { numRuns: 1000, seed: 9 },
    );
  });

  it('explains the decision that it took', () => {
    fc.assert(
      fc.property(world, request, (policies, asked) => {
        const evaluation = evaluateRequest(asked, policies);
        const { decision, decidedBy, reasons } = evaluation.explain();
        expect(decision).toBe(evaluation.decision);
        expect(reasons.length).toBeGreaterThan(0);
        if (decision === 'ExplicitlyDenied') expect(decidedBy.every((one) => one.effect === 'Deny')).toBe(true);
        if (decision === 'ExplicitlyDenied') expect(decidedBy.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });
});
