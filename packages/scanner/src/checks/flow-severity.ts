import { severities, type Severity } from '@leastwise/model';
import type { JoinedFlow } from '../analyses/code/joins/joined-flow.ts';
import type { Exposure } from '../analyses/exposure/exposure.ts';

/**
 * From the worst that the class allows down by what stands before it: the rubric gives critical only to what anyone on the
 * internet can do, high where one further step is needed.
 */
export function flowSeverity(worst: Severity, flow: JoinedFlow, exposure: Exposure): Severity {
  let rank = severities.indexOf(worst) - stepsDown[exposure];
  const { trust } = (flow.origin ?? flow).source;
  // What another service or a row of a table sends, somebody must first have put there.
  if (trust === 'stored' || trust === 'third-party') rank = Math.min(rank - 1, rankOf('medium'));
  if (trust === 'internal') rank = Math.min(rank - 1, rankOf('low'));
  if (flow.confidence === 'medium') rank = Math.min(rank, rankOf('high'));
  if (flow.confidence === 'low') rank = Math.min(rank - 1, rankOf('medium'));
  if (flow.mitigations.length > 0) rank -= 1;
  const least = worst === 'info' ? 0 : rankOf('low');
  return severities[Math.max(least, Math.min(rank, severities.length - 1))] ?? worst;
}

const stepsDown: Readonly<Record<Exposure, number>> = {
  public: 0,
  'public-sign-up': 0,
  unknown: 1,
  authenticated: 1,
  internal: 2,
};

function rankOf(severity: Severity): number {
  return severities.indexOf(severity);
}
