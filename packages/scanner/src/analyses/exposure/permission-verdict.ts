import { describe, isAbsent, type Value } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { serviceOf } from '../../estate/triggers/service-principals.ts';
import type { AuthVerdict } from './auth-verdict.ts';
import { whoseAccount } from './whose-account.ts';

/**
 * Whom a permission lets call the function, when nothing in the tree makes use of it.
 * https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
 */
export function permissionVerdict(trigger: NodeOf<'trigger'>, estate: Estate): AuthVerdict {
  const permission = estate.get(trigger.generatedFrom?.id, 'function-permission');
  const { label, principal } = trigger.facet;
  if (permission === undefined || principal === undefined) {
    return { exposure: 'unknown', message: label, reason: 'Whom the permission admits is known only to a deployment.' };
  }
  const { facet } = permission;
  if (isForUrlsOnly(permission)) {
    return {
      exposure: 'unknown',
      message: `${label}: through a function URL only`,
      reason: 'The permission is for a function URL, and none is in these templates.',
    };
  }
  const open = estate.openReason(facet.principal);
  if (open !== undefined && serviceOf(principal) === undefined && whoseAccount(facet.principal, estate) === undefined) {
    return {
      exposure: 'unknown',
      message: label,
      reason: `Whom the permission admits is not known: ${open.reason}`,
      ...settle(open.settleWith),
    };
  }
  const onBehalf = behalfOf(permission, estate);
  const handsOn = servicesFromOutside.has(serviceOf(principal) ?? '');
  if (handsOn && (onBehalf === 'own' || onBehalf === 'foreign')) {
    return { exposure: 'unknown', message: label, reason: whatIsMissing(trigger, principal, estate) };
  }
  if (serviceOf(principal) !== undefined)
    return serviceVerdict(label, principal, onBehalf, isAbsent(facet.eventSourceToken));
  if (principal === '*') return anyoneVerdict(permission, label, onBehalf);
  return whoseAccount(facet.principal, estate) === 'own'
    ? { exposure: 'internal', message: `${label}: only the own account may call it` }
    : { exposure: 'authenticated', message: `${label}: another account may call it` };
}

/** Services that hand on what comes from outside: their own configuration says who may send it. */
const servicesFromOutside: ReadonlySet<string> = new Set([
  'apigateway',
  'ops.apigateway',
  'appsync',
  'elasticloadbalancing',
  'cloudfront',
  'edgelambda',
  's3',
  'sns',
  'cognito-idp',
  'ses',
  'lex',
  'lexv2',
  'connect',
]);

type Behalf = 'own' | 'foreign' | 'anyone' | { readonly settleWith: string | undefined; readonly reason: string };

/** Whose resources may make the call, by SourceArn and SourceAccount; `anyone` when neither says. */
function behalfOf(permission: NodeOf<'function-permission'>, estate: Estate): Behalf {
  const answers = [permission.facet.sourceAccount, permission.facet.sourceArn]
    .filter((value) => !isAbsent(value))
    .map((value: Value): Behalf => {
      const whose = whoseAccount(value, estate);
      if (whose !== undefined) return whose;
      const open = estate.openReason(value);
      return open === undefined ? 'own' : { reason: open.reason, settleWith: open.settleWith };
    });
  const firm = answers.find((answer) => answer === 'own') ?? answers.find((answer) => answer === 'foreign');
  return firm ?? answers.find((answer) => typeof answer === 'object') ?? 'anyone';
}

/** https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html: without a source, any account can have the service call. */
function serviceVerdict(label: string, principal: string, onBehalf: Behalf, withoutToken: boolean): AuthVerdict {
  if (principal.startsWith('alexa') && !withoutToken)
    return { exposure: 'authenticated', message: `${label}: one skill may call it` };
  if (onBehalf === 'anyone') {
    return {
      exposure: 'public-sign-up',
      message: `${label}: anyone with an AWS account can have the service call it (no SourceArn or SourceAccount)`,
    };
  }
  if (onBehalf === 'own')
    return { exposure: 'internal', message: `${label}: the service calls it for a source outside these templates` };
  if (onBehalf === 'foreign')
    return { exposure: 'authenticated', message: `${label}: the service calls it for another account` };
  return {
    exposure: 'unknown',
    message: label,
    reason: `On whose behalf the service may call is not known: ${onBehalf.reason}`,
    ...settle(onBehalf.settleWith),
  };
}

function anyoneVerdict(permission: NodeOf<'function-permission'>, label: string, onBehalf: Behalf): AuthVerdict {
  if (!isAbsent(permission.facet.organization)) {
    return {
      exposure: 'authenticated',
      message: `${label}: every account of organization ${describe(permission.facet.organization)} may call it`,
    };
  }
  if (onBehalf === 'anyone') return { exposure: 'public', message: `${label}: any AWS account may call it` };
  if (onBehalf === 'own') return { exposure: 'internal', message: `${label}: only on behalf of the own account` };
  if (onBehalf === 'foreign') return { exposure: 'authenticated', message: `${label}: on behalf of another account` };
  return {
    exposure: 'unknown',
    message: label,
    reason: `On whose behalf anyone may call is not known: ${onBehalf.reason}`,
    ...settle(onBehalf.settleWith),
  };
}

function whatIsMissing(trigger: NodeOf<'trigger'>, principal: string, estate: Estate): string {
  const { source } = trigger.facet;
  const named = source === undefined ? undefined : estate.nodes.get(source);
  if (named === undefined) return `What ${principal} lets in is not in these templates.`;
  return `${named.name} may call it, but by which of its routes or events is not in these templates.`;
}

function isForUrlsOnly(permission: NodeOf<'function-permission'>): boolean {
  return (
    /^lambda:invokefunctionurl$/i.test(describe(permission.facet.action)) ||
    describe(permission.facet.viaUrl) === 'true'
  );
}

function settle(settleWith: string | undefined): { settleWith?: string } {
  return settleWith === undefined ? {} : { settleWith };
}
