import type { Estate, NodeOf } from '../../estate/estate.ts';
import { settled, type FixIntent } from '@leastwise/model';
import { isGuarded, listed, waysThrough } from '../../analyses/gateways/ways-through.ts';
import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';
import { addResource, added, reference, set } from '../fix-intents.ts';

const withBody = ['POST', 'PUT', 'PATCH', 'ANY'];

export default defineCheck({
  name: 'route-without-request-validation',
  title: 'Requests reach the function unchecked',
  area: 'entry',
  subjects: ['rest-api'],
  severity: 'info',
  since: '0.1.0',
  rows: [44],
  mappings: {
    owasp: ['SAS-1'],
    csa: ['CSA-1'],
    cwe: [20],
    checkov: ['CKV2_AWS_53'],
    cdk_nag: ['APIGWRequestValidation'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const taking = waysThrough(estate, subject.id).filter(
      (way) => withBody.includes(way.route.facet.method) && way.route.facet.integration.kind !== 'unknown',
    );
    const unnamed = waysThrough(estate, subject.id).find((way) => way.route.facet.method.startsWith('${'));
    if (taking.length === 0) {
      return unnamed === undefined
        ? notApplicable
        : {
            result: 'unknown',
            at: unnamed.route.keyRange,
            what: 'method of the route',
            why: 'The HTTP method is known only to a deployment.',
          };
    }
    const unchecked = taking.filter((way) => settled(way.route.facet.validated) === false);
    const unknown = taking.filter((way) => settled(way.route.facet.validated) === undefined);
    const [first] = unchecked;
    if (first === undefined) {
      const [route] = unknown.map((way) => way.route);
      if (route === undefined) return pass;
      const why = estate.openReason(route.facet.validated)?.reason ?? 'The validator is known only to a deployment.';
      return { result: 'unknown', at: route.facet.validated.origin, what: `request validation of ${route.name}`, why };
    }
    // A service integration has no code that could check: what the gateway lets through is stored or run. Where nothing is
    // asked of callers, that comes first, and another check tells it; among callers who are known this is the last gap.
    const raw = unchecked.filter(
      (way) =>
        way.route.facet.integration.kind === 'service' &&
        way.writes.length > 0 &&
        isGuarded(way) &&
        way.verdict.exposure !== 'internal',
    );
    return fail(
      first.route.facet.validated.origin,
      `${subject.name} hands on ${listed(unchecked.map((way) => way.route.name))} without checking body or parameters.`,
      {
        severity: raw.length > 0 ? 'low' : 'info',
        evidence: unchecked
          .slice(0, 10)
          .map((way) => ({ at: way.route.facet.integration.at, message: `${way.route.name} gets whatever is sent` })),
        fix: {
          summary: 'add a request validator and a model of the body',
          edit: [...validate(subject, unchecked, estate)],
        },
      },
    );
  },
});

/** One validator for all methods that have none; methods that an OpenAPI document makes are validated there. */
function validate(
  api: NodeOf<'rest-api'>,
  unchecked: readonly { readonly route: NodeOf<'route'> }[],
  estate: Estate,
): readonly FixIntent[] {
  const methods = unchecked.flatMap(({ route }) => {
    const method = estate.get(route.generatedFrom?.id, 'rest-method');
    return method === undefined ? [] : [method];
  });
  if (methods.length < unchecked.length) return [];
  return [
    addResource(api, 'RequestValidator', 'AWS::ApiGateway::RequestValidator', {
      RestApiId: reference(api),
      ValidateRequestBody: true,
      ValidateRequestParameters: true,
    }),
    // The least that can be said of a body without knowing it. Somebody who knows it writes the rest.
    addResource(api, 'BodyModel', 'AWS::ApiGateway::Model', {
      RestApiId: reference(api),
      ContentType: 'application/json',
      Schema: { type: 'object' },
    }),
    ...methods.flatMap((method) => [
      set(method, 'requestValidator', added('RequestValidator')),
      set(method, 'requestModels', { 'application/json': added('BodyModel') }),
    ]),
  ];
}
