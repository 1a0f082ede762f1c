import type { AuthRequirement } from '../auth-requirement.ts';
import type { NodeOf } from '../estate.ts';

type Behaviour = NodeOf<'distribution'>['facet']['behaviours']['items'][number];

/** A behaviour with trusted key groups serves only addresses or cookies that the owner signed. */
export function signedAddresses(
  behaviour: Pick<Behaviour, 'trustedKeyGroups' | 'trustedSigners'>,
): readonly AuthRequirement[] {
  const groups = behaviour.trustedKeyGroups.items.length > 0 ? behaviour.trustedKeyGroups : behaviour.trustedSigners;
  return groups.items.length === 0 ? [] : [{ kind: 'signature', at: groups.origin }];
}
