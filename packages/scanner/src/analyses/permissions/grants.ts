import {
  containsActionPattern,
  containsPattern,
  effectiveActions,
  expandActionPattern,
  intersectsPatterns,
  parsePolicyDocument,
} from '@leastwise/iam';
import type { SourceRange } from '@leastwise/model';
import type { FunctionNeed } from './need.ts';
import type { IdentityPolicies } from './policy-documents.ts';

/** An action pattern of an Allow statement, as the policy writes it. */
export interface Grant {
  readonly action: string;
  /** Set for NotAction: `action` is `*`, and these are excepted. */
  readonly except?: readonly string[];
  /** For NotResource `*`. */
  readonly resources: readonly string[];
  /** It holds under a condition, which may narrow it further. */
  readonly conditional?: true;
  readonly policy: string;
  readonly at: SourceRange | undefined;
}

/** What a role gives beyond what is needed, as the policy writes it. */
export interface Excess extends Grant {
  /** `action`: nothing needs it; `breadth`: it is needed, but not so wide. */
  readonly by: 'action' | 'breadth';
  /** The single actions that it holds and nothing needs; none for a breadth of resources alone. */
  readonly actions: readonly string[];
}

export interface Held {
  readonly grants: readonly Grant[];
  /** Single actions that are allowed somewhere, perhaps under a condition; what a Deny or the boundary takes away is not among them. */
  readonly actions: readonly string[];
}

export function heldBy(policies: IdentityPolicies): Held {
  const grants = (policies.exact.identity ?? []).flatMap(({ name, document }) =>
    parsePolicyDocument(document).document.Statement.flatMap((statement, index): readonly Grant[] => {
      if (statement.Effect !== 'Allow') return [];
      const rest = {
        resources: statement.NotResource === undefined ? (statement.Resource ?? ['*']) : ['*'],
        policy: name,
        at: policies.statementAt(name, index),
        ...(statement.Condition === undefined ? {} : { conditional: true as const }),
      };
      if (statement.NotAction !== undefined) return [{ action: '*', except: statement.NotAction, ...rest }];
      return (statement.Action ?? ['*']).map((action) => ({ action, ...rest }));
    }),
  );
  const universe = universeOf(grants.map(({ action }) => action));
  const { allowed, conditional } = effectiveActions(policies.compiled.exact, universe);
  return { grants, actions: [...allowed, ...conditional] };
}

const universes = new Map<string, readonly string[]>();

/** The evaluator prepares a list once; the functions of a project have few different lists. */
function universeOf(patterns: readonly string[]): readonly string[] {
  const wanted = patterns.some((pattern) => /^\*+(:\*+)?$/.test(pattern)) ? ['*'] : [...new Set(patterns)].toSorted();
  const key = wanted.join('\n');
  let list = universes.get(key);
  if (list === undefined) {
    list = [...new Set(wanted.flatMap(expandActionPattern))];
    if (universes.size >= 500) universes.clear();
    universes.set(key, list);
  }
  return list;
}

export function excessOf(held: Held, needed: readonly FunctionNeed[]): readonly Excess[] {
  const all = new Set(held.actions);
  const required = new Set(needed.map(({ action }) => action.toLowerCase()));
  return held.grants.flatMap((grant): readonly Excess[] => {
    const exists = expandActionPattern(grant.action);
    const actions = exists.filter(
      (action) => all.has(action) && !(grant.except ?? []).some((one) => containsActionPattern(one, action)),
    );
    // Denied, or kept out by the boundary: the statement says it and the role does not hold it.
    if (actions.length === 0 && exists.length > 0) return [];
    const unneeded = actions.filter((action) => !required.has(action.toLowerCase()));
    const served = needed.filter((need) => serves(grant, need));
    if (served.length === 0) return [{ ...grant, by: 'action', actions }];
    const wide = grant.resources.filter((pattern) => !served.some((need) => isNoWider(pattern, need)));
    if (unneeded.length === 0 && (wide.length === 0 || grant.conditional === true)) return [];
    return [{ ...grant, resources: wide.length === 0 ? grant.resources : wide, by: 'breadth', actions: unneeded }];
  });
}

function serves(grant: Grant, need: FunctionNeed): boolean {
  return (
    containsActionPattern(grant.action, need.action) &&
    !(grant.except ?? []).some((one) => containsActionPattern(one, need.action)) &&
    need.resources.some((one) =>
      grant.resources.some((pattern) => pattern === '*' || one === '*' || intersectsPatterns(pattern, one)),
    )
  );
}

/** A need whose resource only a run decides says nothing of the breadth. */
function isNoWider(pattern: string, need: FunctionNeed): boolean {
  return need.resources.some((one) => one === '*' || containsPattern(one, pattern) || isUpToParts(one, pattern));
}

/** `arn:aws:logs:⟨Region⟩:⟨Account⟩:log-group:x` and its `:*`, a secret's name and its six characters: one resource. */
function isUpToParts(needed: string, allowed: string): boolean {
  return containsPattern(`${needed}:*`, allowed) || containsPattern(`${needed}/*`, allowed);
}
