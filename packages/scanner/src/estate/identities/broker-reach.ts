import type { NodeId, SourceRange } from '@leastwise/model';
import type { Estate } from '../estate.ts';
import { namesAction } from '../policies/action-pattern.ts';
import type { Statement } from '../policies/policy-document.ts';
import { resourceBreadth } from '../policies/resource-breadth.ts';
import { policiesOf } from './attached-policies.ts';

/** What an identity may do with every topic of the account's message broker. */
export interface BrokerReach {
  readonly verb: 'reads' | 'writes';
  readonly at: SourceRange;
}

/**
 * AWS IoT Core has one broker an account, whose topics are no resources of a template, so that `reachOf` finds nothing to lead
 * to. Reading takes Subscribe and Receive. Statements with conditions do not count: they narrow a device to its own topics.
 * https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html
 */
export function brokerReach(estate: Estate, identityId: NodeId): BrokerReach | undefined {
  const statements = policiesOf(estate, identityId)
    .flatMap(({ document }) => document.statements)
    .filter(onEveryTopic);
  const allowing = (action: string): Statement | undefined =>
    statements.find((statement) => namesAction(statement, action) === 'yes');
  const publish = allowing('iot:Publish');
  if (publish !== undefined) return { verb: 'writes', at: publish.origin };
  const receive = allowing('iot:Subscribe') === undefined ? undefined : allowing('iot:Receive');
  return receive === undefined ? undefined : { verb: 'reads', at: receive.origin };
}

function onEveryTopic({ effect, conditions, conditionsOpen, resources }: Statement): boolean {
  if (effect !== 'Allow' || conditions.length > 0 || conditionsOpen !== undefined) return false;
  if (!resources.present || resources.not) return false;
  return resources.values.some((value) => {
    const breadth = resourceBreadth(value);
    return breadth === 'everything' || breadth === 'every-of-service';
  });
}
