import { compilePolicies } from '@leastwise/iam';
import type { AnyNode, Estate } from '../../estate/estate.ts';
import { policiesOf, type IdentityNode } from '../../estate/identities/attached-policies.ts';
import { policyDocumentsOf, trustDocumentOf } from '../permissions/policy-documents.ts';
import { arnOf } from '../permissions/spell-arn.ts';
import type { Account, Identity } from './account.ts';
import { holdersOf } from './holders.ts';

/** The identities of an estate and what runs as them, as plain policies. */
export function accountOf(estate: Estate): Account {
  const nodes: readonly IdentityNode[] = [...estate.of('role'), ...estate.of('user'), ...estate.of('group')];
  const identities = nodes.flatMap((node) => identityOf(estate, node) ?? []);
  const account = new Map(identities.map((identity) => [identity.id, identity]));
  return { identities: account, holders: holdersOf(estate, account) };
}

function identityOf(estate: Estate, node: IdentityNode): Identity | undefined {
  const arn = arnOf(estate, node as AnyNode);
  if (arn === undefined) return undefined;
  const { exact } = policyDocumentsOf(estate, node);
  const trust = trustDocumentOf(estate, node)?.document;
  return {
    id: node.id,
    kind: node.kind,
    name: node.name,
    arn,
    policies: exact,
    compiled: compilePolicies(exact),
    ...(exact.boundary === undefined ? {} : { limit: compilePolicies({ identity: exact.boundary }) }),
    ...(trust === undefined ? {} : { trust }),
    groups: node.kind === 'user' ? groupsOf(estate, node) : [],
    heldPolicies: policiesOf(estate, node.id).flatMap(({ source, how }) =>
      how === 'managed' ? (arnOf(estate, source) ?? []) : [],
    ),
  };
}

function groupsOf(estate: Estate, user: IdentityNode & { readonly kind: 'user' }): readonly string[] {
  const joined = estate
    .of('group-membership')
    .filter(({ facet }) => facet.users.items.some((value) => estate.resolve(value, 'user')?.id === user.id))
    .map(({ facet }) => facet.group);
  return [...user.facet.groups.items, ...joined].flatMap((value) => estate.resolve(value, 'group')?.id ?? []);
}
