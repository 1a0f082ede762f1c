import type { FixIntent } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { authVerdict } from '../../analyses/exposure/auth-verdict.ts';
import type { WayIn } from '../../analyses/exposure/exposure.ts';
import { secondWays } from '../../analyses/gateways/second-ways.ts';
import { defineCheck, fail, notApplicable, pass, type OpenOutcome } from '../define-check.ts';
import { authorizeRoute, set } from '../fix-intents.ts';

/** Routes of one API among themselves are the question of `authorizer-bypassed-by-route`. */
export default defineCheck({
  name: 'second-way-around-authorizer',
  title: 'A second way in leads past the authorizer',
  area: 'entry',
  subjects: ['function'],
  severity: 'high',
  since: '0.1.0',
  rows: [27, 29, 30, 253],
  mappings: {
    owasp: ['SAS-2'],
    csa: ['CSA-2'],
    cwe: [288],
    fsbp: ['Lambda.1', 'APIGateway.8'],
    attack: ['T1190'],
    // The peers ask each entry by itself: this is their finding too, and the checks of single entries leave it out.
    checkov: ['CKV_AWS_258', 'CKV_AWS_59', 'CKV2_AWS_70', 'CKV_AWS_309'],
    kics: ['cfn:1056dfbb', 'cfn:57b12981', 'tf:15ccec05', 'tf:3ef8696c', 'cfn:7fd0d461', 'tf:0a96ce49'],
    cfn_nag: ['W59'],
    trivy: ['AWS-0004'],
    prowler: [
      'awslambda_function_url_public',
      'apigateway_restapi_public_with_authorizer',
      'apigateway_restapi_authorizers_enabled',
      'apigatewayv2_api_authorizers_enabled',
    ],
    cdk_nag: ['LambdaFunctionUrlAuth', 'APIGWAuthorization'],
  },
  fix: 'review',
  evaluate(subject, { estate, facts }) {
    const { guarded, around, unsettled } = secondWays(estate, facts.exposure, subject.id);
    if (around.length === 0)
      return unsettled === undefined ? (guarded.length === 0 ? notApplicable : pass) : questionOf(unsettled);
    const beside = guarded[0]?.trigger.facet.label ?? '';
    // One finding for each gateway that leads around: its routes are closed together.
    const first = around.filter(
      (way, index) => around.findIndex((other) => sourceOf(other) === sourceOf(way)) === index,
    );
    return first.map((way) => {
      const { label, at, source } = way.trigger.facet;
      const name = source === undefined ? label : `${label} (${estate.nodes.get(source)?.name ?? source})`;
      return fail(at, `${subject.name} is guarded at ${beside}, but anyone can start it through ${name}.`, {
        key: `${way.trigger.facet.kind} ${sourceOf(way)}`,
        evidence: [
          ...guarded.slice(0, 3).map((other) => ({
            at: other.trigger.facet.at,
            message: `${other.trigger.facet.label} asks for ${authVerdict(other.trigger.facet.auth, estate).message}`,
          })),
          ...way.via.map((step) => ({ at: step.at, message: step.message })),
        ],
        fix: {
          summary: `remove ${name}, or ask there for what ${beside} asks`,
          edit: closed(subject, way, estate),
        },
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

/** Signed requests, at the URL or at the route. A permission that anyone may use is a person's to take back. */
function closed(subject: NodeOf<'function'>, way: WayIn, estate: Estate): readonly FixIntent[] {
  const { source, route } = way.trigger.facet;
  const url = estate.get(source, 'function-url');
  if (url !== undefined) return [set(url, 'auth', 'AWS_IAM')];
  return route === undefined ? [] : [authorizeRoute(subject, { id: route })];
}
