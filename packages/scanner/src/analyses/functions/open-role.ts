import type { Unknown, Value } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { policiesOf } from '../../estate/identities/attached-policies.ts';

/**
 * Why the rights of a function are not wholly known: its role is not in the templates, or a policy of it holds values that
 * only a deployment gives. Undefined when all can be read. What a question about rights needs before it may answer "no".
 */
export function openRole(estate: Estate, subject: NodeOf<'function'>): Unknown | undefined {
  const { role } = subject.facet;
  const identity = estate.resolve(role, 'role');
  if (identity === undefined) {
    return (
      estate.openReason(role) ?? {
        kind: 'unknown',
        cause: 'import',
        reason: 'The role of the function does not stand in the templates.',
        origin: role.origin,
      }
    );
  }
  for (const { document } of policiesOf(estate, identity.id)) {
    if (document.open !== undefined) return document.open;
    for (const statement of document.statements) {
      const open =
        statement.effectOpen ??
        statement.actions.open ??
        statement.resources.open ??
        firstUnknown([...statement.actions.values, ...statement.resources.values]);
      if (open !== undefined) return open;
    }
  }
  return undefined;
}

/** A parameter in the middle of an ARN is no gap; an element that is nothing but unknown is. */
function firstUnknown(values: readonly Value[]): Unknown | undefined {
  for (const value of values) {
    if (value.kind === 'unknown') return value;
    if (value.kind === 'choice')
      return { kind: 'unknown', cause: 'parameter', reason: 'Several values are possible here.', origin: value.origin };
  }
  return undefined;
}
