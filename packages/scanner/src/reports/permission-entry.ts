import type { Location, ReportNeed, ReportPermissions, SourceRange } from '@leastwise/model';
import type { FunctionNeed } from '../analyses/permissions/need.ts';
import { writtenArns } from '../analyses/permissions/written-arn.ts';
import type { NodeOf } from '../estate/estate.ts';
import type { World } from '../scan.ts';
import type { Locator } from './locator.ts';

/** What a function needs and holds, in the world that is shown first. */
export function permissionEntry(
  { estate, facts }: World,
  node: NodeOf<'function'>,
  locate: Locator,
): ReportPermissions {
  const found = facts.permissions.of(node.id);
  if (found === undefined) return { needed: [], excess: [], missing: [], held: null, required: 0, unknown: [] };
  const written = writtenArns(estate);
  const placed = (at: SourceRange | undefined): Location | null => (at === undefined ? null : locate(at));
  const need = ({ action, resources, confidence, condition, evidence }: FunctionNeed): ReportNeed => ({
    action,
    resources: resources.map(written),
    confidence,
    condition: condition ?? null,
    evidence: evidence.map(({ at, message }) => ({ location: locate(at), message })),
  });
  return {
    needed: found.needed.map(need),
    excess: found.excess.map((excess) => ({
      action: excess.except === undefined ? excess.action : `everything but ${excess.except.join(', ')}`,
      resources: excess.resources.map(written),
      by: excess.by,
      policy: excess.policy,
      location: placed(excess.at),
      neededBy: facts.permissions.sharersWho(node.id, excess),
    })),
    missing: found.missing.map(need),
    held: found.held ?? null,
    required: found.required,
    unknown: found.unknowns.map(({ reason, at }) => ({ reason, location: placed(at) })),
  };
}
