import { both, either, MAYBE, NO, YES, type Truth } from '../truth.ts';
import { anyMatch } from '../principals/principal-matcher.ts';
import type { AccessRequest } from '../request.ts';
import { whyNotApplicable } from './applicability.ts';
import type { ActionPlan, Candidate, Candidates, CompiledPolicies } from './compile-policies.ts';
import { appliesTo } from './compiled-statement.ts';
import { grantsUse } from './kms-grant.ts';
import type { RequestView } from './request-view.ts';
import type { Wanted } from './resource-matcher.ts';

/** What each type of policy says to a request. A type that is not there or has no say limits nothing and allows nothing. */
export interface Weights {
  deny: Truth;
  identity: Truth;
  boundary: Truth;
  session: Truth;
  serviceControl: Truth;
  resourceControl: Truth;
  vpcEndpoint: Truth;
  /** What the policy of the resource allows, by how it names the caller; see `PrincipalMatch`. */
  direct: Truth;
  role: Truth;
  account: Truth;
  /** A KMS grant. */
  grant: Truth;
  readonly isCrossAccount: boolean;
  readonly hasIdentity: boolean;
  readonly needsResourcePolicy: boolean;
}

/** Asks every policy that has a say; stops at the first sure Deny unless `toTheEnd`. */
export function weigh(
  policies: CompiledPolicies,
  request: AccessRequest,
  resource: Wanted,
  view: RequestView,
  toTheEnd: boolean,
): Weights {
  const { caller } = view;
  const plan = policies.plan(request.action);
  const isRoot = caller.kind === 'root';
  const weights: Weights = {
    deny: NO,
    // By default the root user has full access to its account.
    identity: isRoot ? YES : NO,
    boundary: YES,
    session: YES,
    serviceControl: YES,
    resourceControl: YES,
    vpcEndpoint: YES,
    direct: NO,
    role: NO,
    account: NO,
    grant: policies.grants.length === 0 ? NO : grantsUse(policies.grants, request, resource, view),
    isCrossAccount: view.isCrossAccount,
    hasIdentity: caller.hasIdentityPolicies,
    needsResourcePolicy: plan.guardedResource !== undefined && resource.text.includes(plan.guardedResource),
  };
  for (const of of plan.candidates) {
    if (of.deny.length === 0 || !hasSay(of, view, plan, policies)) continue;
    for (const candidate of of.deny) {
      weights.deny = either(weights.deny, both(candidate.action, denies(candidate, resource, view)));
      if (weights.deny === YES && !toTheEnd) return weights;
    }
  }
  for (const of of plan.candidates) {
    if (!hasSay(of, view, plan, policies)) continue;
    if (of.group.type === 'resource') weighResourcePolicy(weights, of, resource, view);
    else weighGroup(weights, of, resource, view, policies);
  }
  for (const type of policies.unknown) {
    if (whyNotApplicable(type, view, plan.isResourceControlled, policies.managementAccount) !== undefined) continue;
    weights.deny = either(weights.deny, MAYBE);
    if (type === 'identity') weights.identity = either(weights.identity, MAYBE);
    if (type === 'resource') weights.direct = either(weights.direct, MAYBE);
  }
  return weights;
}

function hasSay({ group }: Candidates, view: RequestView, plan: ActionPlan, policies: CompiledPolicies): boolean {
  return whyNotApplicable(group.type, view, plan.isResourceControlled, policies.managementAccount) === undefined;
}

function denies({ statement }: Candidate, resource: Wanted, view: RequestView): Truth {
  const applies = appliesTo(statement, resource, view);
  if (applies === NO || statement.principal === undefined) return applies;
  return both(applies, anyMatch(statement.principal(view.caller)));
}

function weighGroup(
  weights: Weights,
  { group, allow }: Candidates,
  resource: Wanted,
  view: RequestView,
  policies: CompiledPolicies,
): void {
  const { type } = group;
  if (type === 'resource') return;
  let allows: Truth = policies.unknown.has(type) || group.unreadable ? MAYBE : NO;
  for (const candidate of allow) {
    allows = either(allows, both(candidate.action, denies(candidate, resource, view)));
    if (allows === YES) break;
  }
  if (group.unreadable) weights.deny = either(weights.deny, MAYBE);
  // Levels are ceilings each: all must allow.
  weights[type] = type === 'identity' ? either(weights.identity, allows) : both(weights[type], allows);
}

function weighResourcePolicy(
  weights: Weights,
  { group, allow }: Candidates,
  resource: Wanted,
  view: RequestView,
): void {
  if (group.unreadable) {
    weights.deny = either(weights.deny, MAYBE);
    weights.direct = either(weights.direct, MAYBE);
  }
  for (const { statement, action } of allow) {
    const principal = statement.principal?.(view.caller);
    if (principal === undefined || anyMatch(principal) === NO) continue;
    const applies = both(action, appliesTo(statement, resource, view));
    weights.direct = either(weights.direct, both(applies, principal.direct));
    weights.role = either(weights.role, both(applies, principal.role));
    weights.account = either(weights.account, both(applies, principal.account));
  }
}
