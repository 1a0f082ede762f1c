import type { Value } from '@leastwise/model';
import { readPolicies } from './policies/policies.ts';
import { get, sameValue } from './read-value.ts';
import type { Draft, SamResource, Workbench } from './workbench.ts';

interface RoleParts {
  readonly trust: Value;
  readonly managed: readonly Value[];
  readonly inline: readonly Value[];
  readonly tags: Value | undefined;
}

/** `<Function>Role`: the execution role that SAM makes when a function or state machine names none. */
export function draftRole(owner: SamResource, parts: RoleParts, bench: Workbench): Draft {
  const policies = readPolicies(owner, owner.properties.get('Policies'), bench);
  const draft = bench.draft(owner, `${owner.logicalId}Role`, 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: parts.trust,
    ManagedPolicyArns: [],
    Path: owner.properties.get('RolePath'),
    PermissionsBoundary: owner.properties.get('PermissionsBoundary'),
    Tags: parts.tags,
  });
  for (const arn of [...parts.managed, ...policies.managed]) attachManaged(draft, arn);
  for (const policy of parts.inline) attachInline(draft, policy, { always: true });
  for (const policy of policies.inline) attachInline(draft, policy, { always: true });
  return draft;
}

/** Adds a managed policy to a role unless it is attached already. */
export function attachManaged(role: Draft, arn: Value): void {
  appendTo(role, 'ManagedPolicyArns', arn, sameValue);
}

/** Adds an inline policy to a role; one with the same document is not added again unless `always`. */
export function attachInline(role: Draft, policy: Value, { always = false } = {}): void {
  appendTo(role, 'Policies', policy, (one, other) => {
    const [document, known] = [get(one, 'PolicyDocument'), get(other, 'PolicyDocument')];
    return !always && document !== undefined && known !== undefined && sameValue(document, known);
  });
}

function appendTo(role: Draft, property: string, item: Value, same: (one: Value, other: Value) => boolean): void {
  const list = role.properties.get(property);
  const items = list?.kind === 'known' && Array.isArray(list.value) ? (list.value as readonly Value[]) : [];
  if (items.some((other) => same(other, item))) return;
  role.properties.set(property, { kind: 'known', value: [...items, item], origin: list?.origin ?? item.origin });
}
