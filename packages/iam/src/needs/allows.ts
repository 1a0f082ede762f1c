import type { Policies } from '../policies.ts';
import { callerOf } from '../principals/caller.ts';
import type { AccessRequest } from '../request.ts';
import { compilePolicies, isCompiled, type CompiledPolicies } from '../evaluation/compile-policies.ts';
import { decide, type Decision } from '../evaluation/decide.ts';
import { explain, type Explanation } from '../evaluation/explain.ts';
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
  return new Answer(summary(decisions(compiled, need, view)), need, compiled, view);
}

/** Most answers are asked for no reason. */
class Answer implements AccessAnswer {
  readonly answer: AccessAnswer['answer'];
  readonly #need: AccessNeed;
  readonly #policies: CompiledPolicies;
  readonly #view: RequestView;

  constructor(answer: AccessAnswer['answer'], need: AccessNeed, policies: CompiledPolicies, view: RequestView) {
    this.answer = answer;
    this.#need = need;
    this.#policies = policies;
    this.#view = view;
  }

  get conditions(): readonly OpenCondition[] {
    if (this.answer !== 'unknown') return [];
    const statements = this.#explanation().policies.flatMap((group) => group.statements);
    return statements.flatMap(({ mismatch, policy, index, effect }) => {
      if (mismatch?.unknown === undefined || mismatch.operator === undefined || mismatch.key === undefined) return [];
      const { operator, key, expected } = mismatch;
      return [{ policy, statement: index, effect, operator, key, values: expected }];
    });
  }

  get reasons(): readonly string[] {
    return this.answer === 'partly' ? ['Only some of the resources are allowed.'] : this.#explanation().reasons;
  }

  #explanation(): Explanation {
    return explain(decisionOf[this.answer], this.#need, this.#policies, this.#view);
  }
}

const decisionOf = { yes: 'Allowed', no: 'ImplicitlyDenied', partly: 'Unknown', unknown: 'Unknown' } as const;

/** The decisions over all resources of the need, each class of them once. */
export function decisions(compiled: CompiledPolicies, need: AccessNeed, view: RequestView): ReadonlySet<Decision> {
  const text = typeof need.resource === 'string' ? need.resource : need.resource.arn;
  const single = need.withoutResource === true && text === '*';
  const pattern = single ? undefined : wildcardPattern(text);
  const judge = (resource: Wanted): Decision => decide(weigh(compiled, need, resource, view, false));
  if (pattern === undefined || (pattern.kind === 'exact' && !pattern.open)) {
    return new Set([judge({ text, pattern: undefined })]);
  }
  // Mostly the whole lies inside or outside of every pattern, and there is nothing to split.
  const atOnce = judge({ text, pattern });
  if (atOnce !== 'Unknown') return new Set([atOnce]);
  const comparedWith = comparedPatterns(compiled, need.action, view);
  const classes = pattern.open ? undefined : patternClasses(pattern, comparedWith);
  if (classes === undefined) return new Set([atOnce]);
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
