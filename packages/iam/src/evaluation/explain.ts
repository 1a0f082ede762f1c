import type { PolicyType } from '../policies.ts';
import type { AccessRequest } from '../request.ts';
import { whyNotApplicable } from './applicability.ts';
import type { CompiledPolicies, PolicyGroup, PolicyReadingProblem } from './compile-policies.ts';
import type { Decision } from './decide.ts';
import { explainStatement, type StatementExplanation } from './explain-statement.ts';
import { reasonsFor } from './reasons.ts';
import type { RequestView } from './request-view.ts';
import { wanted } from './resource-matcher.ts';
import { weigh } from './weigh.ts';

export type Answered = 'yes' | 'no' | 'unknown';

/** What the policies of one type (of an organization: of one level) said. */
export interface PolicyTypeExplanation {
  readonly type: PolicyType;
  readonly level?: string;
  /** Why they have no say in this request. */
  readonly notApplicable?: string;
  readonly allows: Answered;
  readonly denies: Answered;
  readonly statements: readonly StatementExplanation[];
}

export interface Explanation {
  readonly decision: Decision;
  readonly reasons: readonly string[];
  /** The statements without which the decision would be another, first policy first. */
  readonly decidedBy: readonly StatementExplanation[];
  readonly policies: readonly PolicyTypeExplanation[];
  /** What was wrong with the documents. */
  readonly problems: readonly PolicyReadingProblem[];
}

/** Asks every statement again, and this time to the end. */
export function explain(
  decision: Decision,
  request: AccessRequest,
  policies: CompiledPolicies,
  view: RequestView,
): Explanation {
  const { problems } = policies;
  const explained = policies.groups.map((group) => explainGroup(group, request, policies, view));
  if (policies.plan(request.action).needsNoPermission && decision === 'Allowed') {
    const reasons = ['sts:GetCallerIdentity needs no permission, and no policy can deny it.'];
    return { decision, reasons, decidedBy: [], policies: explained, problems };
  }
  const resource = wanted(typeof request.resource === 'string' ? request.resource : request.resource.arn);
  const weights = weigh(policies, request, resource, view, true);
  const decidedBy = deciding(decision, explained);
  const unreadable = policies.groups.filter((group) => group.unreadable);
  const reasons = reasonsFor({ decision, weights, explained, view, unreadable, unknown: [...policies.unknown] });
  return { decision, reasons, decidedBy, policies: explained, problems };
}

function explainGroup(
  group: PolicyGroup,
  request: AccessRequest,
  policies: CompiledPolicies,
  view: RequestView,
): PolicyTypeExplanation {
  const statements = group.statements.map((statement) => explainStatement(statement, request, view));
  const notApplicable = whyNotApplicable(
    group.type,
    view,
    policies.plan(request.action).isResourceControlled,
    policies.managementAccount,
  );
  return {
    type: group.type,
    ...(group.level === undefined ? {} : { level: group.level }),
    ...(notApplicable === undefined ? {} : { notApplicable }),
    allows: strongest(statements, 'Allow'),
    denies: strongest(statements, 'Deny'),
    statements,
  };
}

function strongest(statements: readonly StatementExplanation[], effect: 'Allow' | 'Deny'): Answered {
  const matches = statements.filter((one) => one.effect === effect).map((one) => one.matches);
  return matches.includes('yes') ? 'yes' : matches.includes('unknown') ? 'unknown' : 'no';
}

function deciding(decision: Decision, explained: readonly PolicyTypeExplanation[]): readonly StatementExplanation[] {
  const having = explained.filter((group) => group.notApplicable === undefined).flatMap((group) => group.statements);
  switch (decision) {
    case 'ExplicitlyDenied':
      return having.filter((one) => one.effect === 'Deny' && one.matches === 'yes');
    case 'Allowed':
      return having.filter((one) => one.effect === 'Allow' && one.matches === 'yes');
    case 'Unknown':
      return having.filter((one) => one.matches === 'unknown');
    case 'ImplicitlyDenied':
      return [];
  }
}
