import { settled } from '@leastwise/model';
import {
  evidenceOf,
  listed,
  reservation,
  severityOfOpenWay,
  waysThrough,
} from '../../analyses/gateways/ways-through.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { authorizeRoute, set } from '../fix-intents.ts';

export default defineCheck({
  name: 'api-key-as-only-authentication',
  title: 'An API key is all that callers need',
  area: 'entry',
  subjects: ['rest-api', 'http-api', 'graphql-api', 'event-api', 'rest-method'],
  severity: 'medium',
  since: '0.1.0',
  rows: [55],
  mappings: {
    owasp: ['SAS-2'],
    csa: ['CSA-2'],
    cwe: [287, 798],
    fsbp: ['AppSync.5'],
    attack: ['T1190'],
    prowler: ['appsync_graphql_api_no_api_key_authentication'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const ways = waysThrough(estate, subject.id);
    const keyed = ways.filter(
      ({ route }) =>
        route.facet.auth.length > 0 && route.facet.auth.every((requirement) => requirement.kind === 'api-key'),
    );
    const [first] = keyed;
    if (first === undefined) {
      if (subject.kind !== 'graphql-api') return ways.length === 0 ? notApplicable : pass;
      // Resolvers may stand in another stack; the provider already says who gets in.
      const main = settled(subject.facet.auth);
      if (main === undefined) return open('authentication type of the GraphQL API', subject.facet.auth, estate);
      if (main !== 'API_KEY' || settled(subject.facet.visibility) === 'PRIVATE' || ways.length > 0) return pass;
      return fail(subject.facet.auth.origin, `An API key is all that callers of ${subject.name} need.`, {
        severity: 'low',
        fix: {
          summary: 'use IAM, Cognito, OpenID Connect or a Lambda authorizer',
          edit: [set(subject, 'auth', 'AWS_IAM')],
        },
      });
    }
    const names = listed(keyed.map((way) => way.route.name));
    const worst = severityOfOpenWay(keyed);
    return fail(
      first.route.facet.auth[0]?.at ?? first.route.facet.authAt,
      `An API key is all that callers of ${names} on ${subject.name} need.${reservation(keyed)}`,
      {
        severity: worst === 'high' ? 'medium' : worst,
        evidence: keyed.slice(0, 10).flatMap((way) => evidenceOf(way, 'asks for an API key only')),
        fix: {
          summary: 'use IAM, Cognito, OpenID Connect or a Lambda authorizer; keep keys for usage plans',
          edit:
            subject.kind === 'graphql-api'
              ? [set(subject, 'auth', 'AWS_IAM')]
              : keyed.map((way) => authorizeRoute(subject, way.route)),
        },
      },
    );
  },
});
