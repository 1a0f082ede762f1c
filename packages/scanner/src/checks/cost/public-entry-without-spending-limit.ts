import { settled, type Severity } from '@leastwise/model';
import { openQuestion, waysThrough } from '../../analyses/gateways/ways-through.ts';
import { dollars, worstSpending, type Spending } from '../../analyses/gateways/worst-spending.ts';
import { requestRate } from '../../analyses/gateways/request-rate.ts';
import type { CostAssumptions } from '../settings.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';

/**
 * What a flood through one gateway can cost. Functions share the concurrency of the account, so the most expensive one
 * behind the gateway stands for all.
 */
export default defineCheck({
  name: 'public-entry-without-spending-limit',
  title: 'Anyone can run up the bill',
  area: 'cost',
  subjects: ['function-url', 'rest-api', 'http-api', 'graphql-api', 'load-balancer', 'distribution'],
  severity: 'low',
  confidence: 'medium',
  since: '0.1.0',
  rows: [244],
  mappings: {
    owasp: ['SAS-8'], csa: ['CSA-8'], cwe: [770, 400], attack: ['T1496', 'T1499'],
  },
  fix: 'review',
  evaluate(subject, { estate, settings }) {
    const leading = waysThrough(estate, subject.id).filter((way) => way.function !== undefined);
    const ways = leading.filter((way) => way.verdict.exposure === 'public');
    if (ways.length === 0) {
      const question = leading.map(openQuestion).find((asked) => asked !== undefined);
      return question === undefined ? notApplicable : { result: 'unknown', ...question };
    }
    const rate = requestRate(estate, subject);
    const spendings: Spending[] = [];
    for (const way of ways) {
      const called = way.function;
      if (called === undefined) continue;
      const { timeout, memory, reservedConcurrency } = called.facet;
      const unsettled = [timeout, memory, reservedConcurrency].find((value) => value.kind !== 'absent' && settled(value) === undefined);
      if (unsettled !== undefined) return open(`what a flood of ${called.name} costs`, unsettled, estate);
      spendings.push(worstSpending(called, way.route, rate, settings.cost));
    }
    const [worst] = spendings.sort((left, right) => right.perHour - left.perHour);
    if (worst === undefined || worst.perHour * 24 < settings.cost.dayThreshold) return pass;
    const { facet, name } = worst.function;
    const day = worst.perHour * 24;
    return fail(worst.route.facet.integration.at, `A flood through ${worst.route.name} of ${subject.name} costs up to ${dollars(worst.perHour)} an hour and ${dollars(day)} a day.`, {
      severity: severityOf(day, settings.cost),
      evidence: [
        { at: worst.route.facet.authAt, message: `${worst.route.name}: ${ways.find((way) => way.route === worst.route)?.verdict.message ?? 'open'}` },
        { at: facet.memory.origin, message: `${name}: ${settled(facet.memory)} MB, up to ${settled(facet.timeout)} seconds a request` },
        { at: facet.reservedConcurrency.kind === 'absent' ? worst.function.keyRange : facet.reservedConcurrency.origin, message: assumptions(worst, settings.cost) },
      ],
      fix: { summary: `set ReservedConcurrentExecutions on ${name}, or a throttle on the API` },
    });
  },
});

/** By the day: from the threshold on it is told, five times that is low, fifty times medium, five hundred times high. */
function severityOf(day: number, cost: CostAssumptions): Severity {
  if (day >= cost.dayThreshold * 500) return 'high';
  if (day >= cost.dayThreshold * 50) return 'medium';
  return day >= cost.dayThreshold * 5 ? 'low' : 'info';
}

function assumptions(worst: Spending, cost: CostAssumptions): string {
  const limit = worst.limitedBy === 'reserved' ? 'its reserved concurrency' : worst.limitedBy === 'throttle' ? 'the throttle of the gateway' : `the account's limit of ${cost.accountConcurrency}`;
  return `${Math.round(worst.concurrent)} at a time (${limit}), ${worst.gigabyteSecondPrice} USD a GB-second and ${cost.request} USD a request, every request running to its timeout`;
}
