import { settled, severities } from '@leastwise/model';
import { bypassesOf } from '../../analyses/gateways/bypasses.ts';
import { leadsAround } from '../../analyses/gateways/second-ways.ts';
import {
  evidenceOf,
  listed,
  openQuestion,
  reservation,
  severityOfOpenWay,
  waysThrough,
  type WayThrough,
} from '../../analyses/gateways/ways-through.ts';
import {
  defineCheck,
  fail,
  notApplicable,
  pass,
  type OpenOutcome,
  type Outcome,
  type SubjectOf,
} from '../define-check.ts';
import { authorizeRoute, set } from '../fix-intents.ts';

/** One finding an API, which lists its open routes: a route more is no new decision, an API more is. */
export default defineCheck({
  name: 'route-without-authorization',
  title: 'Routes of an API ask for no authorization',
  area: 'entry',
  subjects: ['rest-api', 'http-api', 'event-api', 'load-balancer', 'rest-method', 'http-route'],
  severity: 'high',
  confidence: 'medium',
  since: '0.1.0',
  rows: [29, 30],
  mappings: {
    owasp: ['SAS-2'],
    csa: ['CSA-2'],
    cwe: [306, 862],
    fsbp: ['APIGateway.8'],
    attack: ['T1190'],
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
  evaluate(subject, { estate, facts }) {
    // Methods and routes answer for themselves only when their API stands in another stack.
    const ways = waysThrough(estate, subject.id);
    if (ways.length === 0) return notApplicable;
    const asking = ways.filter((way) => way.route.facet.auth.length === 0 && !answersPreflight(way, ways));
    const bypasses = new Set(bypassesOf(estate, subject.id).found.map(({ way }) => way.route.id));
    const alone = asking.filter(
      ({ route, function: called }) =>
        !bypasses.has(route.id) &&
        (called === undefined || !leadsAround(estate, facts.exposure, called.id, subject.id)),
    );
    // A route that leads past an authorizer is told as that; where no other is left, the peers' question stays as inventory.
    const open = alone.length > 0 ? alone : asking;
    const unknown = ways
      .flatMap((way) => openQuestion(way) ?? [])
      .map((question): OpenOutcome => ({ result: 'unknown', ...question }));
    const [first] = open;
    if (first === undefined) return unknown.length > 0 ? [...asksNothingItself(subject, ways), ...unknown] : pass;
    const worst = [...open].sort((left, right) => rank(right) - rank(left));
    const names = listed(open.map((way) => way.route.name));
    const title =
      open.length === 1
        ? `${names} of ${subject.name} asks for no authorization.`
        : `${open.length} routes of ${subject.name} ask for no authorization: ${names}.`;
    return [
      fail(
        (worst[0] ?? first).route.facet.authAt,
        `${title}${alone.length > 0 ? reservation(open) : ' It is told as a way past an authorizer.'}`,
        {
          severity: alone.length > 0 ? severityOfOpenWay(open) : 'info',
          evidence: worst.slice(0, 20).flatMap((way) => evidenceOf(way, 'asks for nothing')),
          fix: {
            summary: 'give the API a default authorizer, and name the routes that are open on purpose',
            edit: open.map((way) => authorizeRoute(subject, way.route)),
          },
        },
      ),
      ...unknown,
    ];
  },
});

/** A method whose API stands elsewhere writes NONE: a policy over there may still refuse, so this is the peers' question alone. */
function asksNothingItself(
  subject: SubjectOf<'rest-api' | 'http-api' | 'event-api' | 'load-balancer' | 'rest-method' | 'http-route'>,
  ways: readonly WayThrough[],
): readonly Outcome[] {
  const [way] = ways;
  if (subject.kind !== 'rest-method' || way === undefined || settled(subject.facet.auth)?.toUpperCase() !== 'NONE')
    return [];
  const { auth, method, authAt } = way.route.facet;
  if (method === 'OPTIONS' || auth.some((requirement) => requirement.kind !== 'unknown')) return [];
  return [
    fail(
      authAt,
      `${way.route.name} asks for no authorization of its own; what the policy of its API asks stands in another stack.`,
      {
        severity: 'info',
        confidence: 'low',
        fix: {
          summary: 'set AuthorizationType to AWS_IAM, or name an authorizer',
          edit: [set(subject, 'auth', 'AWS_IAM')],
        },
      },
    ),
  ];
}

/** Browsers send no credentials with a preflight, so OPTIONS beside other methods of a path must be open. */
function answersPreflight(way: WayThrough, ways: readonly WayThrough[]): boolean {
  const { method, path } = way.route.facet;
  return method === 'OPTIONS' && ways.some((other) => other !== way && other.route.facet.path === path);
}

function rank(way: WayThrough): number {
  return severities.indexOf(severityOfOpenWay([way]));
}
