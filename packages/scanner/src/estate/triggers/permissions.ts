import { describe, isAbsent, settled } from '@leastwise/model';
import type { AuthRequirement } from '../auth-requirement.ts';
import type { AnyNode, EstateBuilder, Linker, NodeOf } from '../estate.ts';
import type { TriggerFacet } from '../trigger.ts';
import { addTrigger } from './add-trigger.ts';
import { callerOf, serviceOf } from './service-principals.ts';
import { triggersOf } from './triggers-of.ts';

/**
 * Resource policies of functions. One that lets the service of a known way in call is attached to that way; every other is
 * a way in of its own: whoever it admits can start the function, with or without a source in the tree.
 */
export const linkPermissions: Linker = (estate) => {
  for (const permission of estate.of('function-permission')) {
    const target = estate.functionOf(permission.facet.function);
    if (target === undefined || !allowsInvoking(permission)) continue;
    const principal = describe(permission.facet.principal);
    const source = isAbsent(permission.facet.sourceArn) ? undefined : sourceOf(estate, permission);
    const served = triggersOf(estate, target.function.id).filter((trigger) =>
      serves(permission, principal, source, trigger),
    );
    for (const trigger of served) {
      estate.connect({ verb: 'attachedTo', from: permission.id, to: trigger.id, at: permission.keyRange });
    }
    if (served.length > 0) continue;
    const trigger = addTrigger(estate, {
      kind: 'permission',
      target,
      source: source?.id,
      label: labelOf(principal, source),
      principal,
      auth: requirements(permission, principal),
      invocation: invocationOf(principal),
      at: permission.keyRange,
      madeBy: permission,
    });
    estate.connect({ verb: 'attachedTo', from: permission.id, to: trigger.id, at: permission.keyRange });
  }
};

/** Anything broader than invoking is broader still; anything else (`lambda:GetFunction`) starts nothing. */
function allowsInvoking(permission: NodeOf<'function-permission'>): boolean {
  const action = settled(permission.facet.action);
  return action === undefined || action.includes('*') || /^lambda:invoke/i.test(action);
}

function sourceOf(estate: EstateBuilder, permission: NodeOf<'function-permission'>): AnyNode | undefined {
  return estate.resolve(permission.facet.sourceArn);
}

function serves(
  permission: NodeOf<'function-permission'>,
  principal: string,
  source: AnyNode | undefined,
  trigger: NodeOf<'trigger'>,
): boolean {
  const { kind } = trigger.facet;
  if (kind === 'permission') return false;
  const action = settled(permission.facet.action)?.toLowerCase();
  if (action === 'lambda:invokefunctionurl' || settled(permission.facet.viaUrl) === true)
    return kind === 'function-url';
  const caller = callerOf(serviceOf(principal));
  if (caller === undefined || !caller.kinds.includes(kind)) return false;
  if (source === undefined) return true;
  return sourcesOf(trigger).has(source.id) || relates(source, trigger);
}

function sourcesOf(trigger: NodeOf<'trigger'>): ReadonlySet<string> {
  const { source, route } = trigger.facet;
  return new Set([source, route, trigger.generatedFrom?.id].filter((id) => id !== undefined));
}

/** A source ARN may name a part of the source (a stage, an authorizer of an API, a secret behind its rotation). */
function relates(source: AnyNode, trigger: NodeOf<'trigger'>): boolean {
  switch (trigger.facet.kind) {
    case 'authorizer':
      return /api|authorizer|transfer/.test(source.kind);
    case 'load-balancer':
      return source.kind === 'target-group' || source.kind === 'load-balancer' || source.kind === 'listener';
    case 'secret-rotation':
      return source.kind === 'secret';
    case 'mail':
      return source.kind === 'mail-receipt-rule-set';
    case 'log-group':
      return source.kind === 'log-group';
    case 'cloudfront':
    case 'function-url':
      return source.kind === 'distribution';
    default:
      return false;
  }
}

function invocationOf(principal: string): TriggerFacet['invocation'] {
  return callerOf(serviceOf(principal))?.invocation ?? 'sync';
}

function labelOf(principal: string, source: AnyNode | undefined): string {
  if (principal === '*') return 'anyone with AWS credentials';
  const who = serviceOf(principal) === undefined ? `account ${principal}` : `service ${principal}`;
  return source === undefined ? who : `${who} for ${source.name}`;
}

/** Services that hand on requests from outside: only their own configuration says who may send them. */
const gateways = new Set([
  'apigateway',
  'ops.apigateway',
  'appsync',
  'elasticloadbalancing',
  'cloudfront',
  'edgelambda',
]);

/** What the policy asks of its caller. An ordinary invocation is always a signed request. */
function requirements(permission: NodeOf<'function-permission'>, principal: string): readonly AuthRequirement[] {
  const { facet } = permission;
  const found: AuthRequirement[] = [];
  const service = serviceOf(principal);
  if (service !== undefined && gateways.has(service)) {
    return [
      {
        kind: 'unknown',
        at: permission.keyRange,
        node: permission.id,
        note: `What ${principal} asks of its callers is not in the tree.`,
      },
    ];
  }
  const open = settled(facet.urlAuthType) === 'NONE' && principal === '*';
  if (!open && service === undefined && principal !== '*') {
    found.push({ kind: 'iam', at: facet.principal.origin, node: permission.id, note: `only ${principal}` });
  }
  for (const [value, note] of [
    [facet.organization, 'only the organization'],
    [facet.sourceAccount, 'only on behalf of the account'],
    [facet.sourceArn, 'only on behalf of the source'],
  ] as const) {
    if (!isAbsent(value))
      found.push({
        kind: 'resource-policy',
        at: value.origin,
        node: permission.id,
        note: `${note} ${describe(value)}`,
      });
  }
  return found;
}
