import { NO, YES, type Truth } from '../truth.ts';
import type { Weights } from './weigh.ts';

/** `Unknown`: it hangs on what the request or the policies do not say; `explain` names it. */
export type Decision = 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied' | 'Unknown';

/**
 * The order of AWS: a Deny anywhere; what is not allowed by every ceiling; then who grants it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decide(weights: Weights): Decision {
  if (weights.deny === YES) return 'ExplicitlyDenied';
  const allowed = Math.min(granted(weights), weights.serviceControl, weights.resourceControl, weights.vpcEndpoint);
  if (allowed === NO) return 'ImplicitlyDenied';
  return allowed === YES && weights.deny === NO ? 'Allowed' : 'Unknown';
}

function granted(weights: Weights): Truth {
  const { identity, boundary, session, direct, role, account, grant } = weights;
  if (!weights.hasIdentity) return max(direct, grant);
  const ofIdentity = min(identity, boundary, session);
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
  if (weights.isCrossAccount) return max(grant, min(max(direct, role, account), ofIdentity));
  const ofResource = max(direct, grant, min(role, boundary, session));
  return max(ofResource, weights.needsResourcePolicy ? min(account, ofIdentity) : ofIdentity);
}

function min(...truths: readonly Truth[]): Truth {
  return Math.min(...truths) as Truth;
}

function max(...truths: readonly Truth[]): Truth {
  return Math.max(...truths) as Truth;
}
