import type { Policies } from '../policies.ts';
import { callerOf, type Caller } from '../principals/caller.ts';
import type { AccessRequest, RequestPrincipal } from '../request.ts';
import { compilePolicies, isCompiled, type CompiledPolicies } from './compile-policies.ts';
import { decide, type Decision } from './decide.ts';
import { explain, type Explanation } from './explain.ts';
import { RequestView } from './request-view.ts';
import { wanted } from './resource-matcher.ts';
import { weigh } from './weigh.ts';

export interface Evaluation {
  readonly decision: Decision;
  /** Why, in a few sentences; the same as in the explanation. */
  readonly reasons: readonly string[];
  /** What every statement said and which one decided. Worked out when asked for, so that it costs nothing before. */
  explain(): Explanation;
}

/**
 * Decides a request as AWS does. Pure and total: the same input gives the same answer, odd input gives `Unknown` or a denial
 * with the reason, and nothing throws. Policies that are asked more than once are best compiled by `compilePolicies`.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluateRequest(request: AccessRequest, policies: Policies | CompiledPolicies): Evaluation {
  const compiled = isCompiled(policies) ? policies : compilePolicies(policies);
  const caller = remembered(request.principal);
  const view = new RequestView(request, caller);
  if (caller.kind !== 'anonymous' && compiled.plan(request.action).needsNoPermission)
    return new Answer('Allowed', request, compiled, view);
  const { resource } = request;
  const asked = wanted(typeof resource === 'string' ? resource : resource.arn);
  return new Answer(decide(weigh(compiled, request, asked, view, false)), request, compiled, view);
}

/** Keeps what an explanation would need; most answers are never asked for one. */
class Answer implements Evaluation {
  readonly decision: Decision;
  readonly #request: AccessRequest;
  readonly #policies: CompiledPolicies;
  readonly #view: RequestView;

  constructor(decision: Decision, request: AccessRequest, policies: CompiledPolicies, view: RequestView) {
    this.decision = decision;
    this.#request = request;
    this.#policies = policies;
    this.#view = view;
  }

  get reasons(): readonly string[] {
    return this.explain().reasons;
  }

  explain(): Explanation {
    return explain(this.decision, this.#request, this.#policies, this.#view);
  }
}

/** The same few principals ask again and again; taking their ARN apart is what costs most. */
const callers = new Map<string, Caller>();
const REMEMBERED_CALLERS = 4096;

function remembered(principal: RequestPrincipal | undefined): Caller {
  if (typeof principal !== 'string') return callerOf(principal);
  let caller = callers.get(principal);
  if (caller === undefined) {
    if (callers.size >= REMEMBERED_CALLERS) callers.clear();
    callers.set(principal, (caller = callerOf(principal)));
  }
  return caller;
}
