import { NO, YES, type Truth } from '../truth.ts';
import type { PolicyType } from '../policies.ts';
import type { PolicyGroup } from './compile-policies.ts';
import type { Decision } from './decide.ts';
import type { PolicyTypeExplanation } from './explain.ts';
import type { StatementExplanation } from './explain-statement.ts';
import type { RequestView } from './request-view.ts';
import type { Weights } from './weigh.ts';

const typeNames: Readonly<Record<PolicyType, string>> = {
  identity: 'identity policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  serviceControl: 'service control policy',
  resourceControl: 'resource control policy',
  resource: 'resource policy',
  vpcEndpoint: 'VPC endpoint policy',
};

const ceilings = ['serviceControl', 'resourceControl', 'vpcEndpoint'] as const;

export interface Reasoning {
  readonly decision: Decision;
  readonly weights: Weights;
  readonly explained: readonly PolicyTypeExplanation[];
  readonly view: RequestView;
  readonly unreadable: readonly PolicyGroup[];
  readonly unknown: readonly PolicyType[];
}

/** Why the decision fell so, in plain sentences. */
export function reasonsFor(reasoning: Reasoning): readonly string[] {
  switch (reasoning.decision) {
    case 'ExplicitlyDenied':
      return denials(reasoning);
    case 'Allowed':
      return allowances(reasoning);
    case 'ImplicitlyDenied':
      return missing(reasoning.weights, NO);
    case 'Unknown':
      return open(reasoning);
  }
}

function denials({ explained }: Reasoning): readonly string[] {
  return matching(explained, 'Deny', 'yes').map(
    ({ group, statement }) => `${place(group, statement)} denies the request.`,
  );
}

function allowances({ explained, weights }: Reasoning): readonly string[] {
  const allows = matching(explained, 'Allow', 'yes').map(
    ({ group, statement }) => `${place(group, statement)} allows the request.`,
  );
  const grant = weights.grant === YES ? ['A grant on the key allows the request.'] : [];
  return allows.length + grant.length > 0 ? [...allows, ...grant] : ['The root user has full access to its account.'];
}

/** What would have had to allow and did not, or did so only perhaps. */
function missing(weights: Weights, level: Truth): readonly string[] {
  const reasons: string[] = ceilings
    .filter((type) => weights[type] === level)
    .map((type) => `No ${typeNames[type]} ${ofLevel(type)}allows the request.`);
  const fromResource = Math.max(weights.direct, weights.role, weights.account);
  if (!weights.hasIdentity) {
    if (weights.direct === level) reasons.push('No resource policy allows the caller, who has no identity policies.');
    return reasons;
  }
  if (weights.isCrossAccount && fromResource <= level) {
    reasons.push('The resource belongs to another account, and no resource policy there allows the request.');
  }
  if (!weights.isCrossAccount && weights.needsResourcePolicy && fromResource <= level) {
    reasons.push('The policy of the key or role must allow the request itself, and it does not.');
  }
  for (const type of ['identity', 'boundary', 'session'] as const) {
    if (weights[type] === level) reasons.push(`No ${typeNames[type]} allows the request.`);
  }
  return reasons;
}

function ofLevel(type: PolicyType): string {
  return type === 'vpcEndpoint' ? '' : 'of at least one level ';
}

function open({ explained, weights, unreadable, unknown }: Reasoning): readonly string[] {
  const statements = explained
    .filter((group) => group.notApplicable === undefined)
    .flatMap((group) =>
      group.statements
        .filter((statement) => statement.matches === 'unknown')
        .map((statement) => `${place(group, statement)} may apply: ${statement.mismatch?.unknown ?? ''}.`),
    );
  return [
    ...statements,
    ...unreadable.map((group) => `A ${typeNames[group.type]} has statements that could not be read.`),
    ...unknown.map((type) => `It is not known which ${typeNames[type].replace(/y$/, 'ies')} there are.`),
    ...(statements.length === 0 && weights.grant !== NO ? ['A grant on the key may allow the request.'] : []),
  ];
}

function matching(
  explained: readonly PolicyTypeExplanation[],
  effect: 'Allow' | 'Deny',
  matches: 'yes' | 'unknown',
): readonly { readonly group: PolicyTypeExplanation; readonly statement: StatementExplanation }[] {
  return explained
    .filter((group) => group.notApplicable === undefined)
    .flatMap((group) =>
      group.statements
        .filter((statement) => statement.effect === effect && statement.matches === matches)
        .map((statement) => ({ group, statement })),
    );
}

function place(group: PolicyTypeExplanation, { policy, sid, index }: StatementExplanation): string {
  const level = group.level === undefined ? '' : ` of ${group.level}`;
  return `Statement ${sid ?? index} of the ${typeNames[group.type]} ${policy}${level}`;
}
