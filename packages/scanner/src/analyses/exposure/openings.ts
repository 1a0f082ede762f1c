import type { Estate } from '../../estate/estate.ts';
import { publicAccess } from '../../estate/policies/public-access.ts';
import { authVerdict } from './auth-verdict.ts';
import type { Opening } from './spread.ts';
import { startedBy } from './started-by.ts';

/** Everything that the outside world meets first: gateways before functions and services, and policies that admit. */
export function openings(estate: Estate): readonly Opening[] {
  const found: Opening[] = [];
  for (const trigger of estate.of('trigger')) {
    const verdict = trigger.facet.enabled ? startedBy(trigger, estate) : undefined;
    if (verdict === undefined) continue;
    found.push({
      node: trigger.facet.function,
      exposure: verdict.exposure,
      step: { node: trigger.facet.source ?? trigger.id, at: trigger.facet.at, message: verdict.message },
    });
  }
  for (const route of estate.of('route')) {
    const { integration, auth, authAt, preflight } = route.facet;
    if (preflight) continue;
    const verdict = authVerdict(auth, estate);
    const name = `${route.facet.method} ${route.facet.path}`.trim();
    const step = { node: route.id, at: authAt, message: `${name}: ${verdict.message}` };
    found.push({ node: route.facet.api, exposure: verdict.exposure, step });
    const target = integration.target === undefined ? undefined : estate.nodes.get(integration.target);
    if (target !== undefined && integration.kind === 'service') found.push({ node: target.id, exposure: verdict.exposure, step });
  }
  for (const kind of ['bucket', 'queue', 'topic', 'table', 'stream', 'event-bus', 'secret', 'key', 'repository', 'search-domain'] as const) {
    for (const node of estate.of(kind)) {
      const access = publicAccess(estate, node);
      if (access.write === 'no') continue;
      found.push({
        node: node.id,
        exposure: access.write === 'yes' ? 'public' : 'unknown',
        step: { node: node.id, at: access.at, message: access.message },
      });
    }
  }
  return found;
}
