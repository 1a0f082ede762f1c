import type { Policies } from '../policies.ts';
import { callerOf } from '../principals/caller.ts';
import type { RequestContext, RequestPrincipal } from '../request.ts';
import { compilePolicies, isCompiled, type CompiledPolicies } from '../evaluation/compile-policies.ts';
import type { Decision } from '../evaluation/decide.ts';
import { RequestView } from '../evaluation/request-view.ts';
import {
  actionUniverse,
  members,
  split,
  type ActionSet,
  type ActionUniverse,
  type UniverseAction,
} from './action-universe.ts';
import { decisions, type AccessNeed } from './allows.ts';

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

/**
 * Which of all actions the policies allow on anything at all. Actions that the same statements speak of are found by set
 * operations and judged once. The universe is prepared once a list: pass the same list again.
 */
export function effectiveActions(
  policies: Policies | CompiledPolicies,
  list: readonly (string | UniverseAction)[],
  options: EffectiveActionsOptions = {},
): EffectiveActions {
  const compiled = isCompiled(policies) ? policies : compilePolicies(policies);
  const caller = callerOf(options.principal);
  const universe = actionUniverse(list);
  const outcomes: (ReadonlySet<Decision> | undefined)[] = [];
  for (const alike of spokenOfAlike(compiled, universe)) {
    const judged = new Map<string, ReadonlySet<Decision>>();
    for (const at of members(alike)) {
      const { action, resources } = universe.actions[at] ?? { action: '' };
      const kind = universe.kinds[at] ?? '';
      const outcome = judged.get(kind) ?? judge(compiled, action, resources, options, caller);
      judged.set(kind, outcome);
      outcomes[at] = outcome;
    }
  }
  const having = (test: (outcome: ReadonlySet<Decision>) => boolean): readonly string[] => {
    return universe.actions.filter((_, at) => test(outcomes[at] ?? new Set())).map(({ action }) => action);
  };
  return {
    allowed: having((outcome) => outcome.has('Allowed')),
    everywhere: having((outcome) => outcome.has('Allowed') && outcome.size === 1),
    conditional: having((outcome) => !outcome.has('Allowed') && outcome.has('Unknown')),
  };
}

/** The universe, split until of each part the same statements speak. */
function spokenOfAlike(compiled: CompiledPolicies, universe: ActionUniverse): readonly ActionSet[] {
  let parts: readonly ActionSet[] = split(universe.all, universe.all);
  for (const statement of compiled.groups.flatMap((group) => group.statements)) {
    const { surely, perhaps } = universe.spokenOf(statement.action);
    parts = parts.flatMap((part) => split(part, surely)).flatMap((part) => split(part, perhaps));
  }
  return parts;
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
