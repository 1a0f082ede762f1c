import { allows, type AccessAnswer, type AccessNeed } from '@leastwise/iam';
import type { IdentityPolicies } from './policy-documents.ts';
import { withOpenParts } from './spell-arn.ts';

/** Whether the policies allow a need in the spelling of `spell-arn.ts`: `yes` and `no` are certain, the rest hangs on deployment. */
export function answerTo(
  policies: Pick<IdentityPolicies, 'compiled'>,
  need: AccessNeed & { readonly resource: string },
): AccessAnswer {
  const surely = allows(policies.compiled.exact, need);
  if (surely.answer === 'yes') return surely;
  const open = allows(policies.compiled.open, { ...need, resource: withOpenParts(need.resource) });
  // Allowed on a part of what is certain stays so; a part that may be anything makes the rest uncertain.
  return open.answer === 'no' || surely.answer !== 'partly' ? open : surely;
}
