import { actionInfo, allows, compilePolicies, evaluateRequest, resourceTypes, type AccessNeed } from '@leastwise/iam';
import type { Identity } from './account.ts';

/** `maybe`: it hangs on a condition, or on a part that only deployment knows. */
export type Say = 'yes' | 'maybe' | 'no';

/** The statement of a policy of the identity that allows an action. */
export interface Grant {
  readonly identity: string;
  readonly action: string;
  readonly resource: string;
  readonly policy: string;
  readonly statement: number;
}

const words = { yes: 'yes', partly: 'no', no: 'no', unknown: 'maybe' } as const;

/** Whether an identity may do an action to the whole of a resource or pattern. */
export function ask(identity: Identity, action: string, resource: string, context: AccessNeed['context'] = {}): Say {
  if (!speaksOf(identity, action)) return 'no';
  return words[allows(identity.compiled, need(identity, action, resource, context)).answer];
}

/** Whether it may do an action to some resource of each type that the action must name: to make one, any name will do. */
export function askAny(identity: Identity, action: string): Say {
  if (!speaksOf(identity, action)) return 'no';
  const says = resourcesOf(action).map((alternatives) => {
    const isNewAllowed = alternatives.some(
      (pattern) => pattern !== '*' && ask(identity, action, newName(pattern)) === 'yes',
    );
    if (isNewAllowed) return 'yes';
    const answers = alternatives.map(
      (resource) =>
        allows(identity.compiled, { ...need(identity, action, resource, {}), withoutResource: resource === '*' })
          .answer,
    );
    if (answers.includes('yes') || answers.includes('partly')) return 'yes';
    return answers.includes('unknown') ? 'maybe' : 'no';
  });
  return weakest(says);
}

/** A name that nobody has spelled: a policy that allows it allows one at least, and that is quickly asked. */
function newName(pattern: string): string {
  return pattern.replaceAll('*', 'leastwise-new-name');
}

export function weakest(says: readonly Say[]): Say {
  if (says.includes('no')) return 'no';
  return says.includes('maybe') ? 'maybe' : 'yes';
}

/** Most identities say nothing of most actions, and the index knows. */
export function speaksOf(identity: Identity, action: string): boolean {
  const services = servicesOf(identity);
  if (services !== 'any' && !services.has(action.slice(0, action.indexOf(':')))) return false;
  return identity.compiled
    .plan(action)
    .candidates.some(({ group, allow }) => group.type === 'identity' && allow.length > 0);
}

const services = new WeakMap<Identity, ReadonlySet<string> | 'any'>();

/** The services that its statements spell out; `any` when one begins with a wildcard or excepts actions. */
function servicesOf(identity: Identity): ReadonlySet<string> | 'any' {
  const known = services.get(identity);
  if (known !== undefined) return known;
  const allowing = identity.compiled.groups
    .filter(({ type }) => type === 'identity')
    .flatMap(({ statements }) => statements.map(({ statement }) => statement))
    .filter(({ Effect }) => Effect === 'Allow');
  const spelled = allowing.flatMap(({ Action }) => (Action ?? ['*']).map((each) => /^([a-z0-9-]+):/i.exec(each)?.[1]));
  const found = spelled.includes(undefined) ? 'any' : new Set(spelled.map((each) => (each ?? '').toLowerCase()));
  services.set(identity, found);
  return found;
}

function need(identity: Identity, action: string, resource: string, context: AccessNeed['context']): AccessNeed {
  return {
    ...(identity.kind === 'group' ? {} : { principal: identity.arn }),
    action,
    resource,
    ...(context === undefined ? {} : { context }),
    unknownKeys: ['*'],
  };
}

/** Lists of patterns: of each list one must be allowed. */
function resourcesOf(action: string): readonly (readonly string[])[] {
  const info = actionInfo(action);
  const prefix = action.slice(0, action.indexOf(':'));
  if (info === undefined || info.wildcardOnly) return [['*']];
  const patterns = (type: string): readonly string[] =>
    (resourceTypes(prefix).get(type)?.arns ?? ['*']).map((arn) =>
      arn.replaceAll('${Partition}', 'aws').replaceAll(/\$\{[^}]*\}/g, '*'),
    );
  const required = info.resources.filter((each) => each.required).map(({ type }) => patterns(type));
  return required.length > 0 ? required : [info.resources.flatMap(({ type }) => patterns(type))];
}

/** Which statement allows it, for people to read. */
export function grantOf(identity: Identity, action: string, resource: string): Grant | undefined {
  const request = need(identity, action, resource, {});
  const decided = evaluateRequest(request, identity.compiled)
    .explain()
    .decidedBy.find(({ effect }) => effect === 'Allow');
  const spoken = identity.compiled
    .plan(action)
    .candidates.filter(({ group }) => group.type === 'identity')
    .flatMap(({ allow }) => allow.map(({ statement }) => statement))[0];
  const found = decided ?? spoken;
  return found === undefined
    ? undefined
    : { identity: identity.id, action, resource, policy: found.policy, statement: found.index };
}

/** Whether the trust policy of a role lets a service run as it. */
export function admitsService(role: Identity, service: string): Say {
  if (role.trust === undefined) return 'maybe';
  const federated = service === 'cognito-identity.amazonaws.com';
  const action = federated ? 'sts:AssumeRoleWithWebIdentity' : 'sts:AssumeRole';
  const request = { principal: service, action, resource: role.arn, unknownKeys: ['*'] };
  const trust = trustOf(role);
  return sayOf(evaluateRequest(request, trust).decision);
}

const trusts = new WeakMap<Identity, ReturnType<typeof compilePolicies>>();

function trustOf(role: Identity): ReturnType<typeof compilePolicies> {
  let found = trusts.get(role);
  if (found === undefined)
    trusts.set(role, (found = compilePolicies({ resource: [{ name: 'trust', document: role.trust }] })));
  return found;
}

/** Whether an identity may assume a role: its own policies and the trust policy of the role together. */
export function mayAssume(identity: Identity, role: Identity): Say {
  if (role.trust === undefined) return ask(identity, 'sts:AssumeRole', role.arn) === 'no' ? 'no' : 'maybe';
  if (!admitsIdentities(role)) return 'no';
  const request = { principal: identity.arn, action: 'sts:AssumeRole', resource: role.arn, unknownKeys: ['*'] };
  if (
    sayOf(evaluateRequest({ ...request, principal: identity.arn }, trustOf(role)).decision) === 'no' &&
    !namesAccount(role)
  )
    return 'no';
  const policies = { ...identity.policies, resource: [{ name: 'trust', document: role.trust }] };
  return sayOf(evaluateRequest(request, policies).decision);
}

const admitting = new WeakMap<Identity, boolean>();

/** Nearly every role is for a service; looking once a role keeps thousands of them from being compared with each other. */
export function admitsIdentities(role: Identity): boolean {
  if (role.trust === undefined) return true;
  let found = admitting.get(role);
  if (found === undefined) {
    found = /"(AWS|NotPrincipal)":|"Principal":"\*"/.test(JSON.stringify(role.trust));
    admitting.set(role, found);
  }
  return found;
}

function namesAccount(role: Identity): boolean {
  const account = role.arn.split(':')[4] ?? '';
  return JSON.stringify(role.trust).includes(account);
}

function sayOf(decision: string): Say {
  return decision === 'Allowed' ? 'yes' : decision === 'Unknown' ? 'maybe' : 'no';
}
