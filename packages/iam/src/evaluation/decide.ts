import { both, either, NO, YES, type Truth } from '../truth.ts';
import type { Weights } from './weigh.ts';

/** `Unknown`: it hangs on what the request or the policies do not say; `explain` names it. */
export type Decision = 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied' | 'Unknown';

/**
 * The order of AWS: a Deny anywhere; what is not allowed by every ceiling; then who grants it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decide(weights: Weights): Decision {
  if (weights.deny === YES) return 'ExplicitlyDenied';
  const ceiling = both(both(weights.serviceControl, weights.resourceControl), weights.vpcEndpoint);
  const allowed = both(granted(weights), ceiling);
  if (allowed === NO) return 'ImplicitlyDenied';
  return allowed === YES && weights.deny === NO ? 'Allowed' : 'Unknown';
}

function granted(weights: Weights): Truth {
  const { identity, boundary, session, direct, role, account, grant } = weights;
  const byResource = either(direct, grant);
  if (!weights.hasIdentity) return byResource;
  const limits = both(boundary, session);
  const byIdentity = both(identity, limits);
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
  if (weights.isCrossAccount) return either(grant, both(either(direct, either(role, account)), byIdentity));
  const sameAccount = either(byResource, both(role, limits));
  return either(sameAccount, weights.needsResourcePolicy ? both(account, byIdentity) : byIdentity);
}
