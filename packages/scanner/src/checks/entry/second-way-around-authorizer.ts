import type { NodeId } from '@leastwise/model';
import { authVerdict } from '../../analyses/exposure/auth-verdict.ts';
import type { WayIn } from '../../analyses/exposure/exposure.ts';
import type { Estate } from '../../estate/estate.ts';
import { defineCheck, fail, notApplicable, pass, type OpenOutcome } from '../define-check.ts';

const gateways = ['rest-api', 'http-api', 'websocket-api', 'graphql-api', 'function-url', 'load-balancer', 'cloudfront'];

/** Routes of one API among themselves are the question of `authorizer-bypassed-by-route`. */
export default defineCheck({
  name: 'second-way-around-authorizer',
  title: 'A second way in leads past the authorizer',
  area: 'entry',
  subjects: ['function'],
  severity: 'high',
  since: '0.1.0',
  rows: [253],
  mappings: {
    owasp: ['SAS-2'], csa: ['CSA-2'], cwe: [288], attack: ['T1190'],
  },
  fix: 'review',
  evaluate(subject, { estate, facts }) {
    const ways = facts.exposure.waysIn(subject.id);
    const guarded = ways.filter((way) => gateways.includes(way.trigger.facet.kind) && way.exposure !== 'public' && way.exposure !== 'unknown');
    const unsettled = ways.find((way) => way.exposure === 'unknown' && gateways.includes(way.trigger.facet.kind));
    const question = unsettled === undefined || ways.length < 2 ? undefined : questionOf(unsettled);
    if (guarded.length === 0) return question ?? notApplicable;
    const open = ways.filter((way) => way.exposure === 'public' && [...gateways, 'permission'].includes(way.trigger.facet.kind));
    const around = open.filter((way) => guarded.some((other) => other.trigger.facet.source !== way.trigger.facet.source && !isInFront(estate, way, other)));
    if (around.length === 0) return question ?? pass;
    const beside = guarded[0]?.trigger.facet.label ?? '';
    // One finding for each gateway that leads around: its routes are closed together.
    const first = around.filter((way, index) => around.findIndex((other) => sourceOf(other) === sourceOf(way)) === index);
    return first.map((way) => {
      const { label, at, source } = way.trigger.facet;
      const name = source === undefined ? label : `${label} (${estate.nodes.get(source)?.name ?? source})`;
      return fail(at, `${subject.name} is guarded at ${beside}, but anyone can start it through ${name}.`, {
        key: `${way.trigger.facet.kind} ${sourceOf(way)}`,
        evidence: [
          ...guarded.slice(0, 3).map((other) => ({ at: other.trigger.facet.at, message: `${other.trigger.facet.label} asks for ${authVerdict(other.trigger.facet.auth, estate).message}` })),
          ...way.via.map((step) => ({ at: step.at, message: step.message })),
        ],
        fix: { summary: `remove ${name}, or ask there for what ${beside} asks` },
      });
    });
  },
});

function sourceOf(way: WayIn): string {
  return way.trigger.facet.source ?? way.trigger.facet.label;
}

function questionOf(way: WayIn): OpenOutcome {
  return {
    result: 'unknown',
    at: way.trigger.facet.at,
    what: `who gets through ${way.trigger.facet.label}`,
    why: way.reason ?? 'It is known only to a deployment.',
    ...(way.settleWith === undefined ? {} : { settleWith: way.settleWith }),
  };
}

/** A distribution that signs for a function URL is the front of that URL, not a way around it. */
function isInFront(estate: Estate, open: WayIn, guarded: WayIn): boolean {
  const front: NodeId | undefined = open.trigger.facet.source;
  if (front === undefined || open.trigger.facet.kind !== 'cloudfront') return false;
  return estate.edgesFrom(front, 'routesTo').some((edge) => edge.to === guarded.trigger.facet.source);
}
