import { settled } from '@leastwise/model';
import { leadsAround } from '../../analyses/gateways/second-ways.ts';
import { evidenceOf, reservation, severityOfOpenWay, waysThrough } from '../../analyses/gateways/ways-through.ts';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'function-url-without-auth',
  title: 'Function URL can be called by anyone',
  area: 'entry',
  subjects: ['function-url'],
  severity: 'high',
  since: '0.1.0',
  rows: [27],
  mappings: {
    owasp: ['SAS-2'],
    csa: ['CSA-2'],
    cwe: [306],
    fsbp: ['Lambda.1'],
    attack: ['T1190'],
    checkov: ['CKV_AWS_258'],
    prowler: ['awslambda_function_url_public'],
    cdk_nag: ['LambdaFunctionUrlAuth'],
  },
  fix: 'review',
  evaluate(subject, { estate, facts }) {
    const { auth } = subject.facet;
    const type = settled(auth);
    if (type === undefined) return open('AuthType of the function URL', auth, estate);
    if (type !== 'NONE') return pass;
    const [way] = waysThrough(estate, subject.id);
    const name = way?.function?.name ?? 'a function that is not in the tree';
    const fix = { summary: 'set AuthType: AWS_IAM', edit: [set(subject, 'auth', 'AWS_IAM')] };
    const refused = way?.route.facet.auth.find((requirement) => requirement.kind === 'resource-policy');
    if (refused !== undefined) {
      return fail(
        auth.origin,
        `The URL of ${name} asks for no authentication; only the missing permission for everyone keeps callers out.`,
        { severity: 'info', fix },
      );
    }
    const unknown = way?.route.facet.auth.find((requirement) => requirement.kind === 'unknown');
    if (unknown !== undefined) {
      return {
        result: 'unknown',
        at: unknown.at,
        what: 'who may call the function URL',
        why: unknown.note ?? 'It is known only to a deployment.',
      };
    }
    if (way?.function !== undefined && leadsAround(estate, facts.exposure, way.function.id, subject.id)) {
      return fail(
        auth.origin,
        `Anyone on the internet can call the URL of ${name}. It is told as a second way past an authorizer.`,
        { severity: 'info', fix },
      );
    }
    // No gateway stands in front: no throttle, no firewall. So where anything may be reached it is more than hardening.
    const worst = way === undefined ? 'low' : severityOfOpenWay([way]);
    return fail(
      auth.origin,
      `Anyone on the internet can call the URL of ${name}.${way === undefined ? '' : reservation([way])}`,
      {
        severity: worst === 'low' ? 'medium' : worst,
        evidence: way === undefined ? [] : evidenceOf(way, 'asks for nothing'),
        fix,
      },
    );
  },
});
