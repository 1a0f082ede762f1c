import { NO, type Truth } from '../truth.ts';
import { parsePolicyDocument } from '../documents/parse-policy-document.ts';
import type { PolicyProblem } from '../documents/policy-document.ts';
import type { KmsGrant, NamedPolicy, Policies, PolicyType } from '../policies.ts';
import { guardedResource, isResourceControlled, needsNoPermission } from './applicability.ts';
import { wantedAction } from './action-matcher.ts';
import { compileStatement, type CompiledStatement } from './compiled-statement.ts';

/** Policies of one type, of an organization those of one level: what is allowed by any of them is allowed. */
export interface PolicyGroup {
  readonly type: PolicyType;
  /** Of SCPs and RCPs the level's name. */
  readonly level?: string;
  readonly statements: readonly CompiledStatement[];
  /** Some of its policies could not be read: nothing that they could change is known. */
  readonly unreadable: boolean;
}

/** A statement whose action matches, surely or perhaps. */
export interface Candidate {
  readonly statement: CompiledStatement;
  readonly action: Truth;
}

/** What remains to be asked of a group when the action is known. */
export interface Candidates {
  readonly group: PolicyGroup;
  readonly deny: readonly Candidate[];
  readonly allow: readonly Candidate[];
}

/** What is known of a request when its action is. */
export interface ActionPlan {
  readonly candidates: readonly Candidates[];
  readonly isResourceControlled: boolean;
  readonly guardedResource: string | undefined;
  readonly needsNoPermission: boolean;
}

export interface PolicyReadingProblem extends PolicyProblem {
  readonly policy: string;
  readonly type: PolicyType;
}

/** Policies that were read once and may be asked many times. Made by `compilePolicies`. */
export interface CompiledPolicies {
  readonly groups: readonly PolicyGroup[];
  readonly problems: readonly PolicyReadingProblem[];
  readonly grants: readonly KmsGrant[];
  readonly managementAccount: string | undefined;
  readonly unknown: ReadonlySet<PolicyType>;
  /** What an action leaves over, worked out when it is first asked for. */
  plan(action: string): ActionPlan;
}

/** More actions than AWS has; a caller that invents names does not fill the memory. */
const REMEMBERED_ACTIONS = 65_536;

/** Reads and indexes policies. The result keeps no answer, only which statements speak of which action. */
export function compilePolicies(policies: Policies): CompiledPolicies {
  const problems: PolicyReadingProblem[] = [];
  const hasBoundary = policies.boundary !== undefined;
  const group = (type: PolicyType, list: readonly NamedPolicy[], level?: string): PolicyGroup => {
    return readGroup({ type, list, level, hasBoundary }, problems);
  };
  const groups = [
    ...(policies.serviceControl ?? []).map((level) => group('serviceControl', level.policies, level.name)),
    ...(policies.resourceControl ?? []).map((level) => group('resourceControl', level.policies, level.name)),
    ...(['boundary', 'session', 'vpcEndpoint', 'resource', 'identity'] as const).flatMap((type) => {
      const list = policies[type];
      return list === undefined ? [] : [group(type, list)];
    }),
  ];
  const known = new Map<string, ActionPlan>();
  return {
    groups,
    problems,
    grants: policies.grants ?? [],
    managementAccount: policies.managementAccount,
    unknown: new Set(policies.unknown),
    plan: (action) => {
      let found = known.get(action);
      if (found === undefined) {
        found = planOf(groups, action);
        if (known.size < REMEMBERED_ACTIONS) known.set(action, found);
      }
      return found;
    },
  };
}

export function isCompiled(policies: Policies | CompiledPolicies): policies is CompiledPolicies {
  return 'plan' in policies;
}

interface GroupSource {
  readonly type: PolicyType;
  readonly list: readonly NamedPolicy[];
  readonly level: string | undefined;
  readonly hasBoundary: boolean;
}

function readGroup({ type, list, level, hasBoundary }: GroupSource, problems: PolicyReadingProblem[]): PolicyGroup {
  const statements: CompiledStatement[] = [];
  let unreadable = false;
  for (const { name, document } of list) {
    const read = parsePolicyDocument(document);
    problems.push(...read.problems.map((problem) => ({ ...problem, policy: name, type })));
    unreadable ||= read.unreadable.length > 0;
    const leftOut = new Set(read.unreadable);
    let index = -1;
    for (const statement of read.document.Statement) {
      do index++;
      while (leftOut.has(index));
      const place = { policy: name, index, version: read.document.Version, type, hasBoundary };
      statements.push(compileStatement(statement, place));
    }
  }
  return { type, ...(level === undefined ? {} : { level }), statements, unreadable };
}

function planOf(groups: readonly PolicyGroup[], action: string): ActionPlan {
  const wanted = wantedAction(action);
  const candidates = groups.map((group) => {
    const speaking = group.statements
      .map((statement) => ({ statement, action: statement.action.match(wanted) }))
      .filter((candidate) => candidate.action !== NO);
    return {
      group,
      deny: speaking.filter(({ statement }) => statement.statement.Effect === 'Deny'),
      allow: speaking.filter(({ statement }) => statement.statement.Effect === 'Allow'),
    };
  });
  return {
    candidates,
    isResourceControlled: isResourceControlled(action),
    guardedResource: guardedResource(action),
    needsNoPermission: needsNoPermission(action),
  };
}
