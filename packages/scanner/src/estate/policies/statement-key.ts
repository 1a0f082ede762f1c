import { describe, type Value } from '@leastwise/model';
import type { PolicyElement, PrincipalElement, Statement } from './policy-document.ts';

/** Tells a statement from its neighbours by what it says, never by where it stands. */
export function statementKey(statement: Statement): string {
  if (statement.sid !== undefined) return statement.sid;
  return [
    statement.effect ?? '?',
    elementKey(statement.actions),
    elementKey(statement.resources),
    principalKey(statement.principals),
  ]
    .join(' ')
    .trim();
}

function elementKey(element: PolicyElement): string {
  return (element.not ? 'not ' : '') + sorted(element.values);
}

function principalKey(element: PrincipalElement): string {
  if (!element.present) return '';
  return (element.not ? 'not ' : '') + sorted(element.principals.map((principal) => principal.value));
}

function sorted(values: readonly Value[]): string {
  return values
    .map((value) => describe(value))
    .sort()
    .join(',');
}
