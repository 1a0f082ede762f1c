import { MAYBE, NO, YES, type Truth } from '../truth.ts';
import type { Principal } from '../documents/policy-document.ts';
import { matchesPattern, unknownText, wildcardPattern } from '../patterns/wildcard.ts';
import { isAccountId, lastSegment, parseArn } from './arn.ts';
import type { Caller } from './caller.ts';

/**
 * How a Principal element names the caller. In the same account it decides what a resource-based Allow is worth:
 * - `direct`: it names the user, the session, the service or everyone: enough by itself, no boundary or session policy limits it.
 * - `role`: it names the role of a session (or the user of a federated session): enough, but boundary and session policy limit it.
 * - `account`: it names the account, which hands the decision to the identity policies there.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export interface PrincipalMatch {
  readonly direct: Truth;
  readonly role: Truth;
  readonly account: Truth;
}

export type PrincipalMatcher = (caller: Caller) => PrincipalMatch;

export const noMatch: PrincipalMatch = { direct: NO, role: NO, account: NO };
const directMatch: PrincipalMatch = { direct: YES, role: NO, account: NO };
const roleMatch: PrincipalMatch = { direct: NO, role: YES, account: NO };
const accountMatch: PrincipalMatch = { direct: NO, role: NO, account: YES };
const perhaps: PrincipalMatch = { direct: MAYBE, role: NO, account: NO };

export function principalMatcher(principal: Principal): PrincipalMatcher {
  const matchers = [
    ...(principal.AWS ?? []).map(awsPrincipal),
    ...(principal.Service ?? []).map((name) => named(name, 'service')),
    ...(principal.Federated ?? []).map((name) => named(name, 'federated')),
    ...(principal.CanonicalUser ?? []).map(canonicalUser),
  ];
  if (matchers.length === 1 && matchers[0] !== undefined) return matchers[0];
  return (caller) => matchers.map((match) => match(caller)).reduce(best, noMatch);
}

/**
 * Who is not named. A Deny exempts only those whom it names themselves (user, session, or its role): naming their account is
 * needed besides but exempts nobody else in it. Principals with a permissions boundary are never exempt.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function notPrincipalMatcher(
  principal: Principal,
  effect: 'Allow' | 'Deny',
  hasBoundary: boolean,
): PrincipalMatcher {
  const named = principalMatcher(principal);
  return (caller) => {
    if (effect === 'Deny' && hasBoundary && caller.account !== undefined && caller.kind !== 'root') return directMatch;
    const match = named(caller);
    const exempt = Math.max(match.direct, match.role, effect === 'Allow' ? match.account : NO);
    return exempt === YES ? noMatch : exempt === MAYBE ? perhaps : directMatch;
  };
}

export function anyMatch(match: PrincipalMatch): Truth {
  return Math.max(match.direct, match.role, match.account) as Truth;
}

function best(a: PrincipalMatch, b: PrincipalMatch): PrincipalMatch {
  return {
    direct: Math.max(a.direct, b.direct) as Truth,
    role: Math.max(a.role, b.role) as Truth,
    account: Math.max(a.account, b.account) as Truth,
  };
}

/** `{"AWS": "*"}` is everyone, the anonymous and the services too. */
function awsPrincipal(text: string): PrincipalMatcher {
  if (text === '*') return () => directMatch;
  if (text.includes(unknownText)) return openPrincipal(text);
  if (isAccountId(text)) return accountPrincipal(text);
  const arn = parseArn(text);
  if (arn === undefined) return (caller) => certain(caller, caller.userId === text || caller.text === text);
  if (arn.service === 'iam' && arn.resource === 'root') return accountPrincipal(arn.account);
  if (arn.service === 'iam' && arn.resource.startsWith('role/')) return rolePrincipal(text, arn.account);
  if (arn.service === 'sts' && arn.resource.startsWith('assumed-role/')) return sessionPrincipal(text, arn.account);
  return (caller) => {
    if (caller.kind === 'federated-user' && caller.issuer === text) return roleMatch;
    return certain(caller, caller.text === text);
  };
}

function certain(caller: Caller, isNamed: boolean): PrincipalMatch {
  if (isNamed) return directMatch;
  return caller.kind === 'unspecified' ? perhaps : noMatch;
}

function accountPrincipal(account: string): PrincipalMatcher {
  return (caller) => {
    if (caller.kind === 'unspecified') return perhaps;
    if (caller.account !== account || caller.kind === 'federated') return noMatch;
    return caller.kind === 'root' ? directMatch : accountMatch;
  };
}

function rolePrincipal(text: string, account: string): PrincipalMatcher {
  const name = lastSegment(text);
  return (caller) => {
    if (caller.kind === 'unspecified') return perhaps;
    if (caller.account !== account) return noMatch;
    const isNamed = caller.roleArn === undefined ? caller.roleName === name : caller.roleArn === text;
    return isNamed ? roleMatch : noMatch;
  };
}

/** A role as the caller is some session of it, perhaps this one. */
function sessionPrincipal(text: string, account: string): PrincipalMatcher {
  const [, roleName] = text.split('/');
  return (caller) => {
    if (caller.kind === 'role' && caller.account === account && caller.roleName === roleName) return perhaps;
    return certain(caller, caller.text === text);
  };
}

/** A part of the name is not known. It names one principal, so the match is never certain. */
function openPrincipal(text: string): PrincipalMatcher {
  const pattern = wildcardPattern(text);
  return (caller) => {
    if (caller.kind === 'unspecified') return perhaps;
    const root = caller.account === undefined ? [] : [caller.account, `arn:aws:iam::${caller.account}:root`];
    const role = caller.roleName === undefined ? [] : [`arn:aws:iam::${caller.account ?? ''}:role/${caller.roleName}`];
    const forms = [caller.text, caller.roleArn ?? '', ...role, ...root];
    return forms.some((form) => matchesPattern(pattern, form)) ? perhaps : noMatch;
  };
}

function named(name: string, kind: 'service' | 'federated'): PrincipalMatcher {
  if (name.includes(unknownText)) return openPrincipal(name);
  return (caller) => {
    if (caller.kind === 'unspecified') return perhaps;
    return caller.kind === kind && (name === '*' || caller.text === name) ? directMatch : noMatch;
  };
}

/** Names the account in the spelling of S3. Whether it is the caller's account is known only when the request says so. */
function canonicalUser(id: string): PrincipalMatcher {
  return (caller) => {
    if (caller.canonicalUser === undefined)
      return caller.account === undefined ? noMatch : { ...noMatch, account: MAYBE };
    if (caller.canonicalUser !== id) return noMatch;
    return caller.kind === 'canonical-user' || caller.kind === 'root' ? directMatch : accountMatch;
  };
}
