import { compilePolicies } from '@leastwise/iam';
import { asMap, asText, type Value } from '@leastwise/model';
import type { AnyNode, Estate } from '../../estate/estate.ts';
import { policiesOf, type IdentityNode } from '../../estate/identities/attached-policies.ts';
import { policyDocumentsOf, trustDocumentOf } from '../permissions/policy-documents.ts';
import { arnOf, nameOf } from '../permissions/spell-arn.ts';
import type { Account, Holder, Identity } from './account.ts';
import type { TargetKind } from './paths/path.ts';

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

/** Where the role of a resource stands that has no facet of its own, and what its ARN looks like. */
const byType: Readonly<
  Record<string, readonly [kind: TargetKind, role: readonly string[], service: string, path: string]>
> = {
  'AWS::CodeBuild::Project': ['project', ['ServiceRole'], 'codebuild', 'project/'],
  'AWS::SageMaker::NotebookInstance': ['notebook', ['RoleArn'], 'sagemaker', 'notebook-instance/'],
  'AWS::Glue::DevEndpoint': ['dev-endpoint', ['RoleArn'], 'glue', 'devEndpoint/'],
  'AWS::AppRunner::Service': ['service', ['InstanceConfiguration', 'InstanceRoleArn'], 'apprunner', 'service/'],
  'AWS::EC2::Instance': ['instance', ['IamInstanceProfile'], 'ec2', 'instance/'],
};

function holdersOf(estate: Estate, account: ReadonlyMap<string, Identity>): readonly Holder[] {
  const holders: Holder[] = [];
  const add = (kind: TargetKind, node: AnyNode, role: Value | undefined, arn: string | undefined): void => {
    const identity = role === undefined ? undefined : roleBehind(estate, role);
    if (identity !== undefined && arn !== undefined && account.has(identity))
      holders.push({ id: node.id, kind, name: node.name, arn, role: identity });
  };
  for (const node of estate.of('function')) {
    const { role, code } = node.facet;
    add('function', node, role, arnOf(estate, node));
    const bucket = estate.resolve(code.bucket, 'bucket');
    const bucketArn = bucket === undefined ? undefined : arnOf(estate, bucket);
    if (bucket !== undefined)
      add('artifact-bucket', node, role, bucketArn === undefined ? undefined : `${bucketArn}/*`);
    const repository = estate.resolve(code.image, 'repository');
    if (repository !== undefined) add('repository', node, role, arnOf(estate, repository));
  }
  for (const node of estate.of('state-machine')) add('state-machine', node, node.facet.role, arnOf(estate, node));
  const region = [...account.values()][0]?.arn.split(':');
  for (const node of estate.nodes.values()) {
    const known = Object.hasOwn(byType, node.type) ? byType[node.type] : undefined;
    if (known === undefined || region === undefined) continue;
    const [kind, path, service, prefix] = known;
    const arn =
      arnOf(estate, node) ?? `arn:${region[1]}:${service}:⟨Region⟩:${region[4]}:${prefix}${nameOf(estate, node)}`;
    add(kind, node, memberAt(node.properties, path), arn);
  }
  return holders;
}

function memberAt(value: Value, path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>((at, key) => (at === undefined ? undefined : asMap(at)?.get(key)), value);
}

function roleBehind(estate: Estate, value: Value): string | undefined {
  const role = estate.resolve(value, 'role');
  if (role !== undefined) return role.id;
  const profile = estate.resolve(value, 'instance-profile');
  if (profile?.kind !== 'instance-profile') return undefined;
  const first = profile.facet.roles.items[0];
  return first === undefined || asText(first) === '' ? undefined : estate.resolve(first, 'role')?.id;
}
