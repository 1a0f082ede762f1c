import type { Policies } from '../policies.ts';
import { callerOf } from '../principals/caller.ts';
import type { AccessRequest } from '../request.ts';
import { compilePolicies, isCompiled, type CompiledPolicies } from '../evaluation/compile-policies.ts';
import { decide, type Decision } from '../evaluation/decide.ts';
import { explain } from '../evaluation/explain.ts';
import type { Mismatch } from '../evaluation/explain-statement.ts';
import { RequestView } from '../evaluation/request-view.ts';
import { patternKey, type Wanted } from '../evaluation/resource-matcher.ts';
import { weigh } from '../evaluation/weigh.ts';
import { patternClasses } from '../patterns/classes.ts';
import { wildcardPattern, type WildcardPattern } from '../patterns/wildcard.ts';

/** An action on every resource that a pattern stands for; `*` is every resource there is. */
export interface AccessNeed extends AccessRequest {
  /** The action knows no resource, so that `*` is one request, which statements on single resources do not touch. */
  readonly withoutResource?: boolean;
}

export interface AccessAnswer {
  /**
   * - `yes`: allowed on all of it; `no`: on none of it.
   * - `partly`: on some of it surely, on some of it surely not.
   * - `unknown`: it hangs on conditions, or on parts of the policies that are not known.
   */
  readonly answer: 'yes' | 'no' | 'partly' | 'unknown';
  /** The conditions of an `unknown` answer that nobody could decide. */
  readonly conditions: readonly OpenCondition[];
  readonly reasons: readonly string[];
}

export interface OpenCondition {
  readonly policy: string;
  readonly statement: number;
  readonly effect: 'Allow' | 'Deny';
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/**
 * Whether what is needed is inside what the policies allow. Exact for an action and any pattern of resources: the resources are
 * split into the classes that the statements can tell apart, and each class is decided by the rules of `evaluateRequest`.
 */
export function allows(policies: Policies | CompiledPolicies, need: AccessNeed): AccessAnswer {
  const compiled = isCompiled(policies) ? policies : compilePolicies(policies);
  const view = new RequestView(need, callerOf(need.principal));
  const answer = summary(decisions(compiled, need, view));
  const { reasons, policies: explained } = explain(
    answer === 'yes' ? 'Allowed' : asDecision(answer),
    need,
    compiled,
    view,
  );
  const conditions =
    answer === 'unknown'
      ? explained
          .flatMap((group) => group.statements)
          .flatMap(({ mismatch, policy, index, effect }) => {
            return isOpen(mismatch) ? [{ policy, statement: index, effect, ...mismatch }] : [];
          })
      : [];
  return {
    answer,
    conditions: conditions.map(({ policy, statement, effect, operator, key, expected }) => {
      return { policy, statement, effect, operator, key, values: expected };
    }),
    reasons: answer === 'partly' ? ['Only some of the resources are allowed.'] : reasons,
  };
}

/** The decisions over all resources of the need, each class of them once. */
export function decisions(compiled: CompiledPolicies, need: AccessNeed, view: RequestView): ReadonlySet<Decision> {
  const text = typeof need.resource === 'string' ? need.resource : need.resource.arn;
  const single = need.withoutResource === true && text === '*';
  const pattern = single ? undefined : wildcardPattern(text);
  const judge = (resource: Wanted): Decision => decide(weigh(compiled, need, resource, view, false));
  if (pattern === undefined || (pattern.kind === 'exact' && !pattern.open)) {
    return new Set([judge({ text, pattern: undefined })]);
  }
  const comparedWith = comparedPatterns(compiled, need.action, view);
  const classes = pattern.open ? undefined : patternClasses(pattern, comparedWith);
  if (classes === undefined) return new Set([judge({ text, pattern })]);
  return new Set(
    classes.map((matches) => {
      const byKey = comparedWith.map((one, index) => [patternKey(one), matches[index] === true] as const);
      return judge({ text, pattern, matches: new Map(byKey) });
    }),
  );
}

function comparedPatterns(compiled: CompiledPolicies, action: string, view: RequestView): readonly WildcardPattern[] {
  const found = new Map<string, WildcardPattern>();
  for (const { allow, deny } of compiled.plan(action).candidates) {
    for (const { statement } of [...allow, ...deny]) {
      for (const pattern of statement.resource.patterns(view))
        if (!pattern.open) found.set(patternKey(pattern), pattern);
    }
  }
  return [...found.values()];
}

export function summary(found: ReadonlySet<Decision>): AccessAnswer['answer'] {
  if (found.has('Unknown')) return 'unknown';
  if (!found.has('Allowed')) return 'no';
  return found.size === 1 ? 'yes' : 'partly';
}

function asDecision(answer: 'no' | 'partly' | 'unknown'): Decision {
  return answer === 'no' ? 'ImplicitlyDenied' : 'Unknown';
}

function isOpen(
  mismatch: Mismatch | undefined,
): mismatch is Mismatch & { readonly operator: string; readonly key: string } {
  return mismatch?.unknown !== undefined && mismatch.operator !== undefined && mismatch.key !== undefined;
}
