import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exposureFacts } from '../../analyses/exposure/exposure-facts.ts';
import { plans, templateOf, type Plan } from './generated-application.ts';
import { truthOf } from './generated-oracle.ts';
import { estateOf } from './run-case.ts';

/** What the scanner says of the functions of a plan, in the words of the oracle. */
function answerOf(plan: Plan): ReturnType<typeof truthOf> {
  const { estate } = estateOf(templateOf(plan));
  if (estate === undefined) throw new Error('The generated template was not read.');
  const facts = exposureFacts(estate);
  return plan.workers.map((_, index) => {
    const node = estate.of('function').find(({ id }) => id.endsWith(`/Work${index}`));
    if (node === undefined) throw new Error(`There is no function Work${index}.`);
    const ways = facts.waysIn(node.id).map((way) => `${way.exposure} ${way.mediated ? 'mediated' : 'direct'}`);
    return { exposure: facts.of(node.id), ways: [...ways].sort() };
  });
}

test('the exposure of a generated application is the one it was built with', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      expect(answerOf(plan), JSON.stringify(templateOf(plan), null, 1)).toEqual(truthOf(plan));
    }),
    { numRuns: 400, seed: 20261123 },
  );
}, 60_000);

test('generated applications differ: every verdict and both kinds of way occur', () => {
  const seen = new Set(
    fc.sample(plans, { numRuns: 400, seed: 7 }).flatMap((plan) => truthOf(plan).flatMap(({ ways }) => ways)),
  );
  expect([...seen].sort()).toEqual([
    'authenticated direct',
    'authenticated mediated',
    'internal direct',
    'public direct',
    'public mediated',
    'public-sign-up direct',
    'public-sign-up mediated',
  ]);
});
