import { MAYBE, NO, YES, type Truth } from '../truth.ts';
import { unknownKey } from '../conditions/context.ts';
import type { Principal, Statement } from '../documents/policy-document.ts';
import { anyMatch, type PrincipalMatch } from '../principals/principal-matcher.ts';
import type { AccessRequest } from '../request.ts';
import { wantedAction } from './action-matcher.ts';
import type { CompiledStatement } from './compiled-statement.ts';
import type { RequestView } from './request-view.ts';
import { wanted } from './resource-matcher.ts';

/** The first element of a statement that does not match, or does so only perhaps. */
export interface Mismatch {
  readonly element: 'Action' | 'NotAction' | 'Resource' | 'NotResource' | 'Principal' | 'NotPrincipal' | 'Condition';
  readonly operator?: string;
  readonly key?: string;
  readonly expected: readonly string[];
  /** What the request has; undefined: the key is missing. */
  readonly actual: string | readonly string[] | undefined;
  /** Why it is not known whether it matches; undefined: it does not. */
  readonly unknown?: string;
}

export interface StatementExplanation {
  readonly policy: string;
  /** Position in the document, from 0. */
  readonly index: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly matches: 'yes' | 'no' | 'unknown';
  /** How a policy of the resource names the caller; `account` hands the decision to the identity policies. */
  readonly namesCallerAs?: 'direct' | 'role' | 'account';
  readonly mismatch?: Mismatch;
}

export function explainStatement(
  compiled: CompiledStatement,
  request: AccessRequest,
  view: RequestView,
): StatementExplanation {
  const { statement } = compiled;
  const principal = compiled.principal?.(view.caller);
  const found = firstMismatch(compiled, request, view, principal);
  const named = principal === undefined ? undefined : nameOf(principal);
  return {
    policy: compiled.policy,
    index: compiled.index,
    ...(statement.Sid === undefined ? {} : { sid: statement.Sid }),
    effect: statement.Effect,
    matches: found === undefined ? 'yes' : found.unknown === undefined ? 'no' : 'unknown',
    ...(named === undefined ? {} : { namesCallerAs: named }),
    ...(found === undefined ? {} : { mismatch: found }),
  };
}

/** A sure mismatch goes before one that is only perhaps one. */
function firstMismatch(
  compiled: CompiledStatement,
  request: AccessRequest,
  view: RequestView,
  principal: PrincipalMatch | undefined,
): Mismatch | undefined {
  const all = mismatches(compiled, request, view, principal);
  return all.find((one) => one.unknown === undefined) ?? all[0];
}

function mismatches(
  compiled: CompiledStatement,
  request: AccessRequest,
  view: RequestView,
  principal: PrincipalMatch | undefined,
): readonly Mismatch[] {
  const { statement } = compiled;
  const arn = typeof request.resource === 'string' ? request.resource : request.resource.arn;
  const found: Mismatch[] = [];
  const say = (truth: Truth, mismatch: Omit<Mismatch, 'unknown'>, why: string): void => {
    if (truth === YES) return;
    found.push(truth === NO ? mismatch : { ...mismatch, unknown: why });
  };
  say(
    compiled.action.match(wantedAction(request.action)),
    { ...element(statement, 'Action'), actual: request.action },
    partly,
  );
  const resource = wanted(arn);
  const partlyOrUnread = statement.Resource === undefined && statement.NotResource === undefined ? noResource : partly;
  say(compiled.resource.match(resource, view), { ...element(statement, 'Resource'), actual: arn }, partlyOrUnread);
  if (principal !== undefined) {
    const expected = principalTexts(statement.Principal ?? statement.NotPrincipal ?? {});
    const name = statement.NotPrincipal === undefined ? 'Principal' : 'NotPrincipal';
    say(anyMatch(principal), { element: name, expected, actual: view.caller.text }, unsureCaller);
  }
  for (const { operator, key, values, holds } of compiled.conditions) {
    const value = view.value(key.toLowerCase());
    const actual = value === unknownKey ? undefined : value;
    const why =
      value === unknownKey ? `the value of ${key} is not known` : `${key} or what it is compared with is not known`;
    say(holds(view), { element: 'Condition', operator, key, expected: values, actual }, why);
  }
  return found;
}

const partly = 'only a part of what is asked for matches, or a part of its name is not known';
const noResource = 'the statement has no Resource element, which AWS refuses here';
const unsureCaller = 'it is not known whether the caller is the named principal';

function element(statement: Statement, name: 'Action' | 'Resource'): Pick<Mismatch, 'element' | 'expected'> {
  const expected = statement[name];
  if (expected !== undefined) return { element: name, expected };
  return { element: `Not${name}`, expected: statement[`Not${name}`] ?? [] };
}

function principalTexts(principal: Principal): readonly string[] {
  return Object.values(principal).flat();
}

function nameOf(match: PrincipalMatch): 'direct' | 'role' | 'account' | undefined {
  return (['direct', 'role', 'account'] as const).find((how) => match[how] !== NO && match[how] >= MAYBE);
}
