import type { AnyNode, Estate } from '../../estate/estate.ts';
import { namesAction } from '../../estate/policies/action-pattern.ts';
import { dataActions } from '../../estate/policies/data-actions.ts';
import type { Principal, Statement } from '../../estate/policies/policy-document.ts';
import { resourcePolicy } from '../../estate/policies/resource-policy.ts';
import { callerRestriction } from '../../estate/policies/restricting-condition.ts';
import { serviceOf } from '../../estate/triggers/service-principals.ts';
import { admitsAnyone } from '../../estate/policies/public-grants.ts';
import { describe } from '@leastwise/model';
import type { Opening } from './spread.ts';
import { whoseAccount } from './whose-account.ts';

/**
 * Who may write to a resource by name: other accounts, services that anyone's account can send through, and callers that
 * a condition narrows. Statements that admit everyone without a condition are the question of `publicAccess`.
 */
export function namedCallers(estate: Estate, node: AnyNode): readonly Opening[] {
  const writes = dataActions[node.kind]?.writes ?? [];
  const found: Opening[] = [];
  for (const { document } of resourcePolicy(estate, node.id)) {
    for (const statement of document.statements) {
      if (statement.effect !== 'Allow' || statement.principals.not) continue;
      if (!writes.some((action) => namesAction(statement, action) === 'yes')) continue;
      const verdict = callers(estate, statement, node.name);
      if (verdict !== undefined)
        found.push({
          node: node.id,
          exposure: verdict.exposure,
          step: { node: node.id, at: statement.principals.origin, message: verdict.message },
        });
    }
  }
  return found;
}

export interface CallerVerdict {
  readonly exposure: 'public-sign-up' | 'authenticated';
  readonly message: string;
}

/** The widest that the principals of a statement let in by name; undefined for the own account alone. */
export function callers(estate: Estate, statement: Statement, name: string): CallerVerdict | undefined {
  const everyone = admitsAnyone(statement.principals) === 'anyone';
  if (everyone) return narrowed(estate, statement, name);
  const verdicts = statement.principals.principals
    .map((principal) => callerOf(estate, principal, statement, name))
    .filter((verdict) => verdict !== undefined);
  return verdicts.find(({ exposure }) => exposure === 'public-sign-up') ?? verdicts[0];
}

function callerOf(estate: Estate, principal: Principal, statement: Statement, name: string): CallerVerdict | undefined {
  if (principal.type === 'Service') {
    const service = serviceOf(describe(principal.value)) ?? '';
    if (!forEveryAccount.has(service)) return undefined;
    if (statement.conditions.length === 0 && statement.conditionsOpen === undefined) {
      return {
        exposure: 'public-sign-up',
        message: `anyone with an AWS account can have ${describe(principal.value)} write to ${name} (no aws:SourceArn or aws:SourceAccount)`,
      };
    }
    return narrowed(estate, statement, name);
  }
  if (principal.type !== 'AWS' || whoseAccount(principal.value, estate) !== 'foreign') return undefined;
  return { exposure: 'authenticated', message: `account ${describe(principal.value)} may write to ${name} (policy)` };
}

/**
 * Services that write for a resource of any account, unless a condition says for which.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
const forEveryAccount: ReadonlySet<string> = new Set(['sns', 's3', 'events', 'ses']);

/** Everyone under a condition: an organization, an address range, a source of the own account or of another. */
function narrowed(estate: Estate, statement: Statement, name: string): CallerVerdict | undefined {
  if (callerRestriction(statement) !== 'restricts') return undefined;
  const keys = statement.conditions.map(({ key }) => key);
  const outside = statement.conditions.filter(
    (condition) =>
      outsideKeys.has(condition.key.toLowerCase()) ||
      condition.values.some((value) => whoseAccount(value, estate) === 'foreign'),
  );
  const own = statement.conditions.some(
    (condition) =>
      accountKeys.has(condition.key.toLowerCase()) &&
      condition.values.length > 0 &&
      condition.values.every((value) => whoseAccount(value, estate) === 'own'),
  );
  if (own || outside.length === 0) return undefined;
  return {
    exposure: 'authenticated',
    message: `callers that meet ${keys.join(' and ')} may write to ${name} (policy)`,
  };
}

/** Keys that admit people or machines beyond the own account whatever they are compared with. */
const outsideKeys: ReadonlySet<string> = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceip',
]);
const accountKeys: ReadonlySet<string> = new Set([
  'aws:sourceaccount',
  'aws:sourceowner',
  'aws:principalaccount',
  'aws:sourcearn',
  'aws:principalarn',
]);
