import type { FunctionFacts } from '@leastwise/code';
import type { SourceRange } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { excessOf, heldBy, type Excess, type Grant, type Held } from './grants.ts';
import { needJudge, type JudgedResource } from './judge-need.ts';
import { weaker, type FunctionNeed } from './need.ts';
import { needsOfCall } from './needs-of-call.ts';
import { platformNeeds } from './platform-needs.ts';
import { policyDocumentsOf, type IdentityPolicies } from './policy-documents.ts';

export type { Excess } from './grants.ts';

export interface FunctionPermissions {
  readonly needed: readonly FunctionNeed[];
  readonly allowed: readonly Grant[];
  readonly excess: readonly Excess[];
  /** Surely refused, by the role and by the policies of the resources; each with the resources that are refused. */
  readonly missing: readonly FunctionNeed[];
  /** How each resource of each need is answered, in the order of `needed`; empty when the role is not known. */
  readonly judged: readonly { readonly need: FunctionNeed; readonly resources: readonly JudgedResource[] }[];
  /** Single actions that the role allows somewhere; undefined when the role is not known. */
  readonly held: number | undefined;
  readonly required: number;
  /** Why the answer may not be whole. Any of them forbids to take permissions away by itself. */
  readonly unknowns: readonly PermissionUnknown[];
}

export interface PermissionUnknown {
  /** What is not known: what the code needs, or what the role allows. */
  readonly of: 'needed' | 'allowed';
  readonly reason: string;
  readonly at?: SourceRange;
}

export function permissionsOf(
  estate: Estate,
  subject: NodeOf<'function'>,
  code: FunctionFacts | undefined,
): FunctionPermissions {
  const { needed, unknowns } = neededBy(estate, subject, code);
  const required = new Set(needed.filter(({ confidence }) => confidence !== 'possible').map(({ action }) => action))
    .size;
  const role = estate.resolve(subject.facet.role, 'role');
  if (role?.kind !== 'role') {
    const reason =
      estate.openReason(subject.facet.role)?.reason ?? 'The role of the function does not stand in the templates.';
    const open: PermissionUnknown = { of: 'allowed', reason, at: subject.facet.role.origin };
    return {
      needed,
      allowed: [],
      excess: [],
      missing: [],
      judged: [],
      held: undefined,
      required,
      unknowns: [...unknowns, open],
    };
  }
  const policies = policyDocumentsOf(estate, role);
  const open = policies.unknown;
  const judge = needJudge(estate, role, policies);
  const judged = needed.map((need) => ({
    need,
    resources: need.resources.map((resource) => judge.judge(need, resource)),
  }));
  const held = heldOnce(policies);
  return {
    needed,
    allowed: held.grants,
    excess: excessOf(held, needed),
    missing: open === undefined ? judged.flatMap(refused) : [],
    judged,
    held: held.actions.length,
    required,
    unknowns: [
      ...unknowns,
      ...(open === undefined ? [] : [{ of: 'allowed', reason: open.reason, at: open.origin } as const]),
    ],
  };
}

/** What the platform and the code need, each action once a condition; and what of it is not known. */
export function neededBy(
  estate: Estate,
  subject: NodeOf<'function'>,
  code: FunctionFacts | undefined,
): { readonly needed: readonly FunctionNeed[]; readonly unknowns: readonly PermissionUnknown[] } {
  const unknowns: PermissionUnknown[] = [];
  const found: FunctionNeed[] = [...platformNeeds(estate, subject)];
  const lack = (reason: string, at: SourceRange | undefined): void => {
    unknowns.push({ of: 'needed', reason, ...(at === undefined ? {} : { at }) });
  };
  if (code === undefined) lack('The code of the function was not read.', subject.keyRange);
  for (const call of code?.sdkCalls ?? []) {
    const needs = needsOfCall(estate, subject, call);
    if (needs === undefined) lack(`It is not known what ${call.operation} of ${call.service} needs.`, call.at);
    else found.push(...needs);
  }
  for (const { message, at } of code?.incomplete ?? []) lack(message, at);
  return { needed: joined(found), unknowns };
}

const held = new WeakMap<IdentityPolicies, Held>();

function heldOnce(policies: IdentityPolicies): Held {
  let found = held.get(policies);
  if (found === undefined) held.set(policies, (found = heldBy(policies)));
  return found;
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
            evidence: [...before.evidence, ...need.evidence].slice(0, mostEvidence),
          },
    );
  }
  return [...byKey.values()].toSorted((a, b) => (a.action < b.action ? -1 : a.action > b.action ? 1 : 0));
}

/** Enough to be believed; a loop over a hundred calls proves no more. */
const mostEvidence = 12;

/** Lambda makes the group at deployment or by itself; without the right to, an existing group still works. */
const neverMissing: ReadonlySet<string> = new Set(['logs:CreateLogGroup', 'sts:GetCallerIdentity']);

/** Surely refused: the call fails whenever it is made. */
function refused({ need, resources }: FunctionPermissions['judged'][number]): readonly FunctionNeed[] {
  if (need.confidence !== 'proved' || neverMissing.has(need.action)) return [];
  const lacking = resources.filter(({ answer }) => answer === 'no').map(({ resource }) => resource);
  return lacking.length === 0 ? [] : [{ ...need, resources: lacking }];
}
