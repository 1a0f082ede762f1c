import { evidenceOf, isGuarded, listed, openQuestion, severityOfOpenWay, waysThrough, type WayThrough } from '../../analyses/gateways/ways-through.ts';
import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';

/**
 * An open route is a bypass when it leads where a guarded one leads: to the same function, or to the same path by another
 * method or a catch-all. An open route to a function of its own is the question of `route-without-authorization`.
 */
export default defineCheck({
  name: 'authorizer-bypassed-by-route',
  title: 'An open route leads past the authorizer of another',
  area: 'entry',
  subjects: ['rest-api', 'http-api'],
  severity: 'high',
  confidence: 'medium',
  since: '0.1.0',
  rows: [248],
  mappings: {
    owasp: ['SAS-2'], csa: ['CSA-2'], cwe: [288, 862], attack: ['T1190'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const ways = waysThrough(estate, subject.id).filter((way) => way.route.facet.protocol !== 'websocket');
    const guarded = ways.filter(isGuarded);
    const unsettled = ways.find((way) => way.verdict.exposure === 'unknown' && ways.some((other) => other !== way && isHalf(way, other)));
    const question = unsettled === undefined ? undefined : openQuestion(unsettled);
    if (guarded.length === 0) return question === undefined ? notApplicable : { result: 'unknown', ...question };
    const bypasses = ways
      .filter((way) => way.verdict.exposure === 'public')
      .map((way) => ({ way, beside: guarded.filter((other) => leadsToSame(way, other)) }))
      .filter(({ beside }) => beside.length > 0);
    if (bypasses.length === 0) return question === undefined ? pass : { result: 'unknown', ...question };
    return bypasses.map(({ way, beside }) =>
      fail(way.route.facet.authAt, `${way.route.name} of ${subject.name} asks for no authorization and leads where ${listed(beside.map((other) => other.route.name))} ${beside.length === 1 ? 'asks' : 'ask'} for it.`, {
        key: way.route.name,
        severity: severityOfOpenWay([way]) === 'high' ? 'high' : 'medium',
        evidence: [
          ...beside.slice(0, 5).map((other) => ({ at: other.route.facet.authAt, message: `${other.route.name} asks for ${other.verdict.message}` })),
          ...evidenceOf(way, 'asks for nothing that proves who calls'),
        ],
        fix: { summary: `ask ${way.route.name} for what its neighbours ask` },
      }),
    );
  },
});

/** One of two that would make a bypass, if the other turned out to be what it takes. */
function isHalf(unsettled: WayThrough, other: WayThrough): boolean {
  if (other.verdict.exposure === 'public') return leadsToSame(other, unsettled);
  return isGuarded(other) ? leadsToSame(unsettled, other) : other.verdict.exposure === 'unknown' && leadsToSame(unsettled, other);
}

function leadsToSame(open: WayThrough, guarded: WayThrough): boolean {
  // Browsers send no credentials with a preflight, so OPTIONS must be open even where a function answers it.
  if (open.route.facet.method === 'OPTIONS') return false;
  if (open.function !== undefined && open.function.id === guarded.function?.id) return true;
  return covers(open.route.facet.path, guarded.route.facet.path) && open.route.facet.method === 'ANY';
}

/** `/{proxy+}` and `$default` take whatever no other route takes: the other methods of a guarded path. */
function covers(path: string, other: string): boolean {
  if (path === '$default' || path === other) return true;
  const greedy = /^(.*)\/\{[^}]*\+\}$/.exec(path);
  return greedy !== null && (other === greedy[1] || other.startsWith(`${greedy[1]}/`));
}
