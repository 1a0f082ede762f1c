import { both, either, MAYBE, NO, YES, type Truth } from '../truth.ts';
import { unknownKey } from '../conditions/context.ts';
import type { KmsGrant } from '../policies.ts';
import { principalMatcher } from '../principals/principal-matcher.ts';
import type { AccessRequest } from '../request.ts';
import type { RequestView } from './request-view.ts';
import type { Wanted } from './resource-matcher.ts';

const contextPrefix = 'kms:encryptioncontext:';

/**
 * A grant lets its grantee use the key in its operations without any Allow in a policy.
 * https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
 */
export function grantsUse(
  grants: readonly KmsGrant[],
  request: AccessRequest,
  resource: Wanted,
  view: RequestView,
): Truth {
  const action = request.action.toLowerCase();
  let best: Truth = NO;
  for (const grant of grants) {
    if (grant.key !== resource.text) continue;
    if (!grant.operations.some((operation) => `kms:${operation.toLowerCase()}` === action)) continue;
    const match = principalMatcher({ AWS: [grant.granteePrincipal] })(view.caller);
    best = either(best, both(either(match.direct, match.role), constraintsHold(grant, view)));
  }
  return best;
}

function constraintsHold(grant: KmsGrant, view: RequestView): Truth {
  const wanted = grant.encryptionContextEquals ?? grant.encryptionContextSubset;
  if (wanted === undefined) return YES;
  let truth: Truth = YES;
  for (const [key, value] of Object.entries(wanted)) {
    const actual = view.value(contextPrefix + key.toLowerCase());
    truth = both(truth, actual === unknownKey ? MAYBE : actual === value ? YES : NO);
  }
  if (grant.encryptionContextEquals === undefined || truth === NO) return truth;
  return view.count(contextPrefix) > Object.keys(wanted).length ? NO : truth;
}
