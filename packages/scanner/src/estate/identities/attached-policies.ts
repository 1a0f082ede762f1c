import type { NodeId, SourceRange, Unknown, Value } from '@leastwise/model';
import type { AnyNode, Estate, NodeOf } from '../estate.ts';
import type { Items } from '../mapping.ts';
import { readPolicyDocument, type PolicyDocument } from '../policies/policy-document.ts';
import { spellPattern } from '../policies/spell-pattern.ts';
import { managedPolicyMeaning } from './managed-policies.ts';

export type IdentityNode = NodeOf<'role'> | NodeOf<'user'> | NodeOf<'group'>;

/** A policy that an identity holds, from wherever it is written. */
export interface AttachedPolicy {
  readonly document: PolicyDocument;
  /** The node in which it is written; the identity itself for inline policies and policies of AWS. */
  readonly source: AnyNode;
  /** The document, or the ARN by which it is attached. */
  readonly at: SourceRange;
  /** What people call it: `AmazonS3FullAccess`, `OrdersAccess`. */
  readonly name: string;
  readonly how: 'inline' | 'policy' | 'managed' | 'aws-managed' | 'unknown';
}

/** Every policy of a role, user or group, the inline ones first. Users hold those of their groups too. */
export function policiesOf(estate: Estate, identityId: NodeId): readonly AttachedPolicy[] {
  return indexOf(estate).byIdentity.get(identityId) ?? [];
}

/** The policies that are written in a node: inline ones of an identity, or the document of a policy. */
export function documentsIn(node: AnyNode): readonly AttachedPolicy[] {
  const known = documents.get(node);
  if (known !== undefined) return known;
  const found = readDocuments(node);
  documents.set(node, found);
  return found;
}

/** Fourteen checks ask the same documents. */
const documents = new WeakMap<AnyNode, readonly AttachedPolicy[]>();

function readDocuments(node: AnyNode): readonly AttachedPolicy[] {
  if (node.kind === 'policy' || node.kind === 'managed-policy') {
    const name = node.facet.name.kind === 'known' ? String(node.facet.name.value) : node.name;
    return [
      {
        document: readPolicyDocument(node.facet.document),
        source: node,
        at: node.facet.document.origin,
        name,
        how: node.kind === 'policy' ? 'policy' : 'managed',
      },
    ];
  }
  if (node.kind === 'permission-set') {
    const { inlinePolicy } = node.facet;
    if (inlinePolicy.kind === 'absent') return [];
    return [
      {
        document: readPolicyDocument(inlinePolicy),
        source: node,
        at: inlinePolicy.origin,
        name: 'inline policy',
        how: 'inline',
      },
    ];
  }
  if (node.kind !== 'role' && node.kind !== 'user' && node.kind !== 'group') return [];
  const { inlinePolicies } = node.facet;
  const inline = inlinePolicies.items.map((policy): AttachedPolicy => ({
    document: readPolicyDocument(policy.document),
    source: node,
    at: policy.document.origin,
    name: policy.name.kind === 'known' ? String(policy.name.value) : 'inline policy',
    how: 'inline',
  }));
  return inlinePolicies.open === undefined ? inline : [...inline, unknownPolicy(node, inlinePolicies.open)];
}

/** The identities that a policy node is attached to. */
export function holdersOf(estate: Estate, policyId: NodeId): readonly IdentityNode[] {
  return indexOf(estate).holders.get(policyId) ?? [];
}

interface IdentityIndex {
  readonly byIdentity: Map<NodeId, AttachedPolicy[]>;
  readonly holders: Map<NodeId, IdentityNode[]>;
}

const indexes = new WeakMap<Estate, IdentityIndex>();

function indexOf(estate: Estate): IdentityIndex {
  const known = indexes.get(estate);
  if (known !== undefined) return known;
  const index: IdentityIndex = { byIdentity: new Map(), holders: new Map() };
  indexes.set(estate, index);
  const identities = [...estate.of('role'), ...estate.of('user'), ...estate.of('group')];
  for (const identity of identities) {
    index.byIdentity.set(identity.id, [...documentsIn(identity as AnyNode)]);
  }
  for (const identity of identities) attachManaged(estate, index, identity as IdentityNode);
  for (const policy of [...estate.of('policy'), ...estate.of('managed-policy')])
    attachNamed(estate, index, policy as NodeOf<'policy'> | NodeOf<'managed-policy'>);
  inheritFromGroups(estate, index);
  return index;
}

function attachManaged(estate: Estate, index: IdentityIndex, identity: IdentityNode): void {
  const { managedPolicies } = identity.facet;
  for (const arn of managedPolicies.items) {
    const customer = estate.resolve(arn, 'managed-policy');
    if (customer?.kind === 'managed-policy') attach(index, identity, customer);
    else index.byIdentity.get(identity.id)?.push(awsManaged(identity, arn));
  }
  if (managedPolicies.open !== undefined && managedPolicies.items.length === 0) {
    index.byIdentity.get(identity.id)?.push(unknownPolicy(identity, managedPolicies.open));
  }
}

function attachNamed(estate: Estate, index: IdentityIndex, policy: NodeOf<'policy'> | NodeOf<'managed-policy'>): void {
  const { roles, users, groups } = policy.facet;
  const single =
    policy.kind === 'policy'
      ? [policy.facet.role, policy.facet.user, policy.facet.group].filter((value) => value.kind !== 'absent')
      : [];
  for (const name of [...targets(roles), ...targets(users), ...targets(groups), ...single]) {
    const identity = estate.resolve(name, 'role', 'user', 'group');
    if (identity?.kind === 'role' || identity?.kind === 'user' || identity?.kind === 'group')
      attach(index, identity, policy);
  }
}

function targets(items: Items<Value>): readonly Value[] {
  return items.items;
}

function attach(
  index: IdentityIndex,
  identity: IdentityNode,
  policy: NodeOf<'policy'> | NodeOf<'managed-policy'>,
): void {
  const held = index.byIdentity.get(identity.id);
  if (held === undefined || held.some((each) => each.source.id === policy.id)) return;
  held.push(...documentsIn(policy));
  const holders = index.holders.get(policy.id);
  if (holders === undefined) index.holders.set(policy.id, [identity]);
  else holders.push(identity);
}

function inheritFromGroups(estate: Estate, index: IdentityIndex): void {
  const join = (user: Value | NodeOf<'user'>, group: Value): void => {
    const member = 'facet' in user ? user : estate.resolve(user, 'user');
    const of = estate.resolve(group, 'group');
    if (member === undefined || of === undefined) return;
    index.byIdentity.get(member.id)?.push(...(index.byIdentity.get(of.id) ?? []));
  };
  for (const user of estate.of('user')) for (const group of user.facet.groups.items) join(user, group);
  for (const membership of estate.of('group-membership')) {
    for (const user of membership.facet.users.items) join(user, membership.facet.group);
  }
}

/** The name of a policy of AWS: `arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole` → its last part. */
export function awsManagedName(arn: Value): string | undefined {
  return /^arn:[^:]*:iam::aws:policy\/(?:.*\/)?([^/]+)$/.exec(spellPattern(arn) ?? '')?.[1];
}

function awsManaged(identity: IdentityNode, arn: Value): AttachedPolicy {
  const name = awsManagedName(arn);
  const meaning = name === undefined ? undefined : managedPolicyMeaning(name);
  if (name === undefined || meaning === undefined) {
    return {
      ...unknownPolicy(identity, {
        kind: 'unknown',
        cause: arn.kind === 'unknown' ? arn.cause : 'import',
        reason:
          name === undefined
            ? 'This policy does not stand in the templates.'
            : `What ${name} allows is not in our table of managed policies.`,
        origin: arn.origin,
      }),
      name: name ?? spellPattern(arn) ?? 'managed policy',
      how: name === undefined ? 'unknown' : 'aws-managed',
    };
  }
  const known = (value: string): Value => ({ kind: 'known', value, origin: arn.origin });
  const element = { present: true, not: false, origin: arn.origin };
  return {
    document: {
      origin: arn.origin,
      statements: [
        {
          effect: 'Allow',
          actions: { ...element, values: meaning.actions.map(known) },
          resources: { ...element, values: [known('*')] },
          principals: { present: false, not: false, principals: [], origin: arn.origin },
          conditions: [],
          origin: arn.origin,
        },
      ],
    },
    source: identity as AnyNode,
    at: arn.origin,
    name,
    how: 'aws-managed',
  };
}

function unknownPolicy(identity: IdentityNode, open: Unknown): AttachedPolicy {
  return {
    document: { statements: [], open, origin: open.origin },
    source: identity as AnyNode,
    at: open.origin,
    name: 'policy that is not known',
    how: 'unknown',
  };
}
