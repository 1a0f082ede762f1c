import {
  evidenceOf,
  listed,
  openQuestion,
  reservation,
  severityOfOpenWay,
  waysThrough,
} from '../../analyses/gateways/ways-through.ts';
import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'open-sign-up-reaches-route',
  title: 'Anyone who signs up gets through to the routes',
  area: 'entry',
  subjects: ['rest-api', 'http-api', 'graphql-api', 'event-api', 'load-balancer'],
  severity: 'medium',
  confidence: 'medium',
  since: '0.1.0',
  rows: [181, 290],
  mappings: {
    owasp: ['SAS-2'],
    csa: ['CSA-2'],
    cwe: [862],
    attack: ['T1136', 'T1078'],
    prowler: ['cognito_user_pool_self_registration_disabled'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const ways = waysThrough(estate, subject.id);
    const unsettled =
      estate.of('user-pool').length === 0
        ? undefined
        : ways.map(openQuestion).find((question) => question !== undefined);
    const asking = ways.filter((way) => way.route.facet.auth.some(({ kind }) => kind === 'cognito' || kind === 'jwt'));
    if (asking.length === 0) return unsettled === undefined ? notApplicable : { result: 'unknown', ...unsettled };
    const open = asking.filter((way) => way.verdict.exposure === 'public-sign-up');
    const [first] = open;
    if (first === undefined) return unsettled === undefined ? pass : { result: 'unknown', ...unsettled };
    const pool = estate.get(
      first.route.facet.auth.find((requirement) => estate.get(requirement.node, 'user-pool') !== undefined)?.node,
      'user-pool',
    );
    const names = listed(open.map((way) => way.route.name));
    const worst = severityOfOpenWay(open);
    return fail(
      first.route.facet.authAt,
      `Anyone can sign up in user pool ${pool?.name ?? 'of the API'}, and a token of it is all that ${names} of ${subject.name} ${open.length === 1 ? 'asks' : 'ask'} for.${reservation(open)}`,
      {
        severity: worst === 'high' ? 'medium' : worst,
        evidence: [
          ...(pool === undefined
            ? []
            : [{ at: pool.facet.adminCreatesUsers.origin, message: `anyone can register in ${pool.name}` }]),
          ...open.slice(0, 10).flatMap((way) => evidenceOf(way, 'asks for a token only')),
        ],
        fix: {
          summary: 'set AllowAdminCreateUserOnly: true, or ask for a scope or group that sign-up does not give',
          edit: pool === undefined ? [] : [set(pool, 'adminCreatesUsers', true)],
        },
      },
    );
  },
});
