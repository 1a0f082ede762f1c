import type { AnyNode, Estate } from '../estate/estate.ts';
import { publicAccess, type Opening } from '../estate/policies/public-access.ts';
import { resourcePolicy } from '../estate/policies/resource-policy.ts';
import { statementKey } from '../estate/policies/statement-key.ts';
import { fail, notApplicable, pass, type Outcome } from './define-check.ts';
import { ownAccount, replace } from './fix-intents.ts';
import { openStatement } from './judge-statements.ts';

/** How a kind of resource is spoken of: `read its secrets`, `send messages to it`. */
export interface OpenWords {
  readonly read: string;
  readonly write: string;
  readonly fix: string;
}

/** Fails for every statement of a resource's own policies that admits anyone. */
export function judgeOpenPolicy(subject: AnyNode, estate: Estate, words: OpenWords): readonly Outcome[] {
  if (resourcePolicy(estate, subject.id).length === 0) return [notApplicable];
  return judgeOpenings(subject, publicAccess(estate, subject).openings, words);
}

export function judgeOpenings(subject: AnyNode, openings: readonly Opening[], words: OpenWords): readonly Outcome[] {
  const outcomes = openings.map((opening): Outcome => {
    if (opening.grant === undefined || opening.open !== undefined) {
      return opening.open === undefined
        ? pass
        : openStatement(opening.open, `whom the policy of ${subject.name} admits`);
    }
    const { grant, read, write } = opening;
    const does = [read === 'yes' ? words.read : '', write === 'yes' ? words.write : '']
      .filter((word) => word !== '')
      .join(' and ');
    return fail(grant.at, `The policy of ${subject.name} lets ${grant.who} ${does === '' ? 'act on it' : does}.`, {
      key: statementKey(grant.statement),
      // Only describing or managing what holds no data needs a further step.
      ...(does === '' ? { severity: 'medium' as const } : {}),
      fix: {
        summary: words.fix,
        edit: [
          replace(subject, grant.statement.origin, ownAccount, ['Condition', 'StringEquals', 'aws:PrincipalAccount']),
        ],
      },
    });
  });
  return outcomes.length === 0 ? [pass] : outcomes;
}
