import type { FixIntent, NodeId } from '@leastwise/model';
import type { Estate } from '../estate/estate.ts';
import { awsManagedName, policiesOf } from '../estate/identities/attached-policies.ts';
import { namesAction } from '../estate/policies/action-pattern.ts';

/** What a role has to allow for a fix to work and, as far as the text says, does not. One sentence. */
export function lackingRight(intents: readonly FixIntent[], after: Estate): string | undefined {
  for (const intent of intents) {
    if (intent.kind !== 'set' || intent.needs === undefined) continue;
    const role = roleOf(after, intent.subject);
    if (role === undefined) return `Its role stands elsewhere: see that it allows ${intent.needs}.`;
    if (!allows(after, role, intent.needs)) return `Its role does not allow ${intent.needs}: add that first.`;
  }
  return undefined;
}

function roleOf(estate: Estate, id: NodeId): NodeId | undefined {
  const role = estate.get(id, 'function')?.facet.role ?? estate.get(id, 'state-machine')?.facet.role;
  return role === undefined ? undefined : estate.resolve(role, 'role')?.id;
}

/** AWS names its policies for tracing by what they are for. */
function allows(estate: Estate, role: NodeId, action: string): boolean {
  const managed = estate.get(role, 'role')?.facet.managedPolicies.items ?? [];
  if (managed.some((arn) => /^(?:AWSX-?[Rr]ay|AdministratorAccess|PowerUserAccess)/.test(awsManagedName(arn) ?? '')))
    return true;
  return policiesOf(estate, role).some(({ document }) =>
    document.statements.some((statement) => statement.effect === 'Allow' && namesAction(statement, action) === 'yes'),
  );
}
