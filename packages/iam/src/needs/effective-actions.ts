import type { Policies } from '../policies.ts';
import { callerOf } from '../principals/caller.ts';
import type { RequestContext, RequestPrincipal } from '../request.ts';
import { compilePolicies, isCompiled, type Candidates, type CompiledPolicies } from '../evaluation/compile-policies.ts';
import type { Decision } from '../evaluation/decide.ts';
import { RequestView } from '../evaluation/request-view.ts';
import { decisions, type AccessNeed } from './allows.ts';

/** An action that exists, with what it can be done to. */
export interface UniverseAction {
  readonly action: string;
  /**
   * Patterns of the ARNs that it knows, such as `arn:aws:s3:::*`; none: it knows no resource. Left out: anything. Spell the
   * partition and the service: a `*` before them would also stand for other services, because names may hold colons.
   */
  readonly resources?: readonly string[];
}

export interface EffectiveActionsOptions {
  readonly principal?: RequestPrincipal;
  readonly context?: RequestContext;
  /** As in a request; every key that the context does not give when left out, because no single request is asked about. */
  readonly unknownKeys?: readonly string[];
}

export interface EffectiveActions {
  /** Allowed on at least one resource. In the order of the universe. */
  readonly allowed: readonly string[];
  /** Of these, the ones that are allowed on all of their resources. */
  readonly everywhere: readonly string[];
  /** Allowed perhaps: it hangs on conditions or on parts that are not known. */
  readonly conditional: readonly string[];
}

/** Which of all actions the policies allow on anything at all. Actions that the same statements speak of are judged once. */
export function effectiveActions(
  policies: Policies | CompiledPolicies,
  universe: readonly (string | UniverseAction)[],
  options: EffectiveActionsOptions = {},
): EffectiveActions {
  const compiled = isCompiled(policies) ? policies : compilePolicies(policies);
  const caller = callerOf(options.principal);
  const judged = new Map<string, ReadonlySet<Decision>>();
  const identities = new Map<object, number>();
  const found = { allowed: [] as string[], everywhere: [] as string[], conditional: [] as string[] };
  for (const entry of universe) {
    const { action, resources }: UniverseAction = typeof entry === 'string' ? { action: entry } : entry;
    const spoken = signature(compiled.plan(action).candidates, identities);
    // No statement speaks of it; only the root user and unread policies could allow it.
    const key = `${service(action)}|${(resources ?? ['any']).join(' ')}|${spoken}`;
    let outcome = judged.get(key);
    if (outcome === undefined) {
      outcome = judge(compiled, action, resources, options, caller);
      judged.set(key, outcome);
    }
    if (outcome.has('Allowed')) found.allowed.push(action);
    else if (outcome.has('Unknown')) found.conditional.push(action);
    if (outcome.has('Allowed') && outcome.size === 1) found.everywhere.push(action);
  }
  return found;
}

function judge(
  compiled: CompiledPolicies,
  action: string,
  resources: readonly string[] | undefined,
  options: EffectiveActionsOptions,
  caller: RequestView['caller'],
): ReadonlySet<Decision> {
  const withoutResource = resources?.length === 0;
  const asked = withoutResource ? ['*'] : (resources ?? ['*']);
  const all = asked.map((resource) => {
    const need: AccessNeed = { unknownKeys: ['*'], ...options, action, resource, withoutResource };
    return decisions(compiled, need, new RequestView(need, caller));
  });
  return new Set(all.flatMap((found) => [...found]));
}

/** RCPs, keys and roles have rules that go by service and action. */
function service(action: string): string {
  const folded = action.toLowerCase();
  return folded.startsWith('sts:') ? folded : folded.slice(0, folded.indexOf(':'));
}

/** The statements that speak of an action, and how surely, as a text that is equal for equal ones. */
function signature(candidates: readonly Candidates[], identities: Map<object, number>): string {
  return candidates
    .flatMap(({ allow, deny }) => [...allow, ...deny])
    .map(({ statement, action }) => {
      let id = identities.get(statement);
      if (id === undefined) identities.set(statement, (id = identities.size));
      return `${id}:${action}`;
    })
    .join();
}
