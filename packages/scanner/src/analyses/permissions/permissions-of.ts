import type { FunctionFacts } from '@leastwise/code';
import {
  containsPattern,
  effectiveActions,
  expandActionPattern,
  intersectsPatterns,
  parsePolicyDocument,
  type NamedPolicy,
} from '@leastwise/iam';
import type { SourceRange } from '@leastwise/model';
import type { AnyNode, Estate, NodeOf } from '../../estate/estate.ts';
import { answerTo } from './answer-to.ts';
import { weaker, type FunctionNeed } from './need.ts';
import { needsOfCall } from './needs-of-call.ts';
import { platformNeeds } from './platform-needs.ts';
import { policyDocumentsOf, type IdentityPolicies } from './policy-documents.ts';

/** What a role gives beyond what is needed, as the policy writes it. */
export interface Excess {
  readonly action: string;
  readonly resources: readonly string[];
  /** `action`: nothing needs it; `breadth`: it is needed, but not so wide. */
  readonly by: 'action' | 'breadth';
  readonly policy: string;
  readonly at: SourceRange | undefined;
}

export interface FunctionPermissions {
  readonly needed: readonly FunctionNeed[];
  readonly allowed: readonly {
    readonly action: string;
    readonly resources: readonly string[];
    readonly policy: string;
    readonly at: SourceRange | undefined;
  }[];
  readonly excess: readonly Excess[];
  readonly missing: readonly FunctionNeed[];
  /** Single actions that the role allows somewhere; undefined when the role is not known. */
  readonly held: number | undefined;
  readonly required: number;
  /** Why the answer may not be whole. Any of them forbids to take permissions away by itself. */
  readonly unknowns: readonly { readonly reason: string; readonly at?: SourceRange }[];
}

export function permissionsOf(
  estate: Estate,
  subject: NodeOf<'function'>,
  code: FunctionFacts | undefined,
): FunctionPermissions {
  const unknowns: { reason: string; at?: SourceRange }[] = [];
  const found: FunctionNeed[] = [...platformNeeds(estate, subject)];
  if (code === undefined) unknowns.push({ reason: 'The code of the function was not read.', at: subject.keyRange });
  for (const call of code?.sdkCalls ?? []) {
    const needs = needsOfCall(estate, subject, call);
    if (needs === undefined)
      unknowns.push({ reason: `It is not known what ${call.operation} of ${call.service} needs.`, at: call.at });
    else found.push(...needs);
  }
  for (const { message, at } of code?.incomplete ?? [])
    unknowns.push({ reason: message, ...(at === undefined ? {} : { at }) });
  const needed = joined(found);
  const required = new Set(needed.filter(({ confidence }) => confidence !== 'possible').map(({ action }) => action))
    .size;
  const role = estate.resolve(subject.facet.role, 'role');
  if (role?.kind !== 'role') {
    const reason =
      estate.openReason(subject.facet.role)?.reason ?? 'The role of the function does not stand in the templates.';
    unknowns.push({ reason, at: subject.facet.role.origin });
    return { needed, allowed: [], excess: [], missing: [], held: undefined, required, unknowns };
  }
  const policies = policyDocumentsOf(estate, role as NodeOf<'role'> & AnyNode);
  if (policies.unknown !== undefined) unknowns.push({ reason: policies.unknown.reason, at: policies.unknown.origin });
  const allowed = allowedBy(policies);
  const missing = needed.filter((need) => need.confidence === 'proved' && isMissing(policies, need));
  const universe = [...new Set(allowed.flatMap(({ action }) => expandActionPattern(action)))];
  const { allowed: held, conditional } = effectiveActions(policies.exact, universe);
  return {
    needed,
    allowed,
    excess: excessOf(allowed, needed),
    missing,
    held: held.length + conditional.length,
    required,
    unknowns,
  };
}

/** Each action once a condition, with all its resources and the strongest evidence. */
function joined(needs: readonly FunctionNeed[]): readonly FunctionNeed[] {
  const byKey = new Map<string, FunctionNeed>();
  for (const need of needs) {
    const key = JSON.stringify([need.action, need.confidence, need.condition, need.block]);
    const before = byKey.get(key);
    byKey.set(
      key,
      before === undefined
        ? need
        : {
            ...before,
            confidence: weaker(before.confidence, need.confidence),
            resources: [...new Set([...before.resources, ...need.resources])],
          },
    );
  }
  return [...byKey.values()].toSorted((a, b) => (a.action < b.action ? -1 : a.action > b.action ? 1 : 0));
}

/** Surely refused on every resource: this call fails whenever it is made. Other policies may allow it; the role does not. */
function isMissing(policies: IdentityPolicies, need: FunctionNeed): boolean {
  // Lambda makes the group at deployment or by itself; without the right to, an existing group still works.
  if (need.action === 'logs:CreateLogGroup' || policies.unknown !== undefined) return false;
  return need.resources.every((resource) => {
    const asked = { action: need.action, resource, withoutResource: resource === '*', unknownKeys: ['*'] };
    if (answerTo(policies, asked).answer !== 'no') return false;
    return resource !== '*' || answerTo(policies, { ...asked, withoutResource: false }).answer === 'no';
  });
}

function allowedBy(policies: IdentityPolicies): FunctionPermissions['allowed'] {
  return (policies.exact.identity ?? []).flatMap(({ name, document }: NamedPolicy) =>
    parsePolicyDocument(document).document.Statement.flatMap((statement, index) => {
      if (statement.Effect !== 'Allow') return [];
      const resources = statement.NotResource === undefined ? (statement.Resource ?? ['*']) : ['*'];
      return (statement.Action ?? ['*']).map((action) => ({
        action,
        resources,
        policy: name,
        at: policies.statementAt(name, index),
      }));
    }),
  );
}

function excessOf(allowed: FunctionPermissions['allowed'], needed: readonly FunctionNeed[]): readonly Excess[] {
  return allowed.flatMap((grant): readonly Excess[] => {
    const served = needed.filter(
      (need) =>
        containsPattern(grant.action.toLowerCase(), need.action.toLowerCase()) &&
        need.resources.some((one) =>
          grant.resources.some((pattern) => pattern === '*' || one === '*' || intersectsPatterns(pattern, one)),
        ),
    );
    if (served.length === 0) return [{ ...grant, by: 'action' }];
    const wide = grant.resources.filter(
      (pattern) => !served.some((need) => need.resources.some((one) => one === '*' || containsPattern(one, pattern))),
    );
    if (wide.length === 0 && !/[*?]/.test(grant.action)) return [];
    return [{ ...grant, resources: wide.length === 0 ? grant.resources : wide, by: 'breadth' }];
  });
}
