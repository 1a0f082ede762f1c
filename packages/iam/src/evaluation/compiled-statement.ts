import { MAYBE, NO, not, YES, type Truth } from '../truth.ts';
import { compileConditions, type Condition } from '../conditions/condition.ts';
import type { ContextView } from '../conditions/context.ts';
import type { PolicyVersion, Statement } from '../documents/policy-document.ts';
import type { PolicyType } from '../policies.ts';
import { notPrincipalMatcher, principalMatcher, type PrincipalMatcher } from '../principals/principal-matcher.ts';
import { actionMatcher, type ActionMatcher } from './action-matcher.ts';
import { resourceMatcher, type ResourceMatcher, type Wanted } from './resource-matcher.ts';

/** A statement, ready to be asked. */
export interface CompiledStatement {
  readonly policy: string;
  /** Position in the document as given. */
  readonly index: number;
  readonly statement: Statement;
  readonly action: ActionMatcher;
  readonly resource: ResourceMatcher;
  readonly conditions: readonly Condition[];
  /** Undefined: the statement speaks of whoever its policy is attached to. */
  readonly principal: PrincipalMatcher | undefined;
}

export interface StatementPlace {
  readonly policy: string;
  readonly index: number;
  readonly version: PolicyVersion;
  readonly type: PolicyType;
  /** The caller has a permissions boundary, which decides what NotPrincipal means. */
  readonly hasBoundary: boolean;
}

export function compileStatement(statement: Statement, place: StatementPlace): CompiledStatement {
  return {
    policy: place.policy,
    index: place.index,
    statement,
    action: actionMatcher(statement),
    resource: resourceOf(statement, place),
    conditions: compileConditions(statement.Condition, place.version),
    principal: principalOf(statement, place),
  };
}

/** Policies of a resource may leave the resource out: it is the one they are attached to. Others AWS refuses. */
function resourceOf(statement: Statement, place: StatementPlace): ResourceMatcher {
  if (statement.Resource !== undefined) return resourceMatcher(statement.Resource, place.version);
  if (statement.NotResource !== undefined) {
    const { match, patterns } = resourceMatcher(statement.NotResource, place.version);
    return { match: (resource, context) => not(match(resource, context)), patterns };
  }
  const matches = place.type === 'resource' || place.type === 'vpcEndpoint' ? YES : MAYBE;
  return { match: () => matches, patterns: () => [] };
}

function principalOf(statement: Statement, place: StatementPlace): PrincipalMatcher | undefined {
  if (!['resource', 'resourceControl', 'vpcEndpoint'].includes(place.type)) return undefined;
  if (statement.Principal !== undefined) return principalMatcher(statement.Principal);
  if (statement.NotPrincipal !== undefined) {
    return notPrincipalMatcher(statement.NotPrincipal, statement.Effect, place.hasBoundary);
  }
  // AWS refuses a policy of a resource that names nobody.
  return place.type === 'resource' ? () => ({ direct: MAYBE, role: NO, account: NO }) : undefined;
}

/** Resource and conditions together; the action is answered by the index, the principal by its own rules. */
export function appliesTo(statement: CompiledStatement, resource: Wanted, context: ContextView): Truth {
  let truth = statement.resource.match(resource, context);
  if (truth === NO) return NO;
  for (const condition of statement.conditions) {
    const holds = condition.holds(context);
    if (holds === NO) return NO;
    if (holds < truth) truth = holds;
  }
  return truth;
}
