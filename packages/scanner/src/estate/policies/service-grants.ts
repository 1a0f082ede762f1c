import type { SourceRange, Unknown } from '@leastwise/model';
import type { PolicyDocument, Statement } from './policy-document.ts';
import { callerRestriction } from './restricting-condition.ts';
import { spellPattern } from './spell-pattern.ts';

/** A statement that admits a service which acts for any customer, without saying for which of its resources. */
export interface ServiceGrant {
  readonly statement: Statement;
  readonly service: string;
  readonly at: SourceRange;
  /** Set when it hangs on something that the text does not give. */
  readonly unknown?: Unknown;
}

/**
 * Services that any account can point at a foreign resource: a bucket's notifications at our queue, a topic's subscription,
 * a rule's target. Services that call with a role of the customer (Lambda, Scheduler, Pipes) are not among them. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention
 */
const forAnyCustomer: ReadonlySet<string> = new Set([
  's3',
  'sns',
  'events',
  'ses',
  'cloudwatch',
  'budgets',
  'codestar-notifications',
  'config',
  'cloudtrail',
  'iot',
  'backup',
  'costalerts',
  'delivery.logs',
]);

export function servicesWithoutSource(document: PolicyDocument): readonly ServiceGrant[] {
  return document.statements.flatMap((statement) => {
    if (
      statement.effect === 'Deny' ||
      (statement.effect === undefined && statement.effectOpen === undefined) ||
      statement.principals.not
    )
      return [];
    const restriction = callerRestriction(statement);
    if (restriction === 'restricts') return [];
    const unknown = statement.effectOpen ?? (restriction === 'none' ? undefined : restriction.unknown);
    return statement.principals.principals.flatMap((principal) => {
      if (principal.type === 'Service' && principal.value.kind === 'unknown') {
        return [{ statement, service: 'a service', at: principal.value.origin, unknown: principal.value }];
      }
      const service =
        principal.type === 'Service'
          ? /^(.+?)\.amazonaws\.com(\.cn)?$/.exec(spellPattern(principal.value) ?? '')?.[1]
          : undefined;
      return service !== undefined && forAnyCustomer.has(service)
        ? [
            {
              statement,
              service: `${service}.amazonaws.com`,
              at: principal.value.origin,
              ...(unknown === undefined ? {} : { unknown }),
            },
          ]
        : [];
    });
  });
}
