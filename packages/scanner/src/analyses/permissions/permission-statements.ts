import type { NamedPolicy } from '@leastwise/iam';
import type { AnyNode, Estate, NodeOf } from '../../estate/estate.ts';
import { arnOf, spell } from './spell-arn.ts';

/** The permissions of a function as the policy that Lambda makes of them. */
export function permissionStatements(estate: Estate, subject: NodeOf<'function'>): readonly NamedPolicy[] {
  const arn = arnOf(estate, subject as AnyNode);
  if (arn === undefined) return [];
  const statements = estate.of('function-permission').flatMap(({ facet }) => {
    if (estate.functionOf(facet.function)?.function.id !== subject.id) return [];
    const principal = spell(estate, facet.principal);
    // Services are no identities of the account.
    if (principal.includes('.')) return [];
    const action = facet.action.kind === 'known' ? facet.action.value : 'lambda:InvokeFunction';
    return [{ Effect: 'Allow', Principal: { AWS: principal }, Action: action, Resource: [arn, `${arn}:*`] }];
  });
  return statements.length === 0
    ? []
    : [{ name: `permissions of ${subject.name}`, document: { Version: '2012-10-17', Statement: statements } }];
}
