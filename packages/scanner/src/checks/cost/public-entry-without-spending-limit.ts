import { settled, type Severity } from '@leastwise/model';
import type { WayIn } from '../../analyses/exposure/exposure.ts';
import { requestRate } from '../../analyses/gateways/request-rate.ts';
import { dollars, worstSpending, type Spending } from '../../analyses/gateways/worst-spending.ts';
import type { Estate } from '../../estate/estate.ts';
import type { CostAssumptions } from '../settings.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

const gateways = ['rest-api', 'http-api', 'graphql-api', 'function-url', 'load-balancer', 'cloudfront'];

/** What a flood of one function can cost: its memory and limits decide, through however many doors it comes. */
export default defineCheck({
  name: 'public-entry-without-spending-limit',
  title: 'Anyone can run up the bill',
  area: 'cost',
  subjects: ['function'],
  severity: 'low',
  confidence: 'medium',
  since: '0.1.0',
  rows: [244],
  mappings: {
    owasp: ['SAS-8'],
    csa: ['CSA-8'],
    cwe: [770, 400],
    attack: ['T1496', 'T1499'],
  },
  fix: 'review',
  evaluate(subject, { estate, facts, settings }) {
    const leading = facts.exposure
      .waysIn(subject.id)
      .filter((way) => gateways.includes(way.trigger.facet.kind) && way.trigger.facet.invocation === 'sync');
    const ways = leading.filter((way) => way.exposure === 'public');
    if (ways.length === 0) {
      const unsettled = leading.find((way) => way.exposure === 'unknown');
      if (unsettled === undefined) return notApplicable;
      const { at, label } = unsettled.trigger.facet;
      return {
        result: 'unknown',
        at,
        what: `who gets through ${label}`,
        why: unsettled.reason ?? 'It is known only to a deployment.',
        ...(unsettled.settleWith === undefined ? {} : { settleWith: unsettled.settleWith }),
      };
    }
    const { timeout, memory, reservedConcurrency } = subject.facet;
    const unsettled = [timeout, memory, reservedConcurrency].find(
      (value) => value.kind !== 'absent' && settled(value) === undefined,
    );
    if (unsettled !== undefined) return open(`what a flood of ${subject.name} costs`, unsettled, estate);
    const worst = worstSpending(subject, highestRate(estate, ways), settings.cost);
    const day = worst.perHour * 24;
    if (day < settings.cost.dayThreshold / 10) return pass;
    const doors = ways.length === 1 ? '' : ` and ${ways.length - 1} more`;
    return fail(
      memory.kind === 'absent' ? subject.keyRange : memory.origin,
      `A flood through ${ways[0]?.trigger.facet.label}${doors} that keeps ${subject.name} busy until its timeout costs up to ${dollars(worst.perHour)} an hour and ${dollars(day)} a day in Lambda alone.`,
      {
        severity: severityOf(day, settings.cost),
        evidence: [
          ...ways.slice(0, 5).map((way) => ({
            at: way.trigger.facet.at,
            message: `anyone can start it through ${way.trigger.facet.label}`,
          })),
          {
            at: memory.origin,
            message: `${subject.name}: ${settled(memory)} MB, up to ${settled(timeout)} seconds a request`,
          },
          {
            at: reservedConcurrency.kind === 'absent' ? subject.keyRange : reservedConcurrency.origin,
            message: assumptions(worst, settings.cost),
          },
        ],
        fix: {
          summary: `set ReservedConcurrentExecutions on ${subject.name}, or a throttle on the API`,
          edit: [set(subject, 'reservedConcurrency', 1)],
        },
      },
    );
  },
});

/** The widest door counts; one without a throttle has no rate. */
function highestRate(estate: Estate, ways: readonly WayIn[]): number | undefined {
  const rates = ways.map((way) => {
    const gateway = way.trigger.facet.source === undefined ? undefined : estate.nodes.get(way.trigger.facet.source);
    return gateway === undefined ? undefined : requestRate(estate, gateway);
  });
  return rates.includes(undefined) ? undefined : Math.max(...rates.map((rate) => rate ?? 0));
}

/** By the day: from a tenth of the threshold on it is told, from the threshold on low, five times that medium, fifty times high. */
function severityOf(day: number, cost: CostAssumptions): Severity {
  if (day >= cost.dayThreshold * 50) return 'high';
  if (day >= cost.dayThreshold * 5) return 'medium';
  return day >= cost.dayThreshold ? 'low' : 'info';
}

function assumptions(worst: Spending, cost: CostAssumptions): string {
  const limit =
    worst.limitedBy === 'reserved'
      ? 'its reserved concurrency'
      : worst.limitedBy === 'throttle'
        ? 'the throttle of the gateway'
        : `the account's limit of ${cost.accountConcurrency}`;
  return `${Math.round(worst.concurrent)} at a time (${limit}), ${worst.gigabyteSecondPrice} USD a GB-second and ${cost.request} USD a request, every request running to its timeout`;
}
