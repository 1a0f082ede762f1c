import type { Severity } from '@leastwise/model';
import { waysThrough, type WayThrough } from '../../analyses/gateways/ways-through.ts';
import { admitsAnyone, type PolicyStatement } from '../../estate/apis/resource-policy.ts';
import { restSettings } from '../../estate/apis/rest-settings.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { ownAccount, replace } from '../fix-intents.ts';

/**
 * A policy that admits everyone is no worse than none on a public API with its own authorizers. It matters where the
 * policy is what decides: with IAM, where it admits every AWS account, and on a private API, where it admits every VPC.
 */
export default defineCheck({
  name: 'rest-policy-open',
  title: 'Resource policy of a REST API admits everyone',
  area: 'entry',
  subjects: ['rest-api'],
  severity: 'high',
  since: '0.1.0',
  rows: [33, 257],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [284],
    attack: ['T1190'],
    kics: ['tf:b161c11b'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const settings = restSettings(estate, subject);
    if (settings.policy.state === 'none') return notApplicable;
    if (settings.policy.state === 'open') return open('resource policy of the API', settings.policy.value, estate);
    const { policy } = settings;
    const admitted = waysThrough(estate, subject.id).flatMap((way) => {
      const { method, path } = way.route.facet;
      const statement = admitsAnyone(policy, { method, path });
      return statement === undefined ? [] : [{ way, statement }];
    });
    const [first] = admitted;
    if (first === undefined) {
      const unsettled = policy.state === 'read' ? policy.statements.find(isUnsettled) : undefined;
      if (unsettled === undefined) return pass;
      return {
        result: 'unknown',
        at: unsettled.at,
        what: 'whom the resource policy admits',
        why: 'A statement of the policy holds a value that only a deployment knows.',
      };
    }
    const signed = admitted.filter(({ way }) => asks(way, 'iam'));
    const unguarded = admitted.filter(({ way }) =>
      way.route.facet.auth.every(({ kind }) => kind === 'network' || kind === 'api-key'),
    );
    const isPrivate = settings.isPrivate === true;
    const [worst, severity, words]: [typeof first, Severity, string] =
      signed[0] !== undefined
        ? [
            signed[0],
            'high',
            `admits everyone, so ${signed[0].way.route.name}, which asks for signed requests, takes those of any AWS account`,
          ]
        : isPrivate && unguarded[0] !== undefined
          ? [unguarded[0], 'high', 'admits every VPC endpoint, so any AWS account can call this private API']
          : [first, 'info', 'admits everyone; only what each route asks keeps callers out'];
    return fail(worst.statement.at, `The resource policy of ${subject.name} ${words}.`, {
      severity,
      evidence: [
        { at: worst.way.route.facet.authAt, message: `${worst.way.route.name}: ${worst.way.verdict.message}` },
      ],
      fix: {
        summary: 'name the accounts, addresses or VPC endpoints that may call',
        edit: [replace(subject, worst.statement.at, ownAccount, ['Condition', 'StringEquals', 'aws:PrincipalAccount'])],
      },
    });
  },
});

function isUnsettled(statement: PolicyStatement): boolean {
  return statement.effect === 'unknown' || statement.principal === 'unknown' || statement.condition.kind === 'unknown';
}

function asks(way: WayThrough, kind: string): boolean {
  return way.route.facet.auth.some((requirement) => requirement.kind === kind);
}
