import type { Estate } from '../../estate/estate.ts';
import { publicGrants } from '../../estate/policies/public-grants.ts';
import { policiesOfStrangers } from '../../estate/policies/resource-policy.ts';
import { isDefaultBus } from './foreign-source.ts';
import { callers } from './named-callers.ts';
import type { Opening } from './spread.ts';

/**
 * The default bus of an account is no resource of a template, but a policy for it is: it opens every rule on that bus.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html
 */
export function defaultBusOpenings(estate: Estate): readonly Opening[] {
  const rules = estate.of('rule').filter(({ facet }) => isDefaultBus(facet.bus) && facet.pattern.kind !== 'absent');
  const found: Opening[] = [];
  for (const policy of estate.of('event-bus-policy')) {
    if (!isDefaultBus(policy.facet.bus)) continue;
    for (const { document, at } of policiesOfStrangers(estate, policy.id)) {
      const open = publicGrants(document)[0];
      const named = document.statements
        .map((statement) =>
          statement.effect === 'Allow' ? callers(estate, statement, 'the default event bus') : undefined,
        )
        .find((verdict) => verdict !== undefined);
      for (const rule of rules) {
        if (open !== undefined) {
          found.push({
            node: rule.id,
            exposure: open.unknown === undefined ? 'public' : 'unknown',
            step: {
              node: policy.id,
              at: open.at,
              message: `${open.who} may put events on the default event bus (policy)`,
            },
            ...(open.unknown === undefined ? {} : { reason: open.unknown.reason, settleWith: open.unknown.settleWith }),
          });
        } else if (named !== undefined)
          found.push({
            node: rule.id,
            exposure: named.exposure,
            step: { node: policy.id, at, message: named.message },
          });
      }
    }
  }
  return found;
}
