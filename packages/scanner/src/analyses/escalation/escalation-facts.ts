import type { NodeId, SourceRange } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';
import { policyDocumentsOf } from '../permissions/policy-documents.ts';
import { accountOf } from './account-of-estate.ts';
import type { Account } from './account.ts';
import type { Grant } from './ask.ts';
import { escalationsOf, type Escalation } from './escalations.ts';

export interface EscalationFacts {
  /** What an identity can become, the worst first. */
  from(identity: NodeId): readonly Escalation[];
  /** Where the statement stands that allows a step. */
  placeOf(grant: Grant): SourceRange | undefined;
  readonly account: Account;
}

const known = new WeakMap<Estate, EscalationFacts>();

export function escalationFacts(estate: Estate): EscalationFacts {
  let facts = known.get(estate);
  if (facts === undefined) known.set(estate, (facts = read(estate)));
  return facts;
}

function read(estate: Estate): EscalationFacts {
  const account = accountOf(estate);
  const finder = escalationsOf(account);
  return {
    account,
    from: (identity) => finder.from(identity),
    placeOf: ({ identity, policy, statement }) => {
      const node = estate.get(identity, 'role') ?? estate.get(identity, 'user') ?? estate.get(identity, 'group');
      return node === undefined ? undefined : policyDocumentsOf(estate, node).statementAt(policy, statement);
    },
  };
}
