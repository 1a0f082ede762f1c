import { cpus } from 'node:os';
import { compilePolicies, evaluateRequest, type Policies } from '@leastwise/iam';
import { referenceEvaluate } from '../../packages/iam/dist/reference/reference-evaluator.fixture.js';
import { distinctRequests, orderService } from './iam-speed/order-service.ts';

/**
 * Evaluations a second on one thread: 10,000 distinct requests against 23 statements of a role with boundary and SCPs, beside
 * the reference evaluator of the tests: `node bench/dist/iam-speed.js`.
 * No answer is kept between requests; what is kept is which statements speak of which action. Median of 9 rounds.
 */
const ROUNDS = 9;
const requests = distinctRequests(10_000);
const policies: Policies = orderService;

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function perSecond(count: number, work: () => void): number {
  work();
  const rates = Array.from({ length: ROUNDS }, () => {
    const start = process.hrtime.bigint();
    work();
    return (count * 1e9) / Number(process.hrtime.bigint() - start);
  });
  return Math.round(median(rates));
}

const compiled = compilePolicies(policies);
const tally = new Map<string, number>();
for (const request of requests) {
  const { decision } = evaluateRequest(request, compiled);
  const expected = referenceEvaluate(request, orderService);
  if (decision !== expected)
    throw new Error(`${JSON.stringify(request)}: ${decision}, the reference says ${expected}.`);
  tally.set(decision, (tally.get(decision) ?? 0) + 1);
}

let checksum = 0;
const evaluated = perSecond(requests.length, () => {
  for (const request of requests) checksum += evaluateRequest(request, compiled).decision.length;
});
const explained = perSecond(1000, () => {
  for (const request of requests.slice(0, 1000))
    checksum += evaluateRequest(request, compiled).explain().policies.length;
});
const compiledRate = perSecond(100, () => {
  for (let round = 0; round < 100; round++) checksum += compilePolicies(policies).groups.length;
});
const reference = perSecond(500, () => {
  for (const request of requests.slice(0, 500)) checksum += referenceEvaluate(request, orderService).length;
});

process.stdout.write(
  [
    `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`,
    `${requests.length} distinct requests: ${[...tally].map(([decision, count]) => `${count} ${decision}`).join(', ')}`,
    `evaluateRequest        ${evaluated.toLocaleString('en')} a second`,
    `  with explanation     ${explained.toLocaleString('en')} a second`,
    `compilePolicies        ${compiledRate.toLocaleString('en')} a second`,
    `reference evaluator    ${reference.toLocaleString('en')} a second`,
    `(checksum ${checksum})`,
    '',
  ].join('\n'),
);
