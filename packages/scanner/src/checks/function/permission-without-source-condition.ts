import { asText, describe, isAbsent, settled } from '@leastwise/model';
import type { WayIn } from '../../analyses/exposure/exposure.ts';
import { callerOf, serviceOf } from '../../estate/triggers/service-principals.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { ownAccount, set } from '../fix-intents.ts';

/** Pollers and CloudFormation call with the rights of a role or user of the account: no condition is asked of them. */
const withoutConfusedDeputy = new Set([
  'sqs',
  'dynamodb',
  'kinesis',
  'states',
  'pipes',
  'scheduler',
  'cloudformation',
  'codepipeline',
  'lambda',
  'edgelambda',
  'replicator',
]);

export default defineCheck({
  name: 'permission-without-source-condition',
  title: 'A service may invoke the function on behalf of any AWS account',
  area: 'function',
  subjects: ['function-permission'],
  severity: 'medium',
  since: '0.1.0',
  rows: [24, 255],
  mappings: {
    owasp: ['SAS-4'],
    csa: ['CSA-4'],
    cwe: [441],
    fsbp: ['Lambda.1'],
    checkov: ['CKV_AWS_364'],
    trivy: ['AWS-0067'],
  },
  fix: 'review',
  evaluate(subject, { estate, facts }) {
    const { principal, sourceArn, sourceAccount, organization, eventSourceToken } = subject.facet;
    if (isAbsent(principal)) return notApplicable;
    const who = asText(principal) ?? (principal.kind === 'text' ? describe(principal) : undefined);
    if (who === undefined) return open('principal of the permission', principal, estate);
    const service = serviceOf(who);
    if (service === undefined || withoutConfusedDeputy.has(service)) return notApplicable;
    const called = estate.functionOf(subject.facet.function)?.function;
    const name = called?.name ?? describe(subject.facet.function);
    // What anyone may start through a gateway of its own gains little by a stranger's gateway.
    const moot = called !== undefined && gateways.has(service) && facts.exposure.waysIn(called.id).some(isOpenGateway);
    if (service.startsWith('alexa')) {
      if (!isAbsent(eventSourceToken)) return pass;
      return fail(principal.origin, `Any Alexa skill of anybody may invoke ${name}: the permission names no skill.`, {
        fix: { summary: 'add EventSourceToken with the id of the skill' },
      });
    }
    if (!isAbsent(sourceAccount) || !isAbsent(organization)) return pass;
    if (isAbsent(sourceArn)) {
      // A load balancer calls functions of its own account only, so the source is one of yours.
      const known = callerOf(service) === undefined || service === 'elasticloadbalancing' ? 'low' : 'medium';
      return fail(
        principal.origin,
        service === 'elasticloadbalancing'
          ? `Any load balancer of the account may send requests to ${name}: the permission names no target group.`
          : `${who} may invoke ${name} on behalf of any AWS account: the permission names no source.`,
        {
          severity: moot ? 'info' : known,
          fix: {
            summary: 'add SourceArn with the source, and SourceAccount with the account',
            edit: [set(subject, 'sourceAccount', ownAccount)],
          },
        },
      );
    }
    if (service !== 's3') return wildcard(subject.facet.sourceArn, name, who);
    // A bucket name is free again once the bucket is deleted, and an ARN of a bucket holds no account.
    const own = estate.resolve(sourceArn, 'bucket') !== undefined;
    return fail(
      sourceArn.origin,
      `If the bucket of this permission is ever deleted, whoever takes its name can invoke ${name}.`,
      {
        severity: own ? 'low' : 'medium',
        fix: { summary: 'add SourceAccount: !Ref AWS::AccountId', edit: [set(subject, 'sourceAccount', ownAccount)] },
      },
    );
  },
});

const gateways = new Set(['apigateway', 'elasticloadbalancing']);

/** Anyone may call, or it is what a gateway asks about callers: both get any request that a stranger makes up. */
function isOpenGateway(way: WayIn): boolean {
  const { kind, invocation } = way.trigger.facet;
  return (
    way.exposure === 'public' &&
    !way.mediated &&
    invocation === 'sync' &&
    (kind === 'authorizer' || /-api$|^function-url$|^load-balancer$/.test(kind))
  );
}

/** `arn:aws:sns:*:*:*` is a condition that everything meets. */
function wildcard(
  sourceArn: Parameters<typeof settled>[0],
  name: string,
  who: string,
): ReturnType<typeof fail> | typeof pass {
  const account = describe(sourceArn).split(':')[4];
  if (describe(sourceArn) !== '*' && account !== '*') return pass;
  return fail(sourceArn.origin, `${who} may invoke ${name} on behalf of any AWS account: the source is a wildcard.`, {
    fix: { summary: 'name the source and its account in SourceArn' },
  });
}
