import type { NodeOf, Estate } from '../../estate/estate.ts';
import { settled } from '@leastwise/model';
import type { FixIntent } from '@leastwise/model';
import { bypassesOf } from '../../analyses/gateways/bypasses.ts';
import { evidenceOf, listed, openQuestion, severityOfOpenWay } from '../../analyses/gateways/ways-through.ts';
import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';
import { reference, set } from '../fix-intents.ts';

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
  rows: [29, 30, 248],
  mappings: {
    owasp: ['SAS-2'],
    csa: ['CSA-2'],
    cwe: [288, 862],
    fsbp: ['APIGateway.8'],
    attack: ['T1190'],
    // The peers ask each route by itself: this is their finding too, and `route-without-authorization` leaves it out.
    checkov: ['CKV_AWS_59', 'CKV2_AWS_70', 'CKV_AWS_309'],
    kics: ['cfn:1056dfbb', 'cfn:57b12981', 'tf:15ccec05', 'tf:3ef8696c', 'cfn:7fd0d461', 'tf:0a96ce49'],
    cfn_nag: ['W59'],
    trivy: ['AWS-0004'],
    prowler: [
      'apigateway_restapi_public_with_authorizer',
      'apigateway_restapi_authorizers_enabled',
      'apigatewayv2_api_authorizers_enabled',
    ],
    cdk_nag: ['APIGWAuthorization'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { found, guarded, unsettled } = bypassesOf(estate, subject.id);
    const question = unsettled === undefined ? undefined : openQuestion(unsettled);
    if (found.length === 0)
      return question === undefined ? (guarded ? pass : notApplicable) : { result: 'unknown', ...question };
    return found.map(({ way, beside }) =>
      fail(
        way.route.facet.authAt,
        `${way.route.name} of ${subject.name} asks for no authorization and leads where ${listed(beside.map((other) => other.route.name))} ${beside.length === 1 ? 'asks' : 'ask'} for it.`,
        {
          key: way.route.name,
          severity: severityOfOpenWay([way]) === 'high' ? 'high' : 'medium',
          evidence: [
            ...beside.slice(0, 5).map((other) => ({
              at: other.route.facet.authAt,
              message: `${other.route.name} asks for ${other.verdict.message}`,
            })),
            ...evidenceOf(way, 'asks for nothing that proves who calls'),
          ],
          fix: {
            summary: `ask ${way.route.name} for what its neighbours ask`,
            edit: asNeighbour(way.route, beside[0]?.route, estate),
          },
        },
      ),
    );
  },
});

/** What a route resource of the same API writes; what an OpenAPI document or an event says is a person's to repeat. */
function asNeighbour(
  route: NodeOf<'route'>,
  neighbour: NodeOf<'route'> | undefined,
  estate: Estate,
): readonly FixIntent[] {
  for (const kind of ['rest-method', 'http-route'] as const) {
    const open = estate.get(route.generatedFrom?.id, kind);
    const guarded = estate.get(neighbour?.generatedFrom?.id, kind);
    const type = guarded === undefined ? undefined : settled(guarded.facet.auth);
    if (open === undefined || guarded === undefined || type === undefined) continue;
    const authorizer = estate.resolve(guarded.facet.authorizer);
    return [
      set(open, 'auth', type),
      ...(authorizer === undefined ? [] : [set(open, 'authorizer', reference(authorizer))]),
    ];
  }
  return [];
}
