import { describe, settled } from '@leastwise/model';
import { changesSomething, functionBehind, wayThrough } from '../../analyses/gateways/ways-through.ts';
import { rightsOf } from '../../analyses/permissions/rights-of.ts';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { coversAction } from '../../estate/policies/action-pattern.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

const gateways = ['rest-api', 'http-api', 'websocket-api', 'graphql-api'];

export default defineCheck({
  name: 'integration-timeout-shorter-than-function',
  title: 'The function may run longer than its API waits',
  area: 'entry',
  subjects: ['function'],
  severity: 'low',
  since: '0.1.0',
  rows: [245],
  mappings: {
    owasp: ['SAS-8'],
    csa: ['CSA-8'],
    cwe: [400],
  },
  fix: 'review',
  evaluate(subject, { estate, facts }) {
    const routes = facts.exposure.waysIn(subject.id).flatMap((way) => {
      const { kind, invocation, route } = way.trigger.facet;
      const node = gateways.includes(kind) && invocation === 'sync' ? estate.get(route, 'route') : undefined;
      // Who has left waits for no answer.
      const waited = node?.facet.path !== '$disconnect';
      return node === undefined || !waited || functionBehind(estate, node) === undefined ? [] : [node];
    });
    if (routes.length === 0) return notApplicable;
    const { timeout } = subject.facet;
    const seconds = settled(timeout);
    if (seconds === undefined) return open('timeout of the function', timeout, estate);
    const [shortest] = routes
      .filter((route) => waits(route) !== undefined)
      .sort((left, right) => (waits(left) ?? 0) - (waits(right) ?? 0));
    const limit = shortest === undefined ? undefined : waits(shortest);
    if (shortest === undefined || limit === undefined) {
      const unsettled = routes[0]?.facet.integration.timeout;
      return unsettled === undefined || settled(unsettled) !== undefined
        ? pass
        : open('timeout of the integration', unsettled, estate);
    }
    if (seconds <= limit) return pass;
    // What only reads may be asked again; what writes has then done so twice.
    const doesItTwice = routes.some((route) => changesSomething(wayThrough(estate, route)));
    return fail(
      timeout.origin,
      `${subject.name} may run for ${seconds} seconds, but the API waits ${limit}: the caller gets an error while the function runs on, and may call again.`,
      {
        // One second past the default limit is a round number, not a plan.
        severity: seconds - limit <= 1 || answersLater(estate, subject, routes) || !doesItTwice ? 'info' : 'low',
        evidence: [{ at: shortest.facet.integration.at, message: `${shortest.name} waits ${limit} seconds` }],
        fix: {
          summary: `set Timeout: ${Math.floor(limit)} or less, or answer at once and do the work behind a queue`,
          edit: [set(subject, 'timeout', Math.floor(limit))],
        },
      },
    );
  },
});

/** Over a WebSocket the answer may be posted to the connection, long after the gateway has stopped to wait. */
function answersLater(estate: Estate, subject: NodeOf<'function'>, routes: readonly NodeOf<'route'>[]): boolean {
  if (!routes.every((route) => route.facet.protocol === 'websocket')) return false;
  const { held } = rightsOf(estate, subject);
  return (
    held.some(({ action }) => coversAction(action, 'execute-api:ManageConnections')) ||
    routes.every((route) => /^\$(dis)?connect$/.test(route.facet.path))
  );
}

/** Seconds. */
function waits(route: NodeOf<'route'>): number | undefined {
  const { timeout, uri } = route.facet.integration;
  // A streamed answer may take up to 15 minutes; how long it does without a written timeout is not documented.
  if (timeout.kind === 'absent' && /response-streaming-invocations/.test(describe(uri))) return undefined;
  const limit = settled(timeout);
  return limit === undefined ? undefined : limit / 1000;
}
