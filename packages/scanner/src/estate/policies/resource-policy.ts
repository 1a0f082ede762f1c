import type { NodeId, SourceRange, Value } from '@leastwise/model';
import type { AnyNode, Estate } from '../estate.ts';
import type { Kind } from '../facets/index.ts';
import type { Items } from '../mapping.ts';
import { readPolicyDocument, readStatements, type PolicyDocument, type Statement } from './policy-document.ts';

/** A policy on a resource, with the node in which it is written: the resource itself or a policy resource. */
export interface ResourcePolicy {
  readonly document: PolicyDocument;
  readonly source: AnyNode;
  readonly at: SourceRange;
}

/** Every policy written for a resource: bucket, queue, topic, key, secret, bus, table, stream, repository, domain, ... */
export function resourcePolicy(estate: Estate, nodeId: NodeId): readonly ResourcePolicy[] {
  return indexOf(estate).byResource.get(nodeId) ?? [];
}

/** The policies whose resource does not stand in the estate: made elsewhere, or named by something not known. */
export function policiesOfStrangers(estate: Estate, policyId: NodeId): readonly ResourcePolicy[] {
  return indexOf(estate).strangers.get(policyId) ?? [];
}

/** Which resource each policy node is for. */
export function policyTargets(estate: Estate): ReadonlyMap<NodeId, readonly NodeId[]> {
  return indexOf(estate).targets;
}

interface PolicyIndex {
  readonly byResource: Map<NodeId, ResourcePolicy[]>;
  readonly strangers: Map<NodeId, ResourcePolicy[]>;
  readonly targets: Map<NodeId, NodeId[]>;
}

const indexes = new WeakMap<Estate, PolicyIndex>();

function indexOf(estate: Estate): PolicyIndex {
  const known = indexes.get(estate);
  if (known !== undefined) return known;
  const index: PolicyIndex = { byResource: new Map(), strangers: new Map(), targets: new Map() };
  indexes.set(estate, index);
  const own = (node: AnyNode, value: Value): void => {
    if (value.kind === 'absent') return;
    push(index.byResource, node.id, { document: readPolicyDocument(value), source: node, at: value.origin });
  };
  const attach = (source: AnyNode, policy: PolicyDocument, targets: readonly Value[], kind: Kind): void => {
    const entry = { document: policy, source, at: policy.origin };
    for (const target of targets) {
      const node = estate.resolve(target, kind);
      if (node === undefined) push(index.strangers, source.id, entry);
      else {
        push(index.byResource, node.id, entry);
        push(index.targets, source.id, node.id);
      }
    }
    if (targets.length === 0) push(index.strangers, source.id, entry);
  };
  for (const kind of [
    'key',
    'table',
    'repository',
    'search-domain',
    'file-system',
    'access-point',
    'event-bus',
    'log-policy',
  ] as const) {
    for (const node of estate.of(kind)) own(node as AnyNode, node.facet.document);
  }
  for (const table of estate.of('table'))
    for (const replica of table.facet.replicas.items) own(table, replica.document);
  for (const node of estate.of('bucket-policy'))
    attach(node, readPolicyDocument(node.facet.document), [node.facet.bucket], 'bucket');
  for (const node of estate.of('queue-policy'))
    attach(node, readPolicyDocument(node.facet.document), both(node.facet.queues, node.facet.queue), 'queue');
  for (const node of estate.of('topic-policy'))
    attach(node, readPolicyDocument(node.facet.document), both(node.facet.topics, node.facet.topic), 'topic');
  for (const node of estate.of('secret-policy'))
    attach(node, readPolicyDocument(node.facet.document), [node.facet.secret], 'secret');
  for (const node of estate.of('stream-policy'))
    attach(node, readPolicyDocument(node.facet.document), [node.facet.stream], 'stream');
  for (const node of estate.of('event-bus-policy')) attach(node, busPolicy(node), [node.facet.bus], 'event-bus');
  return index;
}

function both(list: Items<Value>, single: Value): readonly Value[] {
  return single.kind === 'absent' ? list.items : [...list.items, single];
}

/** The statement as written, or the one that action, principal and organization amount to. */
function busPolicy(node: AnyNode & { readonly kind: 'event-bus-policy' }): PolicyDocument {
  const { statement, action, principal, condition } = node.facet;
  if (statement.kind !== 'absent') return { ...readStatements(statement), origin: statement.origin };
  const origin = principal.kind === 'absent' ? node.at : principal.origin;
  const one = (value: Value): Pick<Statement['actions'], 'present' | 'not' | 'values' | 'origin'> => ({
    present: value.kind !== 'absent',
    not: false,
    values: value.kind === 'absent' ? [] : [value],
    origin: value.origin,
  });
  const anyone = principal.kind === 'known' && principal.value === '*';
  const organization = condition.present && condition.value.kind !== 'absent';
  const built: Statement = {
    effect: 'Allow',
    actions: one(action),
    resources: { present: false, not: false, values: [], origin },
    principals: {
      present: principal.kind !== 'absent',
      not: false,
      principals: principal.kind === 'absent' ? [] : [{ type: anyone ? '*' : 'AWS', value: principal }],
      origin,
    },
    conditions: organization
      ? [{ operator: 'StringEquals', key: 'aws:PrincipalOrgID', values: [condition.value], origin: condition.origin }]
      : [],
    origin,
  };
  return { statements: [built], origin };
}

function push<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
