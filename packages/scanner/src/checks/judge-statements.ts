import type { Unknown } from '@leastwise/model';
import type { AnyNode } from '../estate/estate.ts';
import { documentsIn, type AttachedPolicy } from '../estate/identities/attached-policies.ts';
import type { Statement } from '../estate/policies/policy-document.ts';
import { notApplicable, pass, type Fail, type OpenOutcome, type Outcome } from './define-check.ts';

/**
 * Asks a question of every Allow statement that is written in an identity or a policy. The question answers a failure, an
 * unknown, or nothing when the statement is fine. A policy attached to many identities is so judged once, where it stands.
 */
export function judgeStatements(
  subject: AnyNode,
  question: (statement: Statement, policy: AttachedPolicy) => Fail | Unknown | undefined,
): readonly Outcome[] {
  const policies = documentsIn(subject);
  if (policies.length === 0) return [notApplicable];
  const outcomes: Outcome[] = [];
  for (const policy of policies) {
    if (policy.document.open !== undefined)
      outcomes.push(openStatement(policy.document.open, `${policy.name} of ${subject.name}`));
    for (const statement of policy.document.statements) {
      if (statement.effect === 'Deny') continue;
      const answer = question(statement, policy);
      if (answer === undefined) continue;
      if (!('result' in answer))
        outcomes.push(openStatement(answer, `a statement of ${policy.name} of ${subject.name}`));
      else if (statement.effectOpen === undefined) outcomes.push(answer);
      else outcomes.push(openStatement(statement.effectOpen, `Effect of a statement of ${policy.name}`));
    }
  }
  return outcomes.length === 0 ? [pass] : outcomes;
}

export function openStatement(open: Unknown, what: string): OpenOutcome {
  return {
    result: 'unknown',
    at: open.origin,
    what,
    why: open.reason,
    ...(open.settleWith === undefined ? {} : { settleWith: open.settleWith }),
  };
}
